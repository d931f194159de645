import type { Moment } from '#src/domain/day.ts';
import { nameKey } from '#src/domain/names.ts';
import { judgeModel } from '#src/features/judge-model.ts';
import { openUnitsOf, unitSpelling } from '#src/features/unit.ts';
import { antall, oppramsingInntil } from '#src/message/norsk.ts';
import type { Model } from '#src/sheets/model.ts';
import { good, mend, unset, type Verdict } from './check.ts';

const MOST_NAMES = 8;

/**
 * How those who answer for open tiltak can be reached.
 * @param channel where reminders for the others are posted; without one nobody hears them, and that is to be mended
 */
export function kontakterVerdict(model: Model, now: Moment, channel: string | null): Verdict {
  const units = openUnits(model, now);
  if (units.length === 0) return unset('ingen åpne tiltak har en ansvarlig, så det er ingen å minne på noe');

  const kontakter = new Map(model.kontakter.map((kontakt) => [nameKey(kontakt.navn), kontakt]));
  const wayTo = (unit: string) => {
    const kontakt = kontakter.get(nameKey(unit));
    return kontakt?.slack ? 'slack' : kontakt?.epost ? 'epost' : 'none';
  };
  const { slack = [], epost = [], none = [] } = Object.groupBy(units, wayTo);

  const counts = [
    `${antall(units.length, 'ansvarlig', 'ansvarlige')}: ${slack.length} nås med Slack-id`,
    ...(epost.length === 0 ? [] : [`${epost.length} med e-post`]),
  ].join(', ');
  if (none.length === 0) return good(counts);

  const unreachable = `${none.length} nås ikke (${oppramsingInntil(MOST_NAMES, none)})`;
  const advice = 'Fyll ut Slack eller E-post i fanen Kontakter.';
  return channel === null
    ? mend(`${counts}, ${unreachable}. ${advice} Uten SLACK_CHANNEL hører ingen påminnelsene deres.`)
    : good(`${counts}, ${unreachable}. Påminnelsene deres kommer i kanalen. ${advice}`);
}

/** Units that still have something to do, each spelt in one way. */
function openUnits(model: Model, now: Moment): readonly string[] {
  const open = judgeModel(model, now).tiltak.filter(({ timing }) => timing !== 'done' && timing !== 'cancelled');
  const units = open.flatMap((judged) => openUnitsOf(judged, model));
  return [...new Set(units.map(unitSpelling(units, model)))];
}
