import { containsBirthNumber, HIDDEN_BIRTH_NUMBER } from '#src/domain/birth-number.ts';
import type { Fault } from '#src/domain/fault.ts';
import type { Cell, Tab } from '#src/workbook/workbook.ts';
import { a1 } from './address.ts';

/**
 * Takes birth numbers out before anything else reads the tab, so that none can reach a message, a log or the state
 * (personopplysningsloven § 12). Their cells are faults; what stood there is not repeated.
 */
export function withoutBirthNumbers(tab: Tab): { readonly tab: Tab; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const rows = tab.rows.map((cells, row) => {
    if (!cells.some(holdsBirthNumber)) return cells;
    return cells.map((cell, column): Cell => {
      if (!holdsBirthNumber(cell)) return cell;
      faults.push({
        sheet: tab.name,
        cell: a1(row, column),
        found: HIDDEN_BIRTH_NUMBER,
        expected: 'ingen opplysninger om enkeltpersoner',
        message: 'Cellen ser ut til å inneholde et fødselsnummer. Slett det fra arket, også fra endringsloggen.',
      });
      return HIDDEN_BIRTH_NUMBER;
    });
  });
  return faults.length === 0 ? { tab, faults } : { tab: { ...tab, rows }, faults };
}

function holdsBirthNumber(cell: Cell): boolean {
  return (typeof cell === 'string' || typeof cell === 'number') && containsBirthNumber(cell);
}
