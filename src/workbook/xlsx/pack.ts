import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The part that holds the file's properties, and with them the mark. */
const PROPERTIES = 'docProps/core.xml';

type Parts = Readonly<Record<string, Uint8Array>>;

/**
 * Packs an .xlsx anew so that equal parts give equal bytes (a fixed time, and a compressor that is the same on every
 * machine), with a mark among its keywords: the hash of all its other parts.
 */
export function packXlsx(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const properties = strFromU8(parts[PROPERTIES] ?? new Uint8Array());
  const marked = properties
    .replace(/<cp:keywords>[^<]*<\/cp:keywords>|<cp:keywords\/>/, '')
    .replace('</cp:coreProperties>', `<cp:keywords>${markOf(parts)}</cp:keywords></cp:coreProperties>`);
  return zipSync({ ...parts, [PROPERTIES]: strToU8(marked) }, { mtime: zipTime(), level: 9 });
}

/** Whether these bytes are a file that {@link packXlsx} packed and nobody has changed or saved since. */
export function isUntouched(bytes: Uint8Array): boolean {
  try {
    const parts = unzipSync(bytes);
    return strFromU8(parts[PROPERTIES] ?? new Uint8Array()).includes(`<cp:keywords>${markOf(parts)}</cp:keywords>`);
  } catch {
    // Not even a zip, so none of ours.
    return false;
  }
}

function markOf(parts: Parts): string {
  const hash = createHash('sha256');
  for (const path of Object.keys(parts).sort()) {
    if (path === PROPERTIES) continue;
    hash.update(`${path}\u0000`);
    hash.update(parts[path] ?? '');
  }
  return `mal ${hash.digest('hex')}`;
}

/** 1 January 2024: a zip holds local time, so it must be built as such to be the same in every time zone. */
function zipTime(): Date {
  return new Date(2024, 0, 1);
}
