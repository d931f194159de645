import type { Snapshot } from './workbook.ts';

/** Formulas may have come to something else though the file is the same: equal versions are to mean equal content. */
export function asOwnVersion(next: Snapshot, last: Snapshot | null): Snapshot {
  if (!last || !isVersionOf(last.version, next.version)) return next;
  const isSame = JSON.stringify(next.tabs) === JSON.stringify(last.tabs);
  const again = Number(last.version.slice(next.version.length + 1) || 0) + 1;
  return { ...next, version: isSame ? last.version : `${next.version}~${again}` };
}

function isVersionOf(own: string, version: string): boolean {
  return own === version || own.startsWith(`${version}~`);
}
