import type { drive_v3 } from '@googleapis/drive';
import { mayWrite } from './access.ts';
import type { Files, StoredFile } from './files.ts';
import { driveProblem } from './problem.ts';
import { type Call, type Route, SEE_FILES } from './route.ts';

const drive = { service: 'drive', scopes: SEE_FILES } as const;
const OF_FILES = { supportsAllDrives: 'bool', supportsTeamDrives: 'bool', acknowledgeAbuse: 'bool' };

export const driveRoutes: readonly Route[] = [
  {
    ...drive,
    id: 'drive.files.get',
    method: 'GET',
    path: /^\/drive\/v3\/files\/(?<id>[^/]+)$/,
    query: OF_FILES,
    body: null,
    answer: 'File',
    handle(call) {
      const { id = '' } = call.params;
      const file = seen(call);
      const json = toFileJson(id, file, call.files.seenVersion(file));
      if (call.query.has('fields')) return json;
      return { kind: json.kind, id, name: json.name, mimeType: json.mimeType };
    },
  },
  {
    ...drive,
    id: 'drive.files.watch',
    method: 'POST',
    path: /^\/drive\/v3\/files\/(?<id>[^/]+)\/watch$/,
    query: OF_FILES,
    body: 'Channel',
    answer: 'Channel',
    handle(call) {
      seen(call);
      return call.channels.open(call.params.id ?? '', call.body as drive_v3.Schema$Channel);
    },
  },
  {
    ...drive,
    id: 'drive.channels.stop',
    method: 'POST',
    path: /^\/drive\/v3\/channels\/stop$/,
    query: {},
    body: 'Channel',
    answer: null,
    handle({ body, channels }) {
      channels.stop(body as drive_v3.Schema$Channel);
      return undefined;
    },
  },
];

/** Drive knows only what is shared with the account itself, and of a shared drive only when asked for it. */
function seen({ params: { id = '' }, query, files }: Call): StoredFile {
  const file = files.find(id);
  const asked = query.get('supportsAllDrives') === 'true' || !file?.inSharedDrive;
  if (!file || !asked || file.shared === 'no' || file.shared === 'link') {
    throw driveProblem(404, 'notFound', `File not found: ${id}.`);
  }
  return file;
}

const MIME_TYPES = {
  sheets: 'application/vnd.google-apps.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

function toFileJson(id: string, file: StoredFile, version: ReturnType<Files['seenVersion']>) {
  const canEdit = mayWrite(file);
  return {
    kind: 'drive#file',
    id,
    name: file.book.properties.title,
    mimeType: MIME_TYPES[file.kind],
    version: String(version.number),
    modifiedTime: new Date(version.at).toISOString(),
    trashed: false,
    webViewLink: `https://docs.google.com/spreadsheets/d/${id}/edit?usp=drivesdk`,
    capabilities: { canEdit, canComment: canEdit, canCopy: true, canDownload: true },
  };
}
