import type { Config } from '../config.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { writeTemplates } from './maler.ts';
import type { Terminal } from './output.ts';

/**
 * Writes the blank templates to the folder `--til` names, or with `--google` into the spreadsheets that are named.
 * @param settings read only for `--google`: a folder needs none
 */
export async function maler(
  { values, flags }: Arguments,
  terminal: Terminal,
  settings: () => Promise<Config>,
): Promise<number> {
  const folder = values.til?.trim();
  if (folder && flags.has('google')) throw new UsageError('Velg --til MAPPE eller --google, ikke begge.');
  if (flags.has('google')) {
    const { fillGoogle } = await import('./maler-google.ts');
    return fillGoogle(await settings(), values, terminal);
  }
  if (!folder) {
    throw new UsageError(
      'Si hvor malene skal: maler --til MAPPE skriver filer, og maler --google fyller regnearkene i HANDLINGSPLAN og KAPASITET.',
    );
  }
  const written = await writeTemplates(folder);
  terminal.out(
    `Skrev ${written.join(' og ')} i ${folder}. Last dem opp i Google Disk og åpne dem som Google Regneark.\n`,
  );
  return 0;
}
