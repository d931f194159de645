import type { CellValue } from '#src/domain/cell-value.ts';
import { cellText } from '#src/domain/cell-value.ts';

/** The greyed row of our own templates: one of its first texts begins with «Eksempel:». */
export function isExampleRow(cells: readonly CellValue[]): boolean {
  return cells.some((cell) => typeof cell === 'string' && cell.length > 8 && /^\s*eksempel\s*:/i.test(cell));
}

/** «Tiltak», «[Tiltak]», «Nytt tiltak», «…»: text that stands in a row nobody has filled in. */
export function isPlaceholderText(cell: CellValue): boolean {
  return /^(?:\[?\s*(?:nytt )?tiltak\s*\d*\s*\]?|\[[^\]]*\]|beskrivelse(?: av tiltak(?:et)?)?|xx+|[.…\s–—-]*)$/i.test(
    cellText(cell),
  );
}
