import type { sheets_v4 } from '@googleapis/sheets';
import type { Book } from '../book.ts';

type Requests = sheets_v4.Schema$Request;

/** Carries out one kind of request on a draft. What it returns is the reply; it throws a `Refusal`. */
export type Handlers = {
  readonly [K in keyof Requests]?: (book: Book, request: NonNullable<Requests[K]>) => object | undefined;
};
