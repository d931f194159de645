import { invalidArgument } from './google-problem.ts';

/** What to keep of an object: everything (`true`), or these fields of it. */
interface Mask {
  readonly [field: string]: Mask | true;
}

/**
 * Keeps what a partial-response mask names, such as `sheets(properties(title),data/rowData)`, in every item of a list.
 * @param known the fields that exist at all; another one is refused, as Google does with a misspelt mask
 */
export function applyFields(value: object, fields: string | null, known: Mask): unknown {
  if (fields === null || fields === '*') return value;

  const mask = parseFields(fields);
  const wrong = unknownPath(mask, known);
  if (wrong) {
    throw invalidArgument(`Error expanding 'fields' parameter. Cannot find matching fields for path '${wrong}'.`);
  }
  return keep(value, mask);
}

/** Reads a mask: `a,b(c,d)` with `.` or `/` between nested names. */
function parseFields(fields: string): Mask {
  const tokens = fields.match(/[\w*]+|[(),./]/g) ?? [];
  let at = 0;

  function list(): Mask {
    const mask: Record<string, Mask | true> = {};
    do {
      const [name, inner] = path();
      const before = mask[name];
      mask[name] = typeof before === 'object' && typeof inner === 'object' ? { ...before, ...inner } : inner;
    } while (take(','));
    return mask;
  }

  function path(): readonly [string, Mask | true] {
    const name = tokens[at++] ?? '';
    if (!/^[\w*]+$/.test(name)) throw invalidArgument(`Invalid field mask: ${fields}`);
    if (take('.') || take('/')) {
      const [next, inner] = path();
      return [name, { [next]: inner }];
    }
    if (!take('(')) return [name, true];

    const inner = list();
    if (!take(')')) throw invalidArgument(`Invalid field mask: ${fields}`);
    return [name, inner];
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

function unknownPath(mask: Mask, known: Mask): string | null {
  for (const [name, inner] of Object.entries(mask)) {
    if (name === '*') continue;
    const there = known[name];
    if (there === undefined) return name;
    if (inner === true || there === true) {
      if (inner !== true) return `${name}.${Object.keys(inner)[0]}`;
      continue;
    }
    const deeper = unknownPath(inner, there);
    if (deeper) return `${name}.${deeper}`;
  }
  return null;
}

function keep(value: unknown, mask: Mask | true): unknown {
  if (mask === true || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => keep(item, mask));

  const kept = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    const innerMask = mask[name] ?? mask['*'];
    return innerMask === undefined ? [] : [[name, keep(inner, innerMask)]];
  });
  return Object.fromEntries(kept);
}
