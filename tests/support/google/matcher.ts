import type { LoggedRequest, MethodId, Service } from './route.ts';

/** Some requests: of a service, of a method (`sheets.batchUpdate`), of the values methods, or as a test says. */
export type Matcher = Service | MethodId | 'sheets.values' | ((request: LoggedRequest) => boolean);

export function fits(matcher: Matcher, request: LoggedRequest): boolean {
  if (typeof matcher === 'function') return matcher(request);
  return matcher === request.service || matcher === request.call || request.call?.startsWith(`${matcher}.`) === true;
}
