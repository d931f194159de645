import type { Feature } from '../feature.ts';
import { paaminnelserCommand } from './command.ts';
import { paaminnelserJob } from './job.ts';

/** Reminders to those who answer for a tiltak. */
export const paaminnelser: Feature = { commands: [paaminnelserCommand], jobs: [paaminnelserJob] };
