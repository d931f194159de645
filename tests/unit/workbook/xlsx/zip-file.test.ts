import { strToU8, unzipSync, Zip, ZipDeflate, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readEntries } from '#src/workbook/xlsx/zip-entries.ts';
import { openZip } from '#src/workbook/xlsx/zip-file.ts';

const content = {
  'xl/a.xml': strToU8('<a/>'.repeat(50)),
  'xl/Øb.xml': strToU8('<b/>'),
  'xl/tom.xml': new Uint8Array(),
};

/** As a program writes it that does not know beforehand how long the parts will be. */
function streamed(): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((_error, piece) => pieces.push(piece));
  for (const [name, bytes] of Object.entries(content)) {
    const part = new ZipDeflate(name);
    zip.add(part);
    part.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(pieces);
}

const packed = (bytes: Uint8Array) =>
  readEntries(Buffer.from(bytes)).map(({ name, data }) => [name, data.toString('hex')]);

test.each([
  ['as most programs write it', () => zipSync(content, { mtime: '2024-01-01', comment: '' })],
  ['with the sizes after the data', streamed],
])('%s: one part is replaced and one added, and the rest is packed as it was', (_what, make) => {
  const before = make();
  const zip = openZip(before);

  zip.write('/XL/a.xml', strToU8('ny'));
  zip.write('xl/c.xml', strToU8('<c/>'));
  const after = zip.toBytes();

  expect(packed(after).filter(([name]) => !/[ac]\.xml/.test(name ?? ''))).toEqual(packed(before).slice(1));
  expect(unzipSync(after)).toEqual({ ...content, 'xl/a.xml': strToU8('ny'), 'xl/c.xml': strToU8('<c/>') });
  expect(zip.read('xl/a.xml')?.toString()).toBe('ny');
  expect(zip.read('xl/ikke.xml')).toBeNull();
});

test('the remark at its end is kept', () => {
  const remark = Buffer.from('laget av');
  const bytes = Buffer.concat([zipSync(content), remark]);
  bytes.writeUInt16LE(remark.length, bytes.length - remark.length - 2);

  expect(Buffer.from(openZip(bytes).toBytes()).toString('latin1')).toMatch(/laget av$/);
});

test.each<[string, Uint8Array]>([
  ['cut off', zipSync(content).slice(0, -30)],
  ['cut in the middle', Buffer.concat([zipSync(content).slice(0, 40), zipSync(content).slice(-300)])],
  ['no zip', strToU8('PK')],
])('is not opened: %s', (_what, bytes) => {
  expect(() => openZip(bytes)).toThrow();
});

test('a part that is not what the table of contents promises is not read', () => {
  const bytes = Buffer.from(zipSync({ 'a.xml': [strToU8('heisan'), { level: 0 }] }));
  bytes.write('H', bytes.indexOf('heisan'));
  expect(() => openZip(bytes).read('a.xml')).toThrow(/Damaged part a\.xml/);
});
