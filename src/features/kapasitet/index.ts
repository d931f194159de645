import type { Feature } from '../feature.ts';
import { kapasitetCommand } from './command.ts';

/** Which kommuner have free short-term places, and how sure the figures are. */
export const kapasitet: Feature = { commands: [kapasitetCommand], jobs: [] };
