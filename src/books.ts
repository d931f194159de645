import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Config } from './config.ts';
import type { Books } from './current-model.ts';
import type { WorkbookName } from './sheets/contract.ts';
import { openFileWorkbook } from './workbook/file-workbook.ts';
import { parseSpreadsheetId } from './workbook/spreadsheet-id.ts';
import type { Workbook } from './workbook/workbook.ts';

/** The invented example that ships with the bot: a folder with both workbooks' tabs. */
const EXAMPLE = resolve(import.meta.dirname, '../sheets-templates/eksempel');

type Named = Pick<Config, 'handlingsplan' | 'kapasitet' | 'google'>;

/**
 * Opens the workbooks the settings name.
 * @param exampleWhenUnset in the terminal the example stands in for a workbook nobody has named; in Slack nothing does
 * @param googleWithinMs how long a look at a Google spreadsheet may take; the usual time when left out
 */
export async function openBooks(config: Named, exampleWhenUnset: boolean, googleWithinMs?: number): Promise<Books> {
  const named = (name: WorkbookName) => config[name] ?? (exampleWhenUnset ? EXAMPLE : null);
  const handlingsplan = named('handlingsplan');
  const kapasitet = named('kapasitet');
  return {
    handlingsplan: handlingsplan === null ? null : await openWorkbook(handlingsplan, config.google, googleWithinMs),
    kapasitet: kapasitet === null ? null : await openWorkbook(kapasitet, config.google, googleWithinMs),
    sources: {
      get handlingsplan() {
        return handlingsplan === null ? null : sourceOf(handlingsplan);
      },
      get kapasitet() {
        return kapasitet === null ? null : sourceOf(kapasitet);
      },
    },
    examples: [
      ...(isExample(handlingsplan) ? (['handlingsplan'] as const) : []),
      ...(isExample(kapasitet) ? (['kapasitet'] as const) : []),
    ],
  };
}

/** A path that exists is a file, whatever it looks like; then come Google's addresses and ids. */
async function openWorkbook(
  spec: string,
  { credentialsFile, apiRoot }: Config['google'],
  withinMs: number | undefined,
): Promise<Workbook> {
  const spreadsheetId = existsSync(spec) ? null : parseSpreadsheetId(spec);
  if (spreadsheetId === null) return openFileWorkbook(spec);
  const { openGoogleWorkbook } = await import('./workbook/google-workbook.ts');
  return openGoogleWorkbook({
    spreadsheetId,
    ...(credentialsFile === null ? {} : { credentialsFile }),
    ...(apiRoot === null ? {} : { apiRoot }),
    ...(withinMs === undefined ? {} : { withinMs }),
  });
}

/** Tells workbooks apart in the state, which must not hold where they are: one may be read after another was tried. */
function sourceOf(spec: string): string {
  const address = existsSync(spec) ? resolve(spec) : (parseSpreadsheetId(spec) ?? resolve(spec));
  // Loaded by whoever has a state: a question in the terminal has none, and is to be answered fast.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(address).digest('base64url').slice(0, 22);
}

/** Whether everything that is read is the example. */
export function onlyExample({ examples }: Books, read: readonly WorkbookName[]): boolean {
  return read.length > 0 && read.every((name) => examples.includes(name));
}

/** The folder, or one of its files. */
function isExample(spec: string | null): boolean {
  return spec !== null && `${resolve(spec)}${sep}`.startsWith(EXAMPLE + sep);
}
