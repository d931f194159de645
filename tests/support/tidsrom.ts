import type { CellValue } from '#src/domain/cell-value.ts';
import { type Frist, parseTidsrom } from '#src/domain/tidsrom.ts';

/** How a cell is read, on one line: `by ..2024-05-01 day`, `range 2024-01-01..2024-03-31 quarter`, `depends-on 1.1`. */
export function readAs(cell: CellValue, planYear: number | null = null): string {
  return brief(parseTidsrom(cell, planYear));
}

export function brief({ kind, start, end, precision, dependsOn }: Frist): string {
  const days = start === null && end === null ? null : `${start ?? ''}..${end ?? ''}`;
  return [kind, dependsOn.join('+') || null, days, precision].filter((part) => part !== null).join(' ');
}
