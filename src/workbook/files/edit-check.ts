import { stat } from 'node:fs/promises';
import { planDelimited } from '#src/workbook/delimited/plan.ts';
import type { Target } from '#src/workbook/edit.ts';
import { fileOf, logOf } from '#src/workbook/file-editor.ts';
import { ownedByOther } from '#src/workbook/write-trouble.ts';
import { placeOf } from './place.ts';
import { type HeldFile, readPlace } from './reading.ts';
import { assertWritable } from './writable.ts';

/**
 * Refuses a tab in which the bot could not change any cell now, as an edit would: an edit that changes nothing is worked
 * out, and thrown away. Nothing is written, nor locked. What stands in the way of one cell only is found by its own edit.
 *
 * @param path - as the person wrote it; relative to the working directory
 * @throws WorkbookError
 */
export async function assertTabMayBeEdited(path: string, tab: string): Promise<void> {
  const place = await placeOf(path);
  const files = await readPlace(place);
  const nothing: Target = { tab, row: 0, key: [], name: '', changes: [] };
  const file = fileOf(files, nothing, place);
  await assertReplaceable(file);
  if (file.kind === 'xlsx') {
    const { planXlsx } = await import('#src/workbook/xlsx/plan.ts');
    planXlsx(file, nothing, []);
    return;
  }
  const log = await logOf(file, files, place);
  await assertReplaceable(log);
  planDelimited(file, log, nothing, []);
}

/** A change is a new file in the old one's place, which only its owner can make in the owner's name. */
async function assertReplaceable(file: HeldFile): Promise<void> {
  await assertWritable(file);
  if (file.stamp === null) return;
  const self = process.getuid?.() ?? 0;
  if (self !== 0 && (await stat(file.path)).uid !== self) throw ownedByOther(file.name);
}
