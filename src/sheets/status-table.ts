import { cellText } from '#src/domain/cell-value.ts';
import { sameName } from '#src/domain/names.ts';
import type { Tiltak } from '#src/domain/tiltak.ts';
import type { FaultList } from './fault-list.ts';
import { readNr } from './nr-cell.ts';
import type { PlanRow } from './plan-row.ts';
import { readFullfort, readStatus } from './tiltak-cells.ts';
import { splitTiltak } from './tiltak-text.ts';

interface StatusTableContext {
  /** The year of dates written without one. */
  readonly year: number | null;
  readonly faults: FaultList;
}

/** Gives each tiltak what a separate status table says of it, by nr, else by the same text. */
export function joinStatusRows(
  tiltak: readonly Tiltak[],
  rows: readonly PlanRow[],
  { year, faults }: StatusTableContext,
): readonly Tiltak[] {
  if (rows.length === 0) return tiltak;
  const reported = new Map<Tiltak, Tiltak>();

  for (const row of rows) {
    const match = findTiltak(tiltak, row);
    if (!match) {
      const found = cellText(row.cell('tiltak'));
      faults.add(
        row.at('tiltak'),
        found,
        'et tiltak som står i planen',
        `Statustabellen nevner «${found}», som ikke står i planen.`,
      );
      continue;
    }
    reported.set(match, withStatus(reported.get(match) ?? match, row, { year, faults }));
  }
  return tiltak.map((t) => reported.get(t) ?? t);
}

function findTiltak(tiltak: readonly Tiltak[], row: PlanRow): Tiltak | undefined {
  const inText = splitTiltak(row.cell('tiltak'));
  const reading = readNr(row.cell('nr'));
  const nr = reading.kind === 'nr' ? reading.nr : inText.nr;
  return nr === null ? tiltak.find((t) => sameName(t.text, inText.text)) : tiltak.find((t) => t.nr === nr);
}

/** What the plan's own row says stands, unless it is blank; two different reports are a fault. */
function withStatus(tiltak: Tiltak, row: PlanRow, { year, faults }: StatusTableContext): Tiltak {
  const report = readStatus(row, faults);
  const fullfort = tiltak.fullfort ?? readFullfort(row, year, faults);
  const kommentar = tiltak.kommentar || cellText(row.cell('kommentar'));
  if (report.status === 'not-reported') return { ...tiltak, fullfort, kommentar };

  const differs = tiltak.status !== 'not-reported' && tiltak.status !== report.status;
  if (differs) {
    faults.add(
      row.at('status'),
      report.statusText,
      `«${tiltak.statusText}», som i planen`,
      `Statustabellen sier «${report.statusText}», men planen sier «${tiltak.statusText}».`,
    );
    return { ...tiltak, fullfort, kommentar };
  }
  return { ...tiltak, ...report, fullfort, kommentar };
}
