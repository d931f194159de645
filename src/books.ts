import { resolve, sep } from 'node:path';
import { bookOpener, type GooglePatience, googleIdOf } from './book-opener.ts';
import type { Config } from './config.ts';
import type { Books } from './current-model.ts';
import type { WorkbookName } from './sheets/contract.ts';

/** The invented example that ships with the bot: a folder with both workbooks' tabs. */
const EXAMPLE = resolve(import.meta.dirname, '../sheets-templates/eksempel');

type Named = Pick<Config, 'handlingsplan' | 'kapasitet' | 'google'>;

/**
 * Opens the workbooks the settings name.
 * @param exampleWhenUnset in the terminal the example stands in for a workbook nobody has named; in Slack nothing does
 * @param patience with Google; the usual where it is left out
 */
export async function openBooks(
  config: Named,
  exampleWhenUnset: boolean,
  patience: GooglePatience = {},
): Promise<Books> {
  const named = (name: WorkbookName) => config[name] ?? (exampleWhenUnset ? EXAMPLE : null);
  const handlingsplan = named('handlingsplan');
  const kapasitet = named('kapasitet');
  const opener = bookOpener(config.google, patience);
  const specs = { handlingsplan, kapasitet };
  return {
    handlingsplan: handlingsplan === null ? null : await opener.workbook(handlingsplan),
    kapasitet: kapasitet === null ? null : await opener.workbook(kapasitet),
    sources: {
      get handlingsplan() {
        return handlingsplan === null ? null : sourceOf(handlingsplan);
      },
      get kapasitet() {
        return kapasitet === null ? null : sourceOf(kapasitet);
      },
    },
    async editor(name) {
      const spec = specs[name];
      // What ships with the bot is everybody's.
      return spec === null || isExample(spec) ? null : opener.editor(spec);
    },
    examples: [
      ...(isExample(handlingsplan) ? (['handlingsplan'] as const) : []),
      ...(isExample(kapasitet) ? (['kapasitet'] as const) : []),
    ],
  };
}

/** Tells workbooks apart in the state, which must not hold where they are: one may be read after another was tried. */
function sourceOf(spec: string): string {
  const address = googleIdOf(spec) ?? resolve(spec);
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
