import type { Cell } from '#src/workbook/workbook.ts';

const HEADINGS = [
  'Kommune',
  'Enhet',
  'Kategori',
  'Plasser',
  'Bemannet',
  'Belagt',
  'Reservert',
  'Stengt',
  'Ledig fra dato',
  'Tar imot fra andre',
  'Forbehold',
  'Kontakt',
  'Oppdatert',
  'Oppdatert av',
  'Merknad',
];
const KATEGORI = ['korttid utredning/behandling', 'rehabilitering', 'lindrende', 'øhd', 'avlastning'] as const;
const TAR_IMOT = ['ja', 'nei', 'avtale'] as const;
const FORBEHOLD = ['', '', 'tar ikke imot delir', 'ikke smitte'] as const;
/** Fresh, of the evening before, too old and missing, as seen from Monday 3 June 2024 at 08:00. */
const OPPDATERT = ['03.06.2024 07:00', '03.06.2024 06:15', '02.06.2024 18:30', '16.05.2024 09:00', ''] as const;

/** The tab Kapasitet with one row for each kommune, and a second one for every fourth. */
export function kapasitetRows(kommuner: readonly string[]): readonly (readonly Cell[])[] {
  const rows = kommuner.flatMap((kommune, index) =>
    index % 4 === 0 ? [row(kommune, index, 0), row(kommune, index, 1)] : [row(kommune, index, 0)],
  );
  return [HEADINGS, ...rows];
}

function row(kommune: string, index: number, nth: number): readonly Cell[] {
  const plasser = 4 + (index % 30);
  return [
    kommune,
    nth === 0 ? '' : 'Helsehuset',
    at(KATEGORI, index + nth),
    plasser,
    plasser - (index % 3),
    index % 11 === 0 ? '' : plasser - 2 + (index % 5),
    index % 2,
    '',
    index % 9 === 0 ? '10.06.2024' : '',
    at(TAR_IMOT, index),
    at(FORBEHOLD, index),
    `tlf. 00 00 ${String(index % 100).padStart(2, '0')} 00`,
    at(OPPDATERT, index),
    'vaktleder',
    '',
  ];
}

function at(from: readonly string[], index: number): string {
  return from[index % from.length] ?? '';
}
