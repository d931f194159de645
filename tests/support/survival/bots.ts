import type { PretendSlack } from '../slack/slack.ts';
import type { Life } from './life.ts';

/** Resolves when all of these have been said at least once. */
export async function untilSaid(slack: PretendSlack, keys: readonly string[]): Promise<void> {
  while (keys.some((key) => !slack.timesSaid.has(key))) await slack.when('answered', 'chat.postMessage');
}

/** The one of these bots that has spoken in Slack, by what each of them counts; and the others. */
export async function whoSpoke(
  bots: readonly Life[],
): Promise<{ readonly speaker: Life; readonly others: readonly Life[] }> {
  const counts = await Promise.all(bots.map(postsOf));
  const [speaker, ...more] = bots.filter((_, at) => counts[at] !== 0);
  if (!speaker || more.length > 0) throw new Error(`not one, but ${counts.join(' and ')} posts`);
  return { speaker, others: bots.filter((bot) => bot !== speaker) };
}

/** Whether the bot says of itself that it can do its work. */
export async function isReady(bot: Life): Promise<boolean> {
  return (await fetch(`${await originOf(bot)}/readyz`)).ok;
}

async function postsOf(bot: Life): Promise<number> {
  const metrics = await (await fetch(`${await originOf(bot)}/metrics`)).text();
  return Number(/^samhandlingsbot_posts_total\{result="sent"\} (\d+)$/m.exec(metrics)?.[1] ?? 0);
}

async function originOf({ line }: Life): Promise<string> {
  const origin = /http:\/\/localhost:\d+/.exec(await line)?.[0];
  if (origin === undefined) throw new Error(`no address in «${await line}»`);
  return origin;
}
