import { asArray, asObject, asText } from './http.ts';
import type { SlackObject } from './workspace.ts';

/** One thing Slack would say is wrong with blocks, and where. */
export interface BlockProblem {
  readonly message: string;
  readonly pointer: string;
  /** What would have been right, where there is a list of it. */
  readonly constraint?: SlackObject;
}

/** Where problems are gathered. */
export type Report = (pointer: string, message: string, constraint?: SlackObject) => void;

/** A check of one part, at a place. */
export type Check = (part: SlackObject, at: string, report: Report) => void;

/** Gathers what a check has to say. */
export function problemsFrom(check: (report: Report) => void): readonly BlockProblem[] {
  const problems: BlockProblem[] = [];
  check((pointer, message, constraint) => {
    problems.push({ message, pointer, ...(constraint ? { constraint } : {}) });
  });
  return problems;
}

export const PLAIN = ['plain_text'] as const;
export const ANY_TEXT = ['plain_text', 'mrkdwn'] as const;

export function checkText(text: unknown, most: number, types: readonly string[], at: string, report: Report): void {
  const { type, text: words } = asObject(text);
  checkType(asText(type), types, at, report);
  filled(words, most, `${at}/text`, report);
}

/** Whether a type is one of those that are taken. */
export function checkType(type: string, types: readonly string[], at: string, report: Report): boolean {
  if (types.includes(type)) return true;
  report(`${at}/type`, `unsupported type: ${type}`, { type: 'enum', expected: types });
  return false;
}

/** A text that must be there. */
export function filled(text: unknown, most: number, at: string, report: Report): void {
  if (asText(text) === '') report(at, 'must be more than 0 characters');
  within(text, most, at, report);
}

/** A text that may be left out. */
export function within(text: unknown, most: number, at: string, report: Report): void {
  if (asText(text).length > most) report(at, `must be less than ${most + 1} characters`);
}

export function oneOf(value: unknown, allowed: readonly string[], at: string, report: Report): void {
  if (value === undefined || allowed.includes(asText(value))) return;
  report(at, `must be one of ${allowed.join(', ')}`, { type: 'enum', expected: allowed });
}

export function checkCount(items: unknown, least: number, most: number, at: string, report: Report): void {
  const { length } = asArray(items);
  if (length < least) report(at, `must have at least ${least} item${least === 1 ? '' : 's'}`);
  if (length > most) report(at, `no more than ${most} items allowed`);
}

/** Ids that name one thing in a whole must not name two. */
export function checkUnique(name: string, items: readonly unknown[], at: string, report: Report): void {
  const ids = items.map((item) => asText(asObject(item)[name]));
  for (const id of new Set(ids.filter((each, index) => each !== '' && ids.indexOf(each) !== index))) {
    report(at, `"${name}" should be unique: ${id}`);
  }
}

/** Every text in blocks taken together, however deep. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + textLength(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) => sum + (key === 'text' && typeof each === 'string' ? each.length : textLength(each)),
    0,
  );
}
