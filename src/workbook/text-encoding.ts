import { startsWith } from './bytes.ts';

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
