import type { WorkbookName } from '#src/sheets/contract.ts';
import type { Model } from '#src/sheets/model.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import type { Answer, Command, Question } from './feature.ts';

/** Answers a question, once the tables it cannot do without are there. Throws {@link WorkbookError}. */
export function answerFrom(command: Command, question: Question): Answer {
  for (const name of command.needs) requireTable(command, question.model, name);
  return command.answer(question);
}

/** The unit a Slack user speaks for, by the id in Kontakter; null when nobody has entered it. */
export function unitOfSlackUser({ kontakter }: Model, slackUser: string): string | null {
  return kontakter.find(({ slack }) => slack === slackUser)?.navn ?? null;
}

function requireTable(command: Command, model: Model, name: WorkbookName): void {
  if (command.answersAnything) return;
  const table = name === 'handlingsplan' ? model.plan : model.kapasitet;
  if (table !== null) return;
  if (command.otherTabs && model.tabs.some(({ workbook }) => workbook === name)) return;
  const what = name === 'handlingsplan' ? 'Handlingsplan' : 'Kapasitet';
  const fault = model.faults.find(({ message }) => message.includes(what));
  throw new WorkbookError('unreadable', fault ? `${fault.sheet}: ${fault.message}` : `Fant ingen tabell for ${what}.`);
}
