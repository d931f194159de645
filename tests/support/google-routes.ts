import type { Service } from './google-faults.ts';
import { applyFields } from './google-fields.ts';
import { driveProblem, GoogleProblem, invalidArgument, sheetsProblem } from './google-problem.ts';
import { KNOWN_SPREADSHEET_FIELDS, type StoredSpreadsheet, toSpreadsheetJson } from './google-spreadsheet.ts';
import { BOT_EMAIL, type TokenIssuer } from './google-token.ts';
import { toValueRange } from './google-values.ts';

interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly files: Map<string, StoredSpreadsheet>;
  readonly tokens: TokenIssuer;
}

/** One method of one API. To imitate one more, add it to the list. */
interface Route {
  readonly service: Service;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: RegExp;
  /** Any one of these is enough; null where no token is needed. */
  readonly scopes: readonly string[] | null;
  readonly headers?: Readonly<Record<string, string>>;
  handle(call: Call): unknown;
}

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;
const READ_FILES = ['drive', 'drive.file', 'drive.readonly', 'drive.metadata', 'drive.metadata.readonly'].map(scope);
const READ_SHEETS = ['drive', 'drive.file', 'drive.readonly', 'spreadsheets', 'spreadsheets.readonly'].map(scope);

const routes: readonly Route[] = [
  {
    service: 'token',
    method: 'POST',
    path: /^\/token$/,
    scopes: null,
    handle: ({ body, tokens }) => tokens.issue(new URLSearchParams(body)),
  },
  {
    service: 'metadata',
    method: 'GET',
    path: /^\/computeMetadata\/v1\/instance\/?(?<key>.*)$/,
    scopes: null,
    headers: { 'metadata-flavor': 'Google' },
    handle({ params, query, tokens }) {
      if (params.key === 'service-accounts/default/email') return BOT_EMAIL;
      if (params.key === 'service-accounts/default/token') return tokens.grant(query.get('scopes')?.split(',') ?? []);
      return { attributes: {} };
    },
  },
  {
    service: 'drive',
    method: 'GET',
    path: /^\/drive\/v3\/files\/(?<id>[^/]+)$/,
    scopes: READ_FILES,
    handle({ params, query, files }) {
      const { id = '' } = params;
      const file = files.get(id);
      if (file?.shared !== 'bot') throw driveProblem(404, 'notFound', `File not found: ${id}.`);
      return applyFields(toFileJson(id, file), query.get('fields') ?? 'kind,id,name,mimeType', KNOWN_FILE_FIELDS);
    },
  },
  {
    service: 'sheets',
    method: 'GET',
    path: /^\/v4\/spreadsheets\/(?<id>[^/:]+)$/,
    scopes: READ_SHEETS,
    handle({ params, query, files }) {
      const { id = '' } = params;
      const spreadsheet = toSpreadsheetJson(id, readable(files, id));
      // Without a mask the grid is left out unless it is asked for.
      const fields = query.get('fields') ?? 'spreadsheetId,properties,sheets(properties,merges)';
      return applyFields(spreadsheet, fields, KNOWN_SPREADSHEET_FIELDS);
    },
  },
  {
    service: 'sheets',
    method: 'GET',
    path: /^\/v4\/spreadsheets\/(?<id>[^/:]+)\/values:batchGet$/,
    scopes: READ_SHEETS,
    handle({ params, query, files }) {
      const { id = '' } = params;
      const { tabs } = readable(files, id);
      const ranges = query.getAll('ranges');
      if (ranges.length === 0) throw invalidArgument('Must specify at least one range.');
      return { spreadsheetId: id, valueRanges: ranges.map((range) => toValueRange(tabs, range, query)) };
    },
  },
];

/** The method a request means, with what its path names. Anything else is answered as Google answers nonsense. */
export function findRoute(method: string, path: string): Omit<Route, 'path'> & Pick<Call, 'params'> {
  for (const route of routes) {
    const match = route.method === method ? decodeURIComponent(path).match(route.path) : null;
    if (match) return { ...route, params: match.groups ?? {} };
  }
  return {
    service: path.startsWith('/drive/') ? 'drive' : 'sheets',
    method: 'GET',
    scopes: null,
    params: {},
    handle() {
      throw new GoogleProblem(404, `<p>The requested URL ${path} was not found on this server.`);
    },
  };
}

function readable(files: Map<string, StoredSpreadsheet>, id: string): StoredSpreadsheet {
  const file = files.get(id);
  if (!file) throw sheetsProblem(404, 'NOT_FOUND', 'Requested entity was not found.');
  if (file.shared === 'no') throw sheetsProblem(403, 'PERMISSION_DENIED', 'The caller does not have permission');
  if (file.kind === 'xlsx') {
    throw sheetsProblem(400, 'FAILED_PRECONDITION', 'This operation is not supported for this document');
  }
  return file;
}

const MIME_TYPES = {
  sheets: 'application/vnd.google-apps.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

function toFileJson(id: string, { title, version, kind }: StoredSpreadsheet): object {
  const modifiedTime = new Date(Date.UTC(2024, 5, 3, 6, 0, version)).toISOString();
  return { kind: 'drive#file', id, name: title, mimeType: MIME_TYPES[kind], version: String(version), modifiedTime };
}

const KNOWN_FILE_FIELDS = {
  kind: true,
  id: true,
  name: true,
  mimeType: true,
  version: true,
  modifiedTime: true,
} as const;
