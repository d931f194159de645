import type { WorkbookName } from '#src/sheets/contract.ts';
import { saysNoTable } from '#src/sheets/missing.ts';
import type { Model } from '#src/sheets/model.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import type { Answer, Command, Question, Reader } from './feature.ts';

/** Answers a question, once the tables it cannot do without are there. Throws {@link WorkbookError}. */
export function answerFrom(command: Command, question: Question): Answer {
  if (!command.answersAnything) requireTables(command, question.model);
  return command.answer(question);
}

/** Throws {@link WorkbookError} when a workbook that somebody cannot do without has no table of what it is for. */
export function requireTables(reader: Reader & Pick<Command, 'otherTabs'>, model: Model): void {
  for (const name of reader.needs) {
    const hasTable = (name === 'handlingsplan' ? model.plan : model.kapasitet) !== null;
    const hasOther = reader.otherTabs && model.tabs.some(({ workbook }) => workbook === name);
    if (!hasTable && !hasOther) throw noTable(name, model);
  }
}

/** The unit a Slack user speaks for, by the id in Kontakter; null when nobody has entered it. */
export function unitOfSlackUser({ kontakter }: Model, slackUser: string): string | null {
  return kontakter.find(({ slack }) => slack === slackUser)?.navn ?? null;
}

function noTable(name: WorkbookName, { faults }: Model): WorkbookError {
  const what = name === 'handlingsplan' ? 'Handlingsplan' : 'Kapasitet';
  const fault = faults.find((one) => saysNoTable(one, what));
  return new WorkbookError('unreadable', fault ? `${fault.sheet}: ${fault.message}` : `Fant ingen tabell for ${what}.`);
}
