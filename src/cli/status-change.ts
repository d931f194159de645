import { isoMoment } from '../domain/day.ts';
import type { Reader } from '../features/feature.ts';
import { judgeModel } from '../features/judge-model.ts';
import { changeable } from '../features/tiltak/changeable.ts';
import { changeReply, mayNotChange } from '../features/tiltak/status-change.ts';
import { type Message, section } from '../message/message.ts';
import type { StatusShown } from '../message/status-select.ts';
import { aimAtStatus } from '../sheets/status-edit.ts';
import { WorkbookError } from '../workbook/workbook.ts';
import type { Figures } from './figures.ts';

const PLAN: Reader = { needs: ['handlingsplan'], uses: [] };

/**
 * Sets the status of a tiltak in the sheet because somebody in Slack has chosen one, and says what came of it. Nothing is
 * written that the asker may not write, nor over anything else than what the asker saw. Throws WorkbookError.
 * @param to a word from the list of statuses
 */
export async function changeStatus(
  shown: StatusShown,
  to: string,
  slackUser: string,
  figures: Figures,
): Promise<Message> {
  const model = await figures.modelFor(PLAN);
  const now = figures.clockFor(PLAN)();
  const judged = judgeModel(model, now).tiltak.find(({ tiltak }) => tiltak.nr === shown.nr);
  if (!judged) return said(`${shown.nr} står ikke i planen lenger. Ingenting er skrevet.`);
  // The list may be an old one.
  if (changeable(judged) === null) return said(`${shown.nr} har en status for hver kommune nå. Ingenting er skrevet.`);
  const refusal = mayNotChange(slackUser, judged, model);
  if (refusal !== null) return said(refusal);

  const editor = await figures.books.editor('handlingsplan');
  if (!editor)
    throw new WorkbookError('no-access', 'Eksempelet som følger med, kan ikke endres. Ingenting er skrevet.');
  const outcome = await editor.edit({
    aim: (tabs) => aimAtStatus(tabs, { ...shown, to }),
    by: slackUser,
    at: isoMoment(now).replace('T', ' '),
  });
  figures.watched.handlingsplan?.lookNow();
  return changeReply(shown, to, outcome, model);
}

function said(text: string): Message {
  return { text, blocks: [section(text)] };
}
