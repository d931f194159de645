import { unzipSync } from 'fflate';
import { startsWith } from '#src/workbook/bytes.ts';
import { decodeText } from '#src/workbook/delimited/text-encoding.ts';
import { damaged, notAWorkbook, oldExcel, passwordProtected, tooLargeUnpacked } from '#src/workbook/files/trouble.ts';

/** The XML files inside an .xlsx. */
export interface XlsxPackage {
  /** The text of one part, such as `xl/workbook.xml`, or null when the package has no such part. */
  part(path: string): string | null;
}

/** What an .xlsx may unpack to; an honest one of 20 MB stays below. A zip bomb promises far more. */
const MAX_UNPACKED_BYTES = 300 * 1024 ** 2;

/**
 * Looks at the table of contents and refuses what is no .xlsx, before anything is unpacked.
 *
 * @throws WorkbookError
 */
export function openPackage(bytes: Uint8Array, fileName: string): XlsxPackage {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw isEncrypted(bytes) ? passwordProtected(fileName) : oldExcel(fileName);
  if (!startsWith(bytes, 0x50, 0x4b)) throw notAWorkbook(fileName);

  const { entries, unpackedBytes } = tableOfContents(bytes, fileName);
  if (unpackedBytes > MAX_UNPACKED_BYTES) throw tooLargeUnpacked(fileName);

  return {
    part(path) {
      const entry = entries.get(partKey(path));
      return entry === undefined ? null : decodeText(unpack(bytes, entry, fileName));
    },
  };
}

function tableOfContents(bytes: Uint8Array, fileName: string) {
  const entries = new Map<string, string>();
  let unpackedBytes = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries.set(partKey(name), name);
        unpackedBytes += originalSize;
        return false;
      },
    });
  } catch (error) {
    throw damaged(fileName, error);
  }
  return { entries, unpackedBytes };
}

/** Unpacks into the size that the table of contents promised, so an entry that lies about it is cut, not let loose. */
function unpack(bytes: Uint8Array, entry: string, fileName: string): Uint8Array {
  try {
    const unpacked = unzipSync(bytes, { filter: ({ name }) => name === entry });
    return unpacked[entry] ?? new Uint8Array();
  } catch (error) {
    throw damaged(fileName, error);
  }
}

/** Part names are compared without case (ECMA-376 part 2); some programs write them with backslashes. */
export const partKey = (path: string): string => path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/** Excel hides a file with a password inside an old-style container, in a stream of this name. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('EncryptedPackage', 0, 'utf16le');
