import type { sheets_v4 } from '@googleapis/sheets';
import { parseA1 } from '../a1.ts';
import type { Book } from '../book.ts';
import type { Box } from '../box.ts';
import { invalidArgument } from '../problem.ts';
import { writeA1 } from '../write-a1.ts';

/** The range of the path, which that of the body must not contradict. */
export function target(book: Book, range: string, { range: again }: sheets_v4.Schema$ValueRange): Box {
  const box = parseA1(book, range);
  if (again && writeA1(parseA1(book, again)) !== writeA1(box)) {
    throw invalidArgument(`Requested range [${range}] does not match value's range [${again}]`);
  }
  return box;
}

export function optionsOf(query: URLSearchParams): object {
  return { ...Object.fromEntries(query), includeValuesInResponse: query.get('includeValuesInResponse') === 'true' };
}
