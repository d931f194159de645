import { type Arguments, UsageError } from './arguments.ts';
import { writeTemplates } from './maler.ts';
import type { Terminal } from './output.ts';

/** Writes the blank templates to the folder `--til` names. */
export async function maler({ values }: Arguments, terminal: Terminal): Promise<number> {
  const folder = values.til?.trim();
  if (!folder) throw new UsageError('Si hvor malene skal skrives: maler --til MAPPE.');
  const written = await writeTemplates(folder);
  terminal.out(
    `Skrev ${written.join(' og ')} i ${folder}. Last dem opp i Google Disk og åpne dem som Google Regneark.\n`,
  );
  return 0;
}
