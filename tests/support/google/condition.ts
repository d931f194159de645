import type { sheets_v4 } from '@googleapis/sheets';
import { Refusal } from './refusal.ts';
import { isTypedNumber } from './typed.ts';

/** How many values each kind of condition has; what only one of the two takes is marked with it. */
const KINDS = `
NUMBER_GREATER 1 1, NUMBER_GREATER_THAN_EQ 1 1, NUMBER_LESS 1 1, NUMBER_LESS_THAN_EQ 1 1, NUMBER_EQ 1 1,
NUMBER_NOT_EQ 1 1, NUMBER_BETWEEN 2 2, NUMBER_NOT_BETWEEN 2 2, TEXT_CONTAINS 1 1, TEXT_NOT_CONTAINS 1 1, TEXT_EQ 1 1,
TEXT_STARTS_WITH 1 1 format, TEXT_ENDS_WITH 1 1 format, TEXT_IS_EMAIL 0 0 validation, TEXT_IS_URL 0 0 validation,
DATE_EQ 1 1, DATE_BEFORE 1 1, DATE_AFTER 1 1, DATE_ON_OR_BEFORE 1 1 validation, DATE_ON_OR_AFTER 1 1 validation,
DATE_BETWEEN 2 2 validation, DATE_NOT_BETWEEN 2 2 validation, DATE_IS_VALID 0 0 validation,
ONE_OF_RANGE 1 1 validation, ONE_OF_LIST 1 500 validation, BLANK 0 0 format, NOT_BLANK 0 0 format,
CUSTOM_FORMULA 1 1, BOOLEAN 0 2 validation`;

const kinds = new Map(
  KINDS.split(',').map((kind) => {
    const [name = '', least, most, use] = kind.trim().split(' ');
    return [name, { least: Number(least), most: Number(most), use }];
  }),
);

/** Throws a {@link Refusal} for a condition that Google would not take as a validation rule, or as a format rule. */
export function checkCondition(
  condition: sheets_v4.Schema$BooleanCondition | null | undefined,
  use: 'validation' | 'format',
): void {
  const { type, values } = condition ?? {};
  const kind = kinds.get(type ?? '');
  if (!kind || (kind.use !== undefined && kind.use !== use)) {
    const where = use === 'validation' ? 'data validation' : 'conditional formatting';
    throw new Refusal(`ConditionType '${type ?? 'CONDITION_TYPE_UNSPECIFIED'}' is not supported for ${where}.`);
  }
  const given = values ?? [];
  if (given.length < kind.least || given.length > kind.most) {
    throw new Refusal(`Condition '${type}' requires ${kind.least} values, but ${given.length} values were supplied.`);
  }
  for (const { userEnteredValue, relativeDate } of given) {
    if (relativeDate && use === 'validation') throw new Refusal('Relative dates are not supported in data validation.');
    checkValue(type ?? '', userEnteredValue, relativeDate);
  }
}

function checkValue(type: string, entered: string | null | undefined, relative: string | null | undefined): void {
  if (relative && !/^DATE_(BEFORE|AFTER|ON_OR_BEFORE|ON_OR_AFTER)$/.test(type)) {
    throw new Refusal(`Relative dates are not supported for condition '${type}'.`);
  }
  if ((type === 'CUSTOM_FORMULA' || type === 'ONE_OF_RANGE') && !/^=./.test(entered ?? '')) {
    throw new Refusal(`Invalid ConditionValue.userEnteredValue: ${entered ?? ''}`);
  }
  if (/^NUMBER_/.test(type) && entered && !entered.startsWith('=') && !isTypedNumber(entered)) {
    throw new Refusal(`Invalid ConditionValue.userEnteredValue: ${entered}`);
  }
  if (!relative && !entered) throw new Refusal('Invalid ConditionValue.userEnteredValue: a value is required.');
}
