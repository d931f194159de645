import type { ZipEntry } from './zip-entries.ts';

/** Sizes that follow the data instead of standing before it: here they are known. */
const SIZES_AFTER = 8;

/** A zip of these parts, in this order, with their packed data as it is. */
export function writeEntries(entries: readonly ZipEntry[], comment: Buffer): Uint8Array {
  const parts: Buffer[] = [];
  const contents: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const local = Buffer.concat([localHeader(entry), entry.rawName, entry.localExtra, entry.data]);
    parts.push(local);
    contents.push(Buffer.concat([centralHeader(entry, at), entry.rawName, entry.extra, entry.comment]));
    at += local.length;
  }
  const table = Buffer.concat(contents);
  return Buffer.concat([...parts, table, endRecord(entries.length, table.length, at, comment)]);
}

function localHeader(entry: ZipEntry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(entry.needs, 4);
  writeCommon(header, 6, entry);
  header.writeUInt16LE(entry.localExtra.length, 28);
  return header;
}

function centralHeader(entry: ZipEntry, place: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(entry.madeBy, 4);
  header.writeUInt16LE(entry.needs, 6);
  writeCommon(header, 8, entry);
  header.writeUInt16LE(entry.extra.length, 30);
  header.writeUInt16LE(entry.comment.length, 32);
  header.writeUInt16LE(entry.internal, 36);
  header.writeUInt32LE(entry.external, 38);
  header.writeUInt32LE(place, 42);
  return header;
}

/** From the flags to the length of the name, both headers say the same. */
function writeCommon(header: Buffer, at: number, entry: ZipEntry): void {
  header.writeUInt16LE(entry.flags & ~SIZES_AFTER, at);
  header.writeUInt16LE(entry.method, at + 2);
  header.writeUInt32LE(entry.modified, at + 4);
  header.writeUInt32LE(entry.checksum, at + 8);
  header.writeUInt32LE(entry.data.length, at + 12);
  header.writeUInt32LE(entry.size, at + 16);
  header.writeUInt16LE(entry.rawName.length, at + 20);
}

function endRecord(count: number, tableLength: number, tablePlace: number, comment: Buffer): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(tableLength, 12);
  record.writeUInt32LE(tablePlace, 16);
  record.writeUInt16LE(comment.length, 20);
  return Buffer.concat([record, comment]);
}
