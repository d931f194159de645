import { isUtf8 } from 'node:buffer';
import { once } from '#src/once.ts';
import { startsWith } from '#src/workbook/bytes.ts';

/** How the text of a file is stored, its byte order mark included. */
export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The text of a file, whatever program saved it: UTF-8 or UTF-16 by its byte order mark, else UTF-8, and
 * Windows-1252 (Excel's plain «CSV») when the bytes are not valid UTF-8. The mark itself is no part of the text.
 */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * Whether decoded text can be something a person wrote, and not a picture, a PDF or a zip with another ending.
 * Stray control characters come with text pasted from Word and are let through; NUL never is.
 */
export function looksLikeText(text: string): boolean {
  if (text.includes('\0') || text.startsWith('%PDF-')) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  const controlCharacters = text.match(/[\x01-\x08\x0e-\x1f]/g)?.length ?? 0;
  return controlCharacters <= text.length / 100;
}

/** The encoding that {@link decodeText} reads these bytes by. */
export function encodingOf(bytes: Uint8Array): TextEncoding {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  if (!isUtf8(bytes)) return 'windows-1252';
  return startsWith(bytes, 0xef, 0xbb, 0xbf) ? 'utf-8-bom' : 'utf-8';
}

/** Text as bytes, with the byte order mark that belongs to the encoding. What it lacks becomes a question mark. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'windows-1252':
      return Uint8Array.from(text, (character) => windows1252().get(character) ?? QUESTION_MARK);
  }
}

/** The first character that the encoding has no way to write, or null when it can hold the whole text. */
export function unencodable(text: string, encoding: TextEncoding): string | null {
  const isMissing = (character: string) =>
    encoding === 'windows-1252' ? !windows1252().has(character) : !character.isWellFormed();
  return [...text].find(isMissing) ?? null;
}

/** The text with a question mark for each character that the encoding has no way to write. */
export const encodable = (text: string, encoding: TextEncoding): string =>
  encoding === 'windows-1252'
    ? [...text].map((character) => (windows1252().has(character) ? character : '?')).join('')
    : text.toWellFormed();

const QUESTION_MARK = 0x3f;

/** Character → byte. */
const windows1252 = once(() => {
  const characters = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return new Map([...characters].map((character, byte) => [character, byte]));
});
