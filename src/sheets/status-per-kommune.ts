import { cellText } from '#src/domain/cell-value.ts';
import type { KommuneStatus, Plan, Tiltak } from '#src/domain/tiltak.ts';
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
      extra: true,
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

type Row = RowCells<StatusPerKommuneColumn>;

/** Reads what each kommune has reported. A row that cannot be placed is a fault; the others count. */
export function readStatusPerKommune(
  read: TabRead<StatusPerKommuneColumn>,
  { plan, kommuner }: StatusContext,
): TabResult<readonly KommuneStatus[]> {
  const faults = new FaultList(read.sheet);
  const tiltakByNr = plan && new Map(plan.tiltak.flatMap((t) => (t.nr === null ? [] : [[t.nr, t] as const])));
  const statuses = new Map<string, KommuneStatus>();
  let skipped = 0;

  for (const row of read.rows) {
    if (isExampleRow([row.cell('kommune')])) {
      skipped++;
      continue;
    }
    const nr = readTiltakNr(row, tiltakByNr, faults);
    const written = cellText(row.cell('kommune'));
    if (nr === null || written === '') continue;

    const kommune = kommuner.find(written);
    if (kommune === null) {
      kommuner.check(written, row.at('kommune'), faults);
      continue;
    }
    const status = { nr, kommune, status: readStatus(row, faults).status, fullfort: readFullfort(row, null, faults) };
    if (statuses.has(`${nr} ${kommune}`)) addRepeatedFault(row, nr, written, faults);
    else statuses.set(`${nr} ${kommune}`, status);
  }
  return { value: [...statuses.values()], faults: faults.faults, rows: statuses.size, skipped };
}

/** The nr of a tiltak that kommuner have their own statuses for; a status nobody would ever see is a fault. */
function readTiltakNr(row: Row, tiltakByNr: ReadonlyMap<string, Tiltak> | null, faults: FaultList): string | null {
  const reading = readNr(row.cell('nr'));
  if (reading.kind === 'blank') return null;
  const nr = reading.kind === 'nr' ? reading.nr : null;
  if (nr !== null && tiltakByNr === null) return nr;

  const found = cellText(row.cell('nr'));
  const tiltak = nr === null ? undefined : tiltakByNr?.get(nr);
  if (!tiltak) {
    const message = `«${found}» er ikke nummeret på noe tiltak i planen.`;
    faults.add(row.at('nr'), found, 'nummeret på et tiltak i planen', message);
    return null;
  }
  if (tiltak.fanOut !== 'none') return nr;
  faults.add(
    row.at('nr'),
    found,
    'nummeret på et tiltak som alle kommuner har ansvar for',
    `${found} har egne ansvarlige, så statusen her blir ikke brukt. Skriv den i planen.`,
  );
  return null;
}

function addRepeatedFault(row: Row, nr: string, kommune: string, faults: FaultList): void {
  const found = `${nr} ${kommune}`;
  const message = `${found} står to ganger. Den første gjelder.`;
  faults.add(row.at('kommune'), found, 'én rad per tiltak og kommune', message);
}
