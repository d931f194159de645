import { keep, parseFields, responseMask } from './fields.ts';
import { GoogleProblem, invalidArgument } from './problem.ts';
import { Refusal } from './refusal.ts';
import type { Call, Route, World } from './route.ts';
import { checkBody, checkQuery } from './schema/check-body.ts';

export interface Asked {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly text: string;
  readonly authorization: string | undefined;
}

/** Checks everything about a request that can be wrong before it is carried out. Throws a `GoogleProblem`. */
export function admitted({ route, params, query, text, authorization }: Asked, world: World): Call {
  if (route.scopes) world.tokens.check(authorization, route.scopes);
  if (route.query) checkQuery(query, route.query);
  const body = route.body ? parseBody(text) : text;
  if (route.body) checkBody(body, route.body);
  const fields = query.get('fields');
  const mask = route.answer ? responseMask(fields, route.answer) : fields ? parseFields(fields) : true;
  return { ...world, params, query, body, authorization, mask };
}

/** Carries it out. What comes back is all that is wanted of the answer. Throws a `GoogleProblem`. */
export function carriedOut(route: Route, call: Call): unknown {
  try {
    const answer = route.handle(call);
    return route.answer ? keep(answer, call.mask) : answer;
  } catch (error) {
    if (error instanceof Refusal) throw invalidArgument(error.message);
    throw error;
  }
}

function parseBody(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw invalidArgument('Invalid JSON payload received. Unexpected token.');
  }
}

export const isProblem = (error: unknown): error is GoogleProblem => error instanceof GoogleProblem;
