/** One part of a zip, with what the table of contents says of it. Sizes are in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly rawName: Buffer;
  /** Which program made it, and which version can unpack it. */
  readonly madeBy: number;
  readonly needs: number;
  readonly flags: number;
  readonly method: number;
  /** Time and date, as MS-DOS has them. */
  readonly modified: number;
  readonly checksum: number;
  /** Unpacked. */
  readonly size: number;
  /** As it is packed. */
  readonly data: Buffer;
  readonly internal: number;
  readonly external: number;
  readonly extra: Buffer;
  readonly localExtra: Buffer;
  readonly comment: Buffer;
}

const END = 0x06054b50;
const END_SIZE = 22;
const BIG_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_16 = 0xffff;
const MAX_32 = 0xffffffff;
const ENCRYPTED = 1;
const UTF8_NAME = 0x800;
/** The extra field that holds sizes for which 32 bits are too few; some programs write it for small files too. */
const ZIP64 = 1;

/** The parts of a zip in the order of its table of contents. Throws when it is damaged. */
export function readEntries(file: Buffer): readonly ZipEntry[] {
  const { count, start } = contentsPlace(file);
  const entries: ZipEntry[] = [];
  for (let index = 0, at = start; index < count; index++) {
    if (file.readUInt32LE(at) !== CENTRAL) throw new Error('Damaged table of contents');
    entries.push(readEntry(file, at));
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** The remark that a program may have put at the end of the file. */
export const zipComment = (file: Buffer): Buffer => file.subarray(endPlace(file) + END_SIZE);

function readEntry(file: Buffer, at: number): ZipEntry {
  const flags = file.readUInt16LE(at + 8);
  if ((flags & ENCRYPTED) !== 0) throw new Error('An encrypted part');
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
  const rawName = slice(file, at + 46, nameLength);
  const extra = slice(file, at + 46 + rawName.length, extraLength);
  const [size, packedSize, local] = bigNumbers(
    [file.readUInt32LE(at + 24), file.readUInt32LE(at + 20), file.readUInt32LE(at + 42)],
    extra,
  );
  if (file.readUInt32LE(local) !== LOCAL) throw new Error('A part is not where it should be');
  const localNameLength = file.readUInt16LE(local + 26);
  const localExtraLength = file.readUInt16LE(local + 28);
  const localExtra = slice(file, local + 30 + localNameLength, localExtraLength);
  return {
    name: rawName.toString((flags & UTF8_NAME) === 0 ? 'latin1' : 'utf8'),
    rawName,
    madeBy: file.readUInt16LE(at + 4),
    needs: file.readUInt16LE(at + 6),
    flags,
    method: file.readUInt16LE(at + 10),
    modified: file.readUInt32LE(at + 12),
    checksum: file.readUInt32LE(at + 16),
    size,
    data: slice(file, local + 30 + localNameLength + localExtraLength, packedSize),
    internal: file.readUInt16LE(at + 36),
    external: file.readUInt32LE(at + 38),
    extra: withoutSizes(extra),
    localExtra: withoutSizes(localExtra),
    comment: slice(file, at + 46 + rawName.length + extra.length, commentLength),
  };
}

function slice(file: Buffer, start: number, length = 0): Buffer {
  const part = file.subarray(start, start + length);
  if (part.length !== length) throw new Error('The zip is cut off');
  return part;
}

function endPlace(file: Buffer): number {
  for (let at = file.length - END_SIZE; at >= Math.max(0, file.length - END_SIZE - MAX_16); at--) {
    if (file.readUInt32LE(at) === END && at + END_SIZE + file.readUInt16LE(at + 20) === file.length) return at;
  }
  throw new Error('No end of a zip');
}

function contentsPlace(file: Buffer): { readonly count: number; readonly start: number } {
  const end = endPlace(file);
  const count = file.readUInt16LE(end + 10);
  const start = file.readUInt32LE(end + 16);
  const isBig = end >= 20 && file.readUInt32LE(end - 20) === BIG_LOCATOR && (count === MAX_16 || start === MAX_32);
  if (!isBig) return { count, start };
  const big = Number(file.readBigUInt64LE(end - 12));
  return { count: Number(file.readBigUInt64LE(big + 32)), start: Number(file.readBigUInt64LE(big + 48)) };
}

/** Numbers that 32 bits are too few for stand in the extra field instead, in the same order. */
function bigNumbers(numbers: readonly [number, number, number], extra: Buffer): readonly [number, number, number] {
  const field = fieldsOf(extra).find(({ id }) => id === ZIP64)?.content ?? Buffer.alloc(0);
  let at = 0;
  const read = (number: number) => {
    if (number !== MAX_32) return number;
    at += 8;
    return Number(field.readBigUInt64LE(at - 8));
  };
  const [size, packedSize, place] = numbers;
  return [read(size), read(packedSize), read(place)];
}

const withoutSizes = (extra: Buffer): Buffer =>
  Buffer.concat(fieldsOf(extra).flatMap(({ id, whole }) => (id === ZIP64 ? [] : [whole])));

function fieldsOf(extra: Buffer) {
  const fields: { readonly id: number; readonly content: Buffer; readonly whole: Buffer }[] = [];
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    fields.push({ id: extra.readUInt16LE(at), content: extra.subarray(at + 4, end), whole: extra.subarray(at, end) });
    at = end;
  }
  return fields;
}
