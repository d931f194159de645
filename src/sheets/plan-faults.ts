import { cellText } from '#src/domain/cell-value.ts';
import type { Tiltak } from '#src/domain/tiltak.ts';
import type { FaultList } from './fault-list.ts';
import type { PlanRow } from './plan-row.ts';

export function addStrayFault(row: PlanRow, faults: FaultList): void {
  faults.add(
    row.at('tiltak'),
    cellText(row.cell('tiltak')),
    'hva som skal gjøres',
    `Rad ${row.index + 1} har opplysninger, men ikke noe tiltak. Skriv tiltaket, eller tøm raden.`,
  );
}

/** A plan without any numbers is fine; one forgotten number means that nobody can refer to that tiltak. */
export function addMissingNrFaults(tiltak: readonly Tiltak[], faults: FaultList): void {
  if (tiltak.every((t) => t.nr === null)) return;
  for (const t of tiltak.filter(({ nr }) => nr === null)) {
    faults.add(
      addressOf(t),
      t.text,
      'et nummer som 1.1',
      'Tiltaket har ikke noe nummer. Gi det et, så andre kan vise til det.',
    );
  }
}

/** Both rows are kept and shown: nobody but the owners knows which number is right. */
export function addDuplicateFaults(tiltak: readonly Tiltak[], faults: FaultList): void {
  const first = new Map<string, Tiltak>();
  for (const t of tiltak) {
    if (t.nr === null) continue;
    const earlier = first.get(t.nr);
    if (!earlier) {
      first.set(t.nr, t);
      continue;
    }
    const hint = t.nr.endsWith('1') ? ` Skal det være ${t.nr}0, sett kolonnen til ren tekst.` : '';
    faults.add(
      addressOf(t),
      t.nr,
      'et nummer som ingen andre tiltak har',
      `Nummer ${t.nr} er brukt to ganger, også i ${addressOf(earlier)}.${hint}`,
    );
  }
}

function addressOf({ cell }: Tiltak): string {
  return cell.slice(cell.lastIndexOf('!') + 1);
}
