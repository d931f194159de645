import { describe, expect, test } from 'vitest';
import { decodeText, looksLikeText } from '#src/workbook/delimited/text-encoding.ts';

const text = 'Frøya\tÅfjord';

describe('a text file is read whatever program saved it', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, Excel’s «Unicode-tekst»', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, the other byte order', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['Windows-1252, Excel’s plain «CSV»', Buffer.from(text, 'latin1')],
  ])('%s', (_what, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  test('Windows-1252 has dashes and quotation marks where Latin-1 has none', () => {
    expect(decodeText(Uint8Array.of(0x31, 0x96, 0x32, 0x93, 0xe5, 0x94))).toBe('1–2“å”');
  });
});

describe('what is no text', () => {
  test.each([
    ['nothing', '', true],
    ['a line break pasted from Word', `En lang celle med\vlinjeskift${' og mer tekst'.repeat(9)}`, true],
    ['a stray control character in a long text', `\x02${'tekst '.repeat(40)}`, true],
    ['a NUL', 'PNG\0', false],
    ['many control characters', '\x01\x02a\x03', false],
    ['a PDF', '%PDF-1.7 obj', false],
  ])('%s', (_what, content, expected) => {
    expect(looksLikeText(content)).toBe(expected);
  });
});
