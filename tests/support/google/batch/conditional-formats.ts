import type { sheets_v4 } from '@googleapis/sheets';
import type { Book, Sheet } from '../book.ts';
import { boxOf, sheetOf } from '../box.ts';
import { checkCondition } from '../condition.ts';
import { Refusal } from '../refusal.ts';
import type { Handlers } from './kinds.ts';

type Rule = sheets_v4.Schema$ConditionalFormatRule;

/** Rules have no ids: a sheet has a list of them, and the first that fits decides. */
export const conditionalFormats = {
  addConditionalFormatRule(book, { rule, index }) {
    const { sheet, checked } = checkRule(book, rule);
    const at = index ?? 0;
    if (at < 0 || at > sheet.conditionalFormats.length) throw noRule(sheet, at);
    sheet.conditionalFormats.splice(at, 0, checked);
    return undefined;
  },

  updateConditionalFormatRule(book, { index, sheetId, rule, newIndex }) {
    const at = index ?? 0;
    if (!rule) {
      const sheet = sheetOf(book, sheetId);
      const moved = existing(sheet, at);
      const to = newIndex ?? at;
      if (to >= sheet.conditionalFormats.length) throw noRule(sheet, to);
      sheet.conditionalFormats.splice(at, 1);
      sheet.conditionalFormats.splice(to, 0, moved);
      return { newRule: moved, newIndex: to, oldRule: moved, oldIndex: at };
    }
    if (newIndex !== undefined && newIndex !== null) throw new Refusal('Only one of rule and newIndex may be set.');
    const { sheet, checked } = checkRule(book, rule);
    const oldRule = existing(sheet, at);
    sheet.conditionalFormats[at] = checked;
    return { newRule: checked, newIndex: at, oldRule };
  },

  deleteConditionalFormatRule(book, { index, sheetId }) {
    const sheet = sheetOf(book, sheetId);
    const rule = existing(sheet, index ?? 0);
    sheet.conditionalFormats.splice(index ?? 0, 1);
    return { rule };
  },
} satisfies Handlers;

function existing(sheet: Sheet, index: number): Rule {
  const rule = sheet.conditionalFormats[index];
  if (!rule) throw noRule(sheet, index);
  return rule;
}

const noRule = (sheet: Sheet, index: number): Refusal =>
  new Refusal(`No conditional format on sheet: ${sheet.id} at index: ${index}`);

function checkRule(book: Book, rule: Rule | null | undefined): { sheet: Sheet; checked: Rule } {
  const [first, ...others] = rule?.ranges ?? [];
  if (!rule || !first) throw new Refusal('At least one range must be given.');
  const { sheet } = boxOf(book, first, 'rule.ranges[0]');
  for (const [at, range] of others.entries()) {
    if (boxOf(book, range, `rule.ranges[${at + 1}]`).sheet !== sheet)
      throw new Refusal('All ranges must be on the same grid.');
  }
  const { booleanRule, gradientRule } = rule;
  if (Boolean(booleanRule) === Boolean(gradientRule)) {
    throw new Refusal('Exactly one of booleanRule and gradientRule must be set.');
  }
  if (booleanRule) {
    checkCondition(booleanRule.condition, 'format');
    const wrong = Object.keys(booleanRule.format ?? {}).find((name) => !ALLOWED.has(name));
    if (wrong) throw new Refusal(`ConditionalFormatRule.booleanRule.format.${wrong} is not supported.`);
  }
  if (gradientRule) checkGradient(gradientRule);
  return { sheet, checked: rule };
}

function checkGradient({ minpoint, midpoint, maxpoint }: sheets_v4.Schema$GradientRule): void {
  for (const point of midpoint ? [minpoint, midpoint, maxpoint] : [minpoint, maxpoint]) {
    if (!point?.type) throw new Refusal('No interpolationPointType specified.');
    if (!/^M(IN|AX)$/.test(point.type) && !point.value) throw new Refusal('InterpolationPoint.value is required.');
  }
}

/** A rule colours cells and their text, and nothing else. */
const ALLOWED: ReadonlySet<string> = new Set(['backgroundColor', 'backgroundColorStyle', 'textFormat']);
