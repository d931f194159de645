import type { Book } from '../book.ts';
import { invalidArgument } from '../problem.ts';
import { Refusal } from '../refusal.ts';
import { banding } from './banding.ts';
import { cells } from './cells.ts';
import { conditionalFormats } from './conditional-formats.ts';
import { copying } from './copying.ts';
import { dimensions } from './dimensions.ts';
import { filters } from './filters.ts';
import { findReplace } from './find-replace.ts';
import type { Handlers } from './kinds.ts';
import { merging } from './merging.ts';
import { metadata } from './metadata.ts';
import { namedRanges } from './named-ranges.ts';
import { protectedRanges } from './protected-ranges.ts';
import { sheets } from './sheets.ts';
import { sorting } from './sorting.ts';
import { tables } from './tables.ts';
import { validation } from './validation.ts';

/** To imitate one more kind of request, write down its shape in `request-shapes.ts` and add its handler here. */
const handlers: Handlers = {
  ...banding,
  ...cells,
  ...conditionalFormats,
  ...copying,
  ...dimensions,
  ...filters,
  ...findReplace,
  ...merging,
  ...metadata,
  ...namedRanges,
  ...protectedRanges,
  ...sheets,
  ...sorting,
  ...tables,
  ...validation,
};

type Handle = (book: Book, request: object) => object | undefined;

/** Carries out the requests on a draft, in order; each sees what those before it did. The replies mirror them. */
export function carryOut(draft: Book, requests: readonly object[]): readonly object[] {
  if (requests.length === 0) throw invalidArgument('Must specify at least one request.');
  return requests.map((request, index) => {
    const [[kind, details] = [], more] = Object.entries(request).filter(([, value]) => value !== null);
    if (kind === undefined) throw invalidArgument(`Invalid requests[${index}]: No request set.`);
    if (more) {
      const set = `oneof field 'kind' is already set. Cannot set '${more[0]}'`;
      throw invalidArgument(`Invalid value at 'requests[${index}]' (oneof), ${set}`);
    }
    try {
      const handle: Handle | undefined = Reflect.get(handlers, kind);
      if (!handle) throw new Error(`The stand-in has a shape for ${kind} but cannot do it`);
      const reply = handle(draft, details);
      return reply ? { [kind]: reply } : {};
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw invalidArgument(`Invalid requests[${index}].${kind}: ${error.message}`);
    }
  });
}
