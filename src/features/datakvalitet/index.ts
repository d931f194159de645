import type { Feature } from '../feature.ts';
import { sjekkCommand } from './command.ts';

/** How the bot reads the sheets, and what a person should mend in them. */
export const datakvalitet: Feature = { commands: [sjekkCommand], jobs: [] };
