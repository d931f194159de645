import type { Feature } from '../feature.ts';
import { kpiCommand } from './command.ts';

/** What is measured, against what was agreed. */
export const kpi: Feature = { commands: [kpiCommand], jobs: [] };
