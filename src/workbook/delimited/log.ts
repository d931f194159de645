import { LOGG } from '#src/workbook/edit.ts';
import type { HeldFile } from '#src/workbook/files/reading.ts';
import { hasLogHeadings, type LogLine } from '#src/workbook/log-lines.ts';
import type { Cell } from '#src/workbook/workbook.ts';
import { otherLog, strayQuotes, unsure } from '#src/workbook/write-trouble.ts';
import { type DelimitedText, delimitedLine, insertBelowFirst, removeRows } from './edit.ts';
import { layoutOf, parseDelimited } from './parse.ts';
import { decodeText, encodable, encodeText, encodingOf, type TextEncoding } from './text-encoding.ts';

/** How a log that is not there yet is to be written: as the file that it tells of. */
export interface LogStyle {
  readonly delimiter: string;
  readonly lineBreak: string;
  readonly encoding: TextEncoding;
}

/**
 * The log with these lines below its headings.
 *
 * @throws WorkbookError when the file is something else, or cannot be changed safely
 */
export function addToLog(log: HeldFile, lines: readonly LogLine[], style: LogStyle): Uint8Array {
  const before = decodeText(log.bytes);
  const rows = parseDelimited(before, log.name);
  if (rows.length === 0) return newLog(lines, style);
  if (!hasLogHeadings(rows)) throw otherLog(log.name);

  const encoding = encodingOf(log.bytes);
  // A letter that an old log cannot hold must not stop the edit; it reads as a question mark.
  const held = lines.map((line) => line.map((text) => encodable(text, encoding)));
  const after = insertBelowFirst(soundText(before, log.name), held);
  assertLogged(rows, parseDelimited(after, log.name), held, log.name);
  return encodeText(after, encoding);
}

/** The log without the lines about this edit, or null when it has none. */
export function removeFromLog(log: HeldFile, ref: string): Uint8Array | null {
  const text = decodeText(log.bytes);
  if (!text.includes(ref)) return null;
  const column = LOGG.headings.indexOf('Ref');
  const rows = [...parseDelimited(text, log.name).entries()].filter(([, cells]) => cells[column] === ref);
  if (rows.length === 0) return null;
  return encodeText(removeRows(soundText(text, log.name), new Set(rows.map(([row]) => row))), encodingOf(log.bytes));
}

/** A file where the quotation marks say where cells begin and end. Throws WorkbookError when they do not. */
export function soundText(text: string, fileName: string): DelimitedText {
  const { delimiter, quoted } = layoutOf(text, fileName);
  if (!quoted) throw strayQuotes(fileName);
  return { text, delimiter };
}

/** Excel takes UTF-8 without a mark for the old encoding; one that the file beside it does without is left out. */
function newLog(lines: readonly LogLine[], { delimiter, lineBreak, encoding }: LogStyle): Uint8Array {
  const text = [LOGG.headings, ...lines].map((line) => delimitedLine(line, delimiter) + lineBreak).join('');
  return encodeText(text, encoding === 'utf-8' ? 'utf-8' : 'utf-8-bom');
}

function assertLogged(
  before: readonly (readonly Cell[])[],
  after: readonly (readonly Cell[])[],
  lines: readonly LogLine[],
  name: string,
): void {
  const added = after.slice(1, 1 + lines.length);
  const isAdded = lines.every((line, index) => line.every((text, column) => (added[index]?.[column] ?? '') === text));
  const rest = [...after.slice(0, 1), ...after.slice(1 + lines.length)];
  if (!isAdded || JSON.stringify(rest) !== JSON.stringify(before)) throw unsure(name);
}
