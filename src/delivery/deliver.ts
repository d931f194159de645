import type { Outgoing } from '#src/features/feature.ts';
import { failureReport, type Undelivered } from './failure-report.ts';
import { NotPosted, type Poster } from './poster.ts';

/** How many of the messages came through, were left out, and did not come through. */
export interface Delivery {
  readonly sent: number;
  readonly skipped: number;
  readonly failed: number;
}

export interface DeliveryRoute {
  readonly poster: Poster;
  /** Keys this process has said already; new ones are added. */
  readonly said: Set<string>;
  /** Where trouble is told once per round; null when there is no such channel. */
  readonly admin: string | null;
  /** Called for every message that did not come through, and when the admin channel cannot be told. */
  readonly onFailure: (failure: Undelivered) => void;
}

/**
 * Says each message once, in order. Messages without a recipient in Slack, and those already said, are skipped. One that
 * fails does not stop the rest; it can be said again later only when it is certain that nothing was said.
 */
export async function deliver(outgoing: readonly Outgoing[], route: DeliveryRoute): Promise<Delivery> {
  const failures: Undelivered[] = [];
  let sent = 0;
  let skipped = 0;

  for (const one of outgoing) {
    if (one.to.slack === null || route.said.has(one.key)) {
      skipped += 1;
      continue;
    }
    const failure = await sayOnce(one, one.to.slack, route);
    if (failure) failures.push(failure);
    else sent += 1;
  }

  for (const failure of failures) route.onFailure(failure);
  await tellAdmin(failures, route);
  return { sent, skipped, failed: failures.length };
}

async function sayOnce(one: Outgoing, to: string, { poster, said }: DeliveryRoute): Promise<Undelivered | null> {
  try {
    const posted = await poster.post(to, one.message, one.key);
    said.add(one.key);
    for (const message of one.thread) await poster.reply(posted, message);
    return null;
  } catch (thrown) {
    const error = asNotPosted(thrown);
    const inThread = said.has(one.key);
    if (error.certainty === 'uncertain') said.add(one.key);
    return { key: one.key, name: one.to.name, part: inThread ? 'thread' : 'message', error };
  }
}

async function tellAdmin(failures: readonly Undelivered[], { admin, poster, onFailure }: DeliveryRoute): Promise<void> {
  const [first] = failures;
  if (!first || admin === null) return;
  const key = `leveringsfeil:${first.key}`;
  try {
    await poster.post(admin, failureReport(failures), key);
  } catch (thrown) {
    onFailure({ key, name: 'SLACK_ADMIN_CHANNEL', part: 'message', error: asNotPosted(thrown) });
  }
}

/** A mistake of ours must not keep the others from their messages either. */
function asNotPosted(thrown: unknown): NotPosted {
  if (thrown instanceof NotPosted) return thrown;
  return new NotPosted('uncertain', 'Noe gikk galt hos meg. Feilen er logget.', { cause: thrown });
}
