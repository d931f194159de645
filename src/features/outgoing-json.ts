import { periodNow } from '#src/domain/occurrences.ts';
import type { Job, Occasion, Outgoing } from './feature.ts';

/** What a job would send, as data. The key names what is said to whom for which period: it is said once. */
export function outgoingJson(job: Job, { model, now }: Occasion, outgoing: readonly Outgoing[]) {
  const { period } = periodNow(job.timetable(model.innstillinger), now);
  return outgoing.map(({ recipient, to, content }) => {
    const { message, thread } = content();
    return {
      key: `${job.name}:${period}:${recipient}`,
      to: to.name,
      text: message.text,
      blocks: message.blocks,
      thread: thread.map(({ text, blocks }) => ({ text, blocks })),
    };
  });
}
