import { CELL_SHAPES } from './cell-shapes.ts';
import { DRIVE_SHAPES } from './drive-shapes.ts';
import { REQUEST_SHAPES } from './request-shapes.ts';
import { SHEET_SHAPES } from './sheet-shapes.ts';
import { VALUE_SHAPES } from './value-shapes.ts';

/**
 * The fields the stand-in knows, in the API's own names. A line is `Name field:type …` for a message, or
 * `Name = WORD …` for an enum; a line that starts with a space goes on with the one before. A type is str, int, num,
 * bool, any, fields (a mask), `[X]` for a list, `{X}` for a map, or the name of another line.
 */
const lines = [CELL_SHAPES, SHEET_SHAPES, REQUEST_SHAPES, VALUE_SHAPES, DRIVE_SHAPES]
  .join('\n')
  .replaceAll(/\n +/g, ' ')
  .split('\n')
  .filter((line) => line !== '');

type Message = ReadonlyMap<string, string>;

export const MESSAGES: ReadonlyMap<string, Message> = new Map(
  lines
    .filter((line) => !line.includes(' = '))
    .map((line) => {
      const [name = '', ...fields] = line.trim().split(/ +/);
      return [name, new Map(fields.map((field) => splitAt(field, ':')))];
    }),
);

export const ENUMS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  lines
    .filter((line) => line.includes(' = '))
    .map((line) => {
      const [name, words] = splitAt(line, ' = ');
      return [name, new Set(words.split(/ +/))];
    }),
);

/** What a list or a map holds; else the type itself. */
export const innermost = (type: string): string => type.replace(/^[[{](.*)[\]}]$/, '$1');

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
