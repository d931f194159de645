import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { partKey } from './package.ts';
import { readEntries, type ZipEntry, zipComment } from './zip-entries.ts';
import { writeEntries } from './zip-write.ts';

const DEFLATED = 8;
const STORED = 0;

/** A zip that can be changed part by part; every other part goes into the new file as it is packed in the old one. */
export interface ZipFile {
  /** Names of the parts, as they are compared: without case or a slash in front. */
  readonly keys: ReadonlySet<string>;
  /** What a part holds, changes included, or null when there is no such part. */
  read(path: string): Uint8Array | null;
  /** Replaces a part, or adds it at the end. */
  write(path: string, content: Uint8Array): void;
  toBytes(): Uint8Array;
}

/** Throws when it is no whole zip, or has parts that are packed in a way of their own. */
export function openZip(bytes: Uint8Array): ZipFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, ZipEntry>();
  for (const entry of readEntries(file)) {
    const key = partKey(entry.name);
    // Which of two parts by the same name counts is up to the program that reads.
    if (entries.has(key)) throw new Error(`Two parts are named ${entry.name}`);
    entries.set(key, entry);
  }
  return {
    get keys() {
      return new Set(entries.keys());
    },
    read(path) {
      const entry = entries.get(partKey(path));
      return entry === undefined ? null : unpacked(entry);
    },
    write(path, content) {
      const old = entries.get(partKey(path)) ?? likeNew(path, [...entries.values()]);
      const method = content.length === 0 ? STORED : DEFLATED;
      const data = method === STORED ? Buffer.from(content) : deflateRawSync(content);
      entries.set(partKey(path), { ...old, method, data, size: content.length, checksum: crc32(content) });
    },
    toBytes: () => writeEntries([...entries.values()], zipComment(file)),
  };
}

function unpacked({ name, method, data, size, checksum }: ZipEntry): Uint8Array {
  if (method !== STORED && method !== DEFLATED) throw new Error(`Unknown packing of ${name}`);
  const content = method === STORED ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  if (content.length !== size || crc32(content) !== checksum) throw new Error(`Damaged part ${name}`);
  return content;
}

/** A part that was not there: made by the same program at the same time as the first one, for all that anybody can see. */
function likeNew(path: string, [first]: readonly ZipEntry[]): ZipEntry {
  if (first === undefined) throw new Error('An empty zip');
  return {
    ...first,
    name: path,
    rawName: Buffer.from(path, 'latin1'),
    localExtra: EMPTY,
    extra: EMPTY,
    comment: EMPTY,
  };
}

const EMPTY = Buffer.alloc(0);
