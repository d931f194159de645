const DAY_MS = 86_400_000;
const FIRST = Date.UTC(1899, 11, 30);

/** The day a serial number means. */
export function dayOf(serial: number): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(FIRST + Math.floor(serial) * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days since 1899-12-30, or null when the calendar has no such day. */
export function serialOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return Math.round((date.getTime() - FIRST) / DAY_MS);
}
