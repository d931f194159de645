import type { ApiCall, Fault } from '../slack/faults.ts';
import type { Moment } from '../slack/moments.ts';
import type { PretendSlack } from '../slack/slack.ts';
import type { End, Life } from './life.ts';
import { keyOf } from './said-once.ts';

/** How far the sending of a message has come when the process dies. */
export const STEPS = [
  'begun, and not done by Slack',
  'done by Slack, and not answered',
  'answered, and not noted',
] as const;
export type Step = (typeof STEPS)[number];

const POST = 'chat.postMessage';

/** Kills the process when the sending of one message has come so far, and resolves when it is dead. */
export async function killedAt(step: Step, key: string, { child, end }: Life, slack: PretendSlack): Promise<End> {
  const { promise: dead, resolve: die } = Promise.withResolvers<void>();
  const isIt = ({ args }: ApiCall) => keyOf(args) === key;
  const holdUp = (fault: Fault) => slack.fail({ method: POST, when: (args) => keyOf(args) === key, times: 1, fault });
  const kill = (call: ApiCall) => void (isIt(call) && child.kill('SIGKILL'));
  let stop = () => {};

  if (step === 'begun, and not done by Slack') {
    holdUp({ kind: 'reset', done: false, until: dead });
    stop = slack.on('arrived', POST, kill);
  } else if (step === 'done by Slack, and not answered') {
    holdUp({ kind: 'slow', until: dead });
    stop = slack.on('committed', POST, kill);
  } else stop = slack.on('answered', POST, kill);

  const how = await end;
  stop();
  die();
  return how;
}

/** When a process dies: so long after its nth call of Slack has come so far; from its start when `calls` is 0. */
export interface Death {
  readonly calls: number;
  readonly moment: Moment;
  readonly delayMs: number;
}

/** All that a run calls Slack for. */
const METHODS = [
  POST,
  'conversations.open',
  'conversations.history',
  'conversations.replies',
  'users.lookupByEmail',
] as const;

/** Kills the process then, if it lives so long, and resolves when it has come to its end. */
export async function killedSomewhere(
  { calls, moment, delayMs }: Death,
  { child, end }: Life,
  slack: PretendSlack,
): Promise<End> {
  let timer: NodeJS.Timeout | undefined;
  let left = calls;
  const kill = () => void child.kill('SIGKILL');
  // Without a delay it is killed before it can read one byte more.
  const soon = () => {
    if (delayMs === 0) kill();
    else timer = setTimeout(kill, delayMs);
  };
  const count = () => {
    left -= 1;
    if (left === 0) soon();
  };
  const stops = METHODS.map((method) => slack.on(moment, method, count));
  if (calls === 0) soon();
  const how = await end;
  for (const stop of stops) stop();
  clearTimeout(timer);
  return how;
}
