import { driveProblem, invalidArgument } from './problem.ts';
import { innermost, MESSAGES } from './schema/schema.ts';

/** What is meant of an object: everything (`true`), or these fields of it. */
export interface Fields {
  readonly [field: string]: Fields | true;
}
export type Mask = Fields | true;

/**
 * Reads a partial-response mask, such as `sheets(properties(title),data/rowData)`. A name that the message does not
 * have is refused, as Google does with a misspelt mask.
 */
export function responseMask(fields: string | null, type: string): Mask {
  if (fields === null || fields === '*') return true;

  const mask = parseFields(fields);
  const wrong = unknownPath(mask, type);
  if (wrong && DRIVE.has(type)) throw driveProblem(400, 'invalidParameter', `Invalid field selection ${wrong}`);
  if (wrong) {
    throw invalidArgument(`Error expanding 'fields' parameter. Cannot find matching fields for path '${wrong}'.`);
  }
  return mask;
}

const DRIVE: ReadonlySet<string> = new Set(['File', 'Channel']);

/** Reads a mask: `a,b(c,d)` with `.` or `/` between nested names. */
export function parseFields(fields: string): Fields {
  const tokens = fields.match(/[\w*]+|[^\w*\s]/g) ?? [];
  let at = 0;

  function list(): Fields {
    let mask: Fields = {};
    do mask = union(mask, path());
    while (take(','));
    return mask;
  }

  function path(): Fields {
    const name = tokens[at++] ?? '';
    if (!/^[\w*]+$/.test(name)) throw invalidArgument(`Invalid field mask: ${fields}`);
    if (take('.') || take('/')) return { [name]: path() };
    if (!take('(')) return { [name]: true };

    const inner = list();
    if (!take(')')) throw invalidArgument(`Invalid field mask: ${fields}`);
    return { [name]: inner };
  }

  function take(token: string): boolean {
    if (tokens[at] !== token) return false;
    at++;
    return true;
  }

  const mask = list();
  if (at < tokens.length) throw invalidArgument(`Invalid field mask: ${fields}`);
  return mask;
}

function union(one: Fields, other: Fields): Fields {
  const both: Record<string, Mask> = { ...one };
  for (const [name, inner] of Object.entries(other)) {
    const before = both[name];
    both[name] = before === undefined ? inner : before === true || inner === true ? true : union(before, inner);
  }
  return both;
}

/** The first path of a mask that the message does not have, or null. */
export function unknownPath(mask: Fields, type: string): string | null {
  const known = MESSAGES.get(innermost(type));
  for (const [name, inner] of Object.entries(mask)) {
    if (name === '*' || known === undefined) {
      if (name !== '*' && type !== 'any') return name;
      continue;
    }
    const there = type.startsWith('{') ? innermost(type) : known.get(name);
    if (there === undefined) return name;
    const deeper = inner === true ? null : unknownPath(inner, there.replace(/^\[(.*)\]$/, '$1'));
    if (deeper) return `${name}.${deeper}`;
  }
  return null;
}

/** Whether a mask leaves room for anything at this path. */
export function asksFor(mask: Mask, ...path: readonly string[]): boolean {
  let at: Mask | undefined = mask;
  for (const name of path) {
    if (at === true) return true;
    at = at[name] ?? at['*'];
    if (at === undefined) return false;
  }
  return true;
}

/** Keeps what the mask names, in every item of a list. */
export function keep(value: unknown, mask: Mask): unknown {
  if (mask === true || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => keep(item, mask));
  if ('*' in mask)
    return Object.fromEntries(
      Object.entries(value).map(([name, it]) => [name, keep(it, mask[name] ?? mask['*'] ?? true)]),
    );

  // By the mask's names and not the object's: a sheet has very many cells.
  const kept: Record<string, unknown> = {};
  for (const name in mask) {
    const inner: unknown = Reflect.get(value, name);
    if (inner !== undefined) kept[name] = keep(inner, mask[name] ?? true);
  }
  return kept;
}
