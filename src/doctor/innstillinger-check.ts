import type { Innstillinger } from '#src/domain/innstillinger.ts';
import { antall, klokkeslett, oppramsing, ukedagNr } from '#src/message/norsk.ts';
import { innstillingerContract } from '#src/sheets/innstillinger.ts';
import type { Model } from '#src/sheets/model.ts';
import { good, mend, unset, type Verdict } from './check.ts';

/** Whether what the owners of the sheet have decided is understood, and what then holds. */
export function innstillingerVerdict({ tabs, innstillinger, planFaults }: Model): Verdict {
  const tab = tabs.find(({ contract }) => contract === innstillingerContract.name);
  if (!tab) return unset(`fanen Innstillinger finnes ikke, så vanlige verdier gjelder: ${whatHolds(innstillinger)}`);
  const [first, ...more] = planFaults.filter(({ sheet }) => sheet === tab.sheet);
  if (!first) return good(`forstått: ${whatHolds(innstillinger)}`);
  const others = more.length === 0 ? '' : ` (og ${antall(more.length, 'feil', 'feil')} til, se «sjekk»)`;
  return mend(`${first.sheet}!${first.cell}: ${first.message}${others}`);
}

function whatHolds({ ukesstatus, paaminnelser, historyMonths }: Innstillinger): string {
  return [
    `ukesstatus ${ukedagNr(ukesstatus.weekday)} ${klokkeslett(ukesstatus)}`,
    `påminnelser ${weekdaysText(paaminnelser.weekdays)} ${klokkeslett(paaminnelser)}`,
    `husker ${antall(historyMonths, 'måned', 'måneder')}`,
  ].join(' · ');
}

/** «mandag–fredag» for days in a row, else each of them. */
function weekdaysText(weekdays: readonly number[]): string {
  const [first = 1, last = first] = [weekdays[0], weekdays.at(-1)];
  const inARow = weekdays.length > 2 && last - first === weekdays.length - 1;
  return inARow ? `${ukedagNr(first)}–${ukedagNr(last)}` : oppramsing(weekdays.map(ukedagNr));
}
