import { strFromU8, unzipSync } from 'fflate';
import type { NewCell, Target } from '#src/workbook/edit.ts';
import { logLines } from '#src/workbook/log-lines.ts';
import type { Tab } from '#src/workbook/workbook.ts';
import { planXlsx } from '#src/workbook/xlsx/plan.ts';
import { readXlsx } from '#src/workbook/xlsx/reader.ts';
import { xlsxParts, zip } from './xlsx-by-hand.ts';

/** What is to be written, 0-based. The tab is «Ark» when it is left out. */
interface Asked {
  readonly tab?: string;
  readonly row: number;
  readonly cells: Readonly<Record<number, NewCell>>;
}

interface Edited {
  readonly bytes: Uint8Array;
  readonly tabs: readonly Tab[];
  /** The text of every part. */
  readonly parts: Readonly<Record<string, string>>;
  /** The parts that are not what they were, or were not there. */
  readonly changed: readonly string[];
}

/** The workbook with these cells changed, whoever's they are. */
export function editedXlsx(before: Uint8Array, { tab = 'Ark', row, cells }: Asked): Edited {
  const tabs = readXlsx(before, 'ark.xlsx');
  const changes = Object.entries(cells).map(([column, to]) => ({ column: Number(column), from: null, to }));
  const target: Target = { tab, row, key: [], name: 'raden', changes };
  const lines = logLines(target, { at: '2024-06-03 08:12', by: 'U01' }, 'bcdfghjk');
  const bytes = planXlsx({ name: 'ark.xlsx', bytes: before, tabs }, target, lines);
  const [old, parts] = [partsOf(before), partsOf(bytes)];
  const changed = Object.keys(parts).filter((path) => parts[path] !== old[path]);
  return { bytes, tabs: readXlsx(bytes, 'ark.xlsx'), parts, changed };
}

const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content, true)]));

/** An .xlsx spelt out, complete enough to get a new tab; `more` parts replace those by the same name. */
export const wholeXlsx = (
  content: Parameters<typeof xlsxParts>[0],
  more: (parts: Readonly<Record<string, string>>) => Readonly<Record<string, string>> = () => ({}),
): Uint8Array => {
  const parts = { ...xlsxParts(content), '[Content_Types].xml': CONTENT_TYPES };
  return zip({ ...parts, ...more(parts) });
};

const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';
