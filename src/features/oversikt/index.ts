import type { Feature } from '../feature.ts';
import { oversiktCommand } from './command.ts';

/** The whole plan on one page. */
export const oversikt: Feature = { commands: [oversiktCommand], jobs: [] };
