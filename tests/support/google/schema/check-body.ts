import { type GoogleProblem, sheetsProblem } from '../problem.ts';
import { ENUMS, innermost, MESSAGES } from './schema.ts';

interface Violation {
  readonly field: string;
  readonly description: string;
}

/** Throws, as Google does before it looks at anything else, when a body has a field or a value the API does not know. */
export function checkBody(body: unknown, type: string): void {
  const violations: Violation[] = [];
  checkValue(body, type, '', violations);
  if (violations.length > 0) throw badRequest(violations);
}

/** The query parameters of a method, `name` → type; the ones that every method has are known. */
export function checkQuery(query: URLSearchParams, known: Readonly<Record<string, string>>): void {
  const violations: Violation[] = [];
  for (const [name, text] of query) {
    const type = known[name] ?? EVERYWHERE[name];
    if (type === undefined) {
      violations.push({
        field: '',
        description: `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
      });
    } else checkValue(fromText(text, type), type, snake(name), violations);
  }
  if (violations.length > 0) throw badRequest(violations);
}

const SHEETS_TYPE = 'type.googleapis.com/google.apps.sheets.v4';

const EVERYWHERE: Readonly<Record<string, string>> = {
  fields: 'str',
  prettyPrint: 'bool',
  alt: 'str',
  key: 'str',
  quotaUser: 'str',
};

function fromText(text: string, type: string): unknown {
  if (type === 'bool') return text === 'true' || text === 'false' ? text === 'true' : text;
  return type === 'int' ? Number(text) : text;
}

function checkValue(value: unknown, type: string, at: string, violations: Violation[]): void {
  if (value === null || type === 'any') return;
  const words = ENUMS.get(type);
  const primitive = PRIMITIVES[type];
  if (type.startsWith('[')) checkList(value, type, at, violations);
  else if (words && !words.has(String(value))) violations.push(wrongValue(at, `${SHEETS_TYPE}.${type}`, value));
  else if (primitive && !primitive.fits(value)) violations.push(wrongValue(at, primitive.name, value));
  else if (!words && !primitive) checkMessage(value, type, at, violations);
}

function checkList(value: unknown, type: string, at: string, violations: Violation[]): void {
  // A lone value is a list of one to Google.
  const items = Array.isArray(value) ? value : [value];
  const inner = type.slice(1, -1);
  if (inner === '[any]' && items.some((item) => !Array.isArray(item))) {
    violations.push(wrongValue(at, 'type.googleapis.com/google.protobuf.ListValue', value));
    return;
  }
  for (const [index, item] of items.entries()) checkValue(item, inner, `${at}[${index}]`, violations);
}

function checkMessage(value: unknown, type: string, at: string, violations: Violation[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    violations.push(wrongValue(at, `${SHEETS_TYPE}.${type}`, value));
    return;
  }
  const fields = type.startsWith('{') ? null : MESSAGES.get(type);
  if (fields === undefined) throw new Error(`The stand-in has no shape for ${type}`);
  for (const [name, inner] of Object.entries(value)) {
    const known = fields === null ? innermost(type) : fields.get(name);
    const path = at === '' ? snake(name) : `${at}.${snake(name)}`;
    if (known === undefined) violations.push(unknownName(name, at));
    else checkValue(inner, known, path, violations);
  }
}

const PRIMITIVES: Readonly<Record<string, { readonly name: string; fits(value: unknown): boolean }>> = {
  str: { name: 'TYPE_STRING', fits: (value) => typeof value === 'string' },
  fields: { name: 'type.googleapis.com/google.protobuf.FieldMask', fits: (value) => typeof value === 'string' },
  bool: { name: 'TYPE_BOOL', fits: (value) => typeof value === 'boolean' },
  int: { name: 'TYPE_INT32', fits: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31 },
  num: { name: 'TYPE_DOUBLE', fits: (value) => typeof value === 'number' },
};

function unknownName(name: string, at: string): Violation {
  const where = at === '' ? '' : ` at '${at}'`;
  return {
    field: at,
    description: `Invalid JSON payload received. Unknown name "${name}"${where}: Cannot find field.`,
  };
}

function wrongValue(at: string, type: string, value: unknown): Violation {
  return { field: at, description: `Invalid value at '${at}' (${type}), ${JSON.stringify(value)}` };
}

function badRequest(violations: readonly Violation[]): GoogleProblem {
  const message = violations.map(({ description }) => description).join('\n');
  const detail = { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations };
  return sheetsProblem(400, 'INVALID_ARGUMENT', message, [detail]);
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
