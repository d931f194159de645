import { GoogleProblem } from './problem.ts';
import type { Route, Service } from './route.ts';
import { credentialRoutes } from './routes-credentials.ts';
import { driveRoutes } from './routes-drive.ts';
import { spreadsheetRoutes } from './routes-spreadsheets.ts';
import { valuesByFilterRoutes } from './routes-values-by-filter.ts';
import { valuesReadingRoutes } from './routes-values-reading.ts';
import { valuesWritingRoutes } from './routes-values-writing.ts';

/** To imitate one more method, add it to one of these lists. */
const routes: readonly Route[] = [
  ...credentialRoutes,
  ...driveRoutes,
  ...spreadsheetRoutes,
  ...valuesByFilterRoutes,
  ...valuesReadingRoutes,
  ...valuesWritingRoutes,
];

interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** The method a request means, with what its path names; null for what Google does not have, or the stand-in not. */
export function findRoute(method: string, path: string): Found | null {
  for (const route of routes) {
    const match = route.method === method ? route.path.exec(decodeURIComponent(path)) : null;
    if (match) return { route, params: match.groups ?? {} };
  }
  return null;
}

export const serviceOf = (path: string): Service => (path.startsWith('/drive/') ? 'drive' : 'sheets');

export const notFound = (path: string): GoogleProblem =>
  new GoogleProblem(404, `<p>The requested URL ${path} was not found on this server.`);
