import type { Feature } from '../feature.ts';
import { ukesstatusCommand } from './command.ts';
import { ukesstatusJob } from './job.ts';

/** What the group should know every Monday. */
export const ukesstatus: Feature = { commands: [ukesstatusCommand], jobs: [ukesstatusJob] };
