import type { sheets_v4 } from '@googleapis/sheets';
import { indexOf, letters } from './letters.ts';

type Value = sheets_v4.Schema$ExtendedValue;

/**
 * What an entered value comes to, or undefined when the cell is blank. The stand-in does not calculate: it knows
 * numbers joined by + - * /, and every other formula shows `#NAME?`, unless whoever set the cell said what it comes to.
 */
export function evaluate(entered: Value): Value | undefined {
  const { formulaValue, stringValue, numberValue, boolValue, errorValue } = entered;
  if (typeof formulaValue === 'string') return calculated(formulaValue);
  if (typeof stringValue === 'string') return stringValue === '' ? undefined : { stringValue };
  if (typeof numberValue === 'number') return { numberValue };
  if (typeof boolValue === 'boolean') return { boolValue };
  return errorValue ? { errorValue } : undefined;
}

function calculated(formula: string): Value {
  const sum = /^=\s*(-?[\d.]+(?:\s*[-+*/]\s*[\d.]+)*)\s*$/.exec(formula)?.[1];
  if (sum === undefined) return { errorValue: { type: 'NAME', message: 'Unknown function' } };
  const number = terms(sum);
  return Number.isFinite(number) ? { numberValue: number } : { errorValue: { type: 'DIVIDE_BY_ZERO', message: '' } };
}

/** Products first, then sums. */
function terms(sum: string): number {
  const parts = sum.replaceAll(/\s/g, '').match(/[-+]?[\d.]+(?:[*/][\d.]+)*/g) ?? [];
  return parts.reduce((total, part) => total + factors(part), 0);
}

function factors(part: string): number {
  const [first = '', ...rest] = part.match(/[*/]?[-+]?[\d.]+/g) ?? [];
  return rest.reduce(
    (product, factor) =>
      factor.startsWith('/') ? product / Number(factor.slice(1)) : product * Number(factor.slice(1)),
    Number(first),
  );
}

const REFERENCE = /"[^"]*"|'[^']*'!|(\$?)\b([A-Z]{1,3})(\$?)([1-9]\d*)\b(?!\()/g;

/** A formula as it reads when it is copied so many rows and columns away: what no dollar holds moves along. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  return formula.replaceAll(REFERENCE, (all, fixedColumn: string | undefined, column, fixedRow, row) => {
    if (fixedColumn === undefined || column === undefined) return all;
    const across = fixedColumn ? column : letters(indexOf(column) + columns);
    return `${fixedColumn}${across}${fixedRow}${fixedRow ? row : Number(row) + rows}`;
  });
}
