import { cellText } from '#src/domain/cell-value.ts';
import { sameName } from '#src/domain/names.ts';
import type { KommuneStatus, Plan } from '#src/domain/tiltak.ts';
import type { TabContract } from './contract.ts';
import { FaultList, type TabResult } from './fault-list.ts';
import { STATUS_COLOURS, STATUS_VALUES } from './handlingsplan.ts';
import type { KommuneLookup } from './kommune-lookup.ts';
import { readNr } from './nr-cell.ts';
import type { RowCells, TabRead } from './read-tab.ts';
import { isExampleRow } from './template-row.ts';
import { readFullfort, readStatus } from './tiltak-cells.ts';

export type StatusPerKommuneColumn = 'nr' | 'kommune' | 'status' | 'kommentar' | 'fullfort';

export const statusPerKommuneContract: TabContract<StatusPerKommuneColumn> = {
  workbook: 'handlingsplan',
  name: 'Status per kommune',
  compulsory: false,
  purpose: 'Status fra hver kommune for tiltak som alle kommuner har ansvar for.',
  recognisedBy: [['nr'], ['kommune'], ['status', 'fullfort']],
  columns: [
    {
      key: 'nr',
      title: 'Nr',
      aliases: ['Tiltaksnr', 'Tiltak', 'Tiltaksnummer', 'Nummer'],
      format: 'text',
      note: 'Tiltakets nummer i Handlingsplan.',
      width: 8,
      example: '5.5',
    },
    {
      key: 'kommune',
      title: 'Kommune',
      aliases: ['Kommunegruppe', 'Kommunenavn'],
      format: 'text',
      note: 'Kommunens navn slik det står i Kontakter.',
      width: 22,
      example: 'Eksempel: Orkland',
    },
    {
      key: 'status',
      title: 'Status',
      format: 'text',
      values: STATUS_VALUES,
      colours: STATUS_COLOURS,
      note: 'Velg i listen. Tom celle betyr ikke rapportert.',
      width: 24,
      example: 'Ferdig',
    },
    {
      key: 'kommentar',
      title: 'Kommentar',
      aliases: ['Merknad'],
      format: 'text',
      note: 'Fritt felt. Aldri noe om enkeltpasienter.',
      width: 40,
      example: '',
    },
    {
      key: 'fullfort',
      title: 'Fullført dato',
      aliases: ['Fullført', 'Ferdig dato'],
      format: 'date',
      note: 'Dagen kommunen ble ferdig.',
      width: 14,
      example: '',
    },
  ],
};

interface StatusContext {
  readonly plan: Plan | null;
  readonly kommuner: KommuneLookup;
}

/** Reads what each kommune has reported. A row that cannot be placed is a fault; the others count. */
export function readStatusPerKommune(
  read: TabRead<StatusPerKommuneColumn>,
  { plan, kommuner }: StatusContext,
): TabResult<readonly KommuneStatus[]> {
  const faults = new FaultList(read.sheet);
  const statuses: KommuneStatus[] = [];
  let skipped = 0;

  for (const row of read.rows) {
    const kommune = cellText(row.cell('kommune'));
    const nr = readTiltakNr(row, plan, faults);
    if (isExampleRow([row.cell('kommune')])) skipped++;
    else if (kommune !== '' && nr !== null) {
      const known = kommuner.check(kommune, row.at('kommune'), faults);
      const fullfort = readFullfort(row, null, faults);
      const { status } = readStatus(row, faults);
      if (statuses.some((s) => s.nr === nr && sameName(s.kommune, known))) {
        const found = `${nr} ${kommune}`;
        faults.add(
          row.at('kommune'),
          found,
          'én rad per tiltak og kommune',
          `${found} står to ganger. Den første gjelder.`,
        );
      } else statuses.push({ nr, kommune: known, status, fullfort });
    }
  }
  return { value: statuses, faults: faults.faults, rows: statuses.length, skipped };
}

function readTiltakNr(row: RowCells<StatusPerKommuneColumn>, plan: Plan | null, faults: FaultList): string | null {
  const reading = readNr(row.cell('nr'));
  if (reading.kind === 'blank' || isExampleRow([row.cell('kommune')])) return null;
  const known = reading.kind === 'nr' && (plan === null || plan.tiltak.some((t) => t.nr === reading.nr));
  if (known) return reading.nr;

  const found = cellText(row.cell('nr'));
  faults.add(
    row.at('nr'),
    found,
    'nummeret på et tiltak i planen',
    `«${found}» er ikke nummeret på noe tiltak i planen.`,
  );
  return null;
}
