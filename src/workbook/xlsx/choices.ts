import type { Workbook } from '@cj-tech-master/excelts';

/** The hidden tab that holds the values of drop-downs that cannot stand in the rule itself. */
const SHEET = 'Lister';

/** Excel's limit for values that stand in the rule. */
const LONGEST_INLINE = 255;

/** What drop-downs offer, as Excel refers to it. */
export interface ChoiceLists {
  /** The first operand of a list rule that offers these values. */
  formula(values: readonly string[]): string;
  /** Adds the hidden tab, when any of the formulas refers to it. */
  addSheet(workbook: Workbook): void;
}

/**
 * Excel separates values in a rule by commas and knows no way to write one («Mindre avvik, men håndteres»), so a list
 * with a comma stands in a column of its own on a hidden tab.
 */
export function choiceLists(): ChoiceLists {
  const columns: (readonly string[])[] = [];

  return {
    formula(values) {
      const inline = values.join(',');
      const fits = inline.length <= LONGEST_INLINE && values.every((value) => !/[,"]/.test(value));
      if (fits) return `"${inline}"`;

      const known = columns.findIndex((column) => column.join('\n') === values.join('\n'));
      const index = known === -1 ? columns.push(values) - 1 : known;
      const letter = String.fromCharCode(65 + index);
      return `${SHEET}!$${letter}$1:$${letter}$${values.length}`;
    },
    addSheet(workbook) {
      if (columns.length === 0) return;
      const sheet = workbook.addWorksheet(SHEET, { state: 'hidden' });
      for (const [index, values] of columns.entries()) sheet.getColumn(index + 1).values = [...values];
    },
  };
}
