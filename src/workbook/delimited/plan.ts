import type { Target } from '#src/workbook/edit.ts';
import type { HeldFile } from '#src/workbook/files/reading.ts';
import { readsAsAsked } from '#src/workbook/files/reads-as-asked.ts';
import { textCell } from '#src/workbook/grid.ts';
import { cellName, type LogLine } from '#src/workbook/log-lines.ts';
import { notInEncoding, tabAndLineBreak, unsure } from '#src/workbook/write-trouble.ts';
import { asText, type DelimitedText, fitsIn, lineBreakOf, setCells, type TextChange } from './edit.ts';
import { addToLog, soundText } from './log.ts';
import { parseDelimited } from './parse.ts';
import { decodeText, encodeText, encodingOf, looksLikeText, unencodable } from './text-encoding.ts';

/** What the files are to hold when the edit is done. */
export interface DelimitedPlan {
  readonly table: Uint8Array;
  readonly log: Uint8Array;
}

/**
 * Works out an edit of a text file and its log. Nothing else in the file changes by a byte.
 *
 * @throws WorkbookError when the file cannot hold it, or cannot be changed safely
 */
export function planDelimited(file: HeldFile, log: HeldFile, target: Target, lines: readonly LogLine[]): DelimitedPlan {
  const table = soundText(decodeText(file.bytes), file.name);
  const encoding = encodingOf(file.bytes);
  const style = { delimiter: table.delimiter, lineBreak: lineBreakOf(table.text), encoding };
  return { table: changed(file, table, target), log: addToLog(log, lines, style) };
}

function changed(file: HeldFile, table: DelimitedText, target: Target): Uint8Array {
  const encoding = encodingOf(file.bytes);
  const changes = target.changes.map(({ column, to }): TextChange => {
    const text = asText(to);
    const missing = unencodable(text, encoding);
    if (missing !== null) throw notInEncoding(file.name, missing);
    if (!fitsIn(table.delimiter, text)) throw tabAndLineBreak(cellName(target, column));
    return { column, text };
  });
  const bytes = encodeText(setCells(table, target.row, changes), encoding);

  // Read again as everybody will read it: a new cell may change what the reader takes the rest of the file for.
  const text = decodeText(bytes);
  const expected = new Map(changes.map(({ column, text: content }) => [column, textCell(content)]));
  const isRead =
    looksLikeText(text) &&
    readsAsAsked(parseDelimited(table.text, file.name), parseDelimited(text, file.name), target.row, expected);
  if (!isRead || !sameBytesElsewhere(file.bytes, table, encoding)) throw unsure(file.name);
  return bytes;
}

/** Whether writing back what was read gives the file as it was: bytes that are no text of its encoding would be lost. */
const sameBytesElsewhere = (bytes: Uint8Array, { text }: DelimitedText, encoding: ReturnType<typeof encodingOf>) =>
  Buffer.from(bytes).equals(encodeText(text, encoding));
