import type { Job } from '#src/features/feature.ts';
import { escapeMrkdwn, type Message, section } from '#src/message/message.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';

/** What the admin channel is told when a job could not be run at all. */
export function jobFailure(job: Job, error: unknown): Message {
  const reason =
    error instanceof WorkbookError ? escapeMrkdwn(error.message) : 'Noe gikk galt hos meg. Feilen er logget.';
  const text = `Jeg fikk ikke kjørt «${job.name}». ${reason}`;
  return { text, blocks: [section(text)] };
}
