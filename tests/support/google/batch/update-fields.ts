import { type Fields, type Mask, parseFields, unknownPath } from '../fields.ts';
import { Refusal } from '../refusal.ts';

/** The mask of an update, which must name something that the message has and that can be written. */
export function updateMask(fields: string | null | undefined, type: string, readOnly: readonly string[] = []): Mask {
  if (!fields) throw new Refusal("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const mask = parseFields(fields);
  if ('*' in mask) return true;
  const wrong = unknownPath(mask, type) ?? Object.keys(mask).find((name) => readOnly.includes(name));
  if (wrong) throw new Refusal(`Invalid field: ${wrong}`);
  return mask;
}

/** What stands there after an update: the fields the mask names as given (gone when not given), the others as they were. */
export function merged<T extends object>(before: T, given: T | null | undefined, mask: Mask): T {
  if (mask === true) return given ?? Object.create(Object.prototype);
  return mergeFields(before, given ?? {}, mask) as T;
}

function mergeFields(before: object, given: object, mask: Fields): object {
  const result: Record<string, unknown> = { ...before };
  for (const [name, inner] of Object.entries(mask)) {
    const value: unknown = Reflect.get(given, name) ?? undefined;
    const deep = inner === true || '*' in inner ? value : mergeFields(asObject(result[name]), asObject(value), inner);
    if (deep === undefined || (inner !== true && Object.keys(asObject(deep)).length === 0)) delete result[name];
    else result[name] = deep;
  }
  return result;
}

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

export const names = (mask: Mask, field: string): boolean => mask === true || field in mask;
