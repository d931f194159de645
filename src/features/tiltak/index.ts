import type { Feature } from '../feature.ts';
import { tiltakCommand } from './command.ts';

/** The tiltak of the plan, asked for by number, unit, list or free text. */
export const tiltak: Feature = { commands: [tiltakCommand], jobs: [] };
