import { isoWeek, type Moment } from '#src/domain/day.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { section } from '#src/message/message.ts';
import { antall } from '#src/message/norsk.ts';
import { changeText } from '../plan-change-text.ts';
import type { Room } from './room.ts';
import type { UkesstatusSummary } from './summary.ts';

/** Characters of the one paragraph; the thread has them all, a line each. */
const MAX_CHARS = 1200;

/** What is not as it was when the group was last told; nothing when it never was. */
export function newsSection(room: Room, summary: UkesstatusSummary) {
  const { news, now } = summary;
  if (news.told === null) return [];
  if (news.changes.length === 0) return [section(nothingNew(summary, news.told))];
  const parts = cutLines(
    news.changes.map((one) => changeText(one, now.day)),
    { maxLines: room.news, maxChars: MAX_CHARS },
    (left) => `… og ${left} til i tråden`,
  );
  return [section(`*Nytt siden sist (${news.changes.length})*  ${parts.join(' · ')}`)];
}

/** «Ingen endringer siden sist. 8 tiltak er fortsatt over fristen (se tråden fra uke 22).» */
function nothingNew({ overdue, judgement }: UkesstatusSummary, told: Moment) {
  const still = overdue.filter(({ tiltak }) => tiltak.frist.end !== null && tiltak.frist.end < told.day).length;
  const since = overdue.length - still;
  const late = judgement.outdated
    ? []
    : [
        ...(still > 0
          ? [
              `${antall(still, 'tiltak', 'tiltak')} er fortsatt over fristen (se tråden fra uke ${isoWeek(told.day).week}).`,
            ]
          : []),
        ...(since > 0 ? [`${antall(since, 'tiltak', 'tiltak')} har gått over fristen siden da.`] : []),
      ];
  return ['Ingen endringer siden sist.', ...late].join(' ');
}
