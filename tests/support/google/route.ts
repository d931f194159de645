import type { Mask } from './fields.ts';
import type { Files } from './files.ts';
import type { Channels } from './push.ts';
import type { Federation } from './sts.ts';
import type { TokenIssuer } from './token.ts';

/** `metadata` is the server a machine in Google Cloud asks for tokens, instead of having a key file. */
export type Service = 'token' | 'metadata' | 'sts' | 'iam' | 'drive' | 'sheets';

/** What a method is called here, after its name in the API's own description. */
export type MethodId =
  | 'token'
  | 'metadata'
  | 'sts.exchange'
  | 'iam.generateAccessToken'
  | 'drive.files.get'
  | 'drive.files.watch'
  | 'drive.channels.stop'
  | 'sheets.get'
  | 'sheets.create'
  | 'sheets.batchUpdate'
  | 'sheets.developerMetadata.get'
  | 'sheets.developerMetadata.search'
  | `sheets.values.${'get' | 'batchGet' | 'update' | 'batchUpdate' | 'append' | 'clear'}`
  | `sheets.values.${'batchGetByDataFilter' | 'batchUpdateByDataFilter'}`;

/** One request as it arrived. */
export interface LoggedRequest {
  readonly service: Service;
  /** Null for a method the stand-in does not have. */
  readonly call: MethodId | null;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Parsed when it is JSON, else the text. */
  readonly body: unknown;
}

/** All that is behind the services. */
export interface World {
  readonly root: string;
  readonly files: Files;
  readonly tokens: TokenIssuer;
  readonly federation: Federation;
  readonly channels: Channels;
}

export interface Call extends World {
  /** What the path names. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Checked against the route's `body`; the text where that is null. */
  readonly body: unknown;
  readonly authorization: string | undefined;
  /** What of the answer is wanted. */
  readonly mask: Mask;
}

/** One method of one API. */
export interface Route {
  readonly id: MethodId;
  readonly service: Service;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: RegExp;
  /** Any one of these is enough; null where no token is needed. */
  readonly scopes: readonly string[] | null;
  /** Query parameters and their types; null where nothing is checked. */
  readonly query: Readonly<Record<string, string>> | null;
  /** The shape of the body; null where there is none, or where it is no JSON. */
  readonly body: string | null;
  /** The shape of the answer, for field masks; null where there are none. */
  readonly answer: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer; undefined for 204. Throws a `GoogleProblem` or a `Refusal`. */
  handle(call: Call): unknown;
}

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

export const WRITE_SHEETS = ['drive', 'drive.file', 'spreadsheets'].map(scope);
export const READ_SHEETS = [...WRITE_SHEETS, ...['drive.readonly', 'spreadsheets.readonly'].map(scope)];
export const SEE_FILES = ['drive', 'drive.file', 'drive.readonly', 'drive.metadata', 'drive.metadata.readonly'].map(
  scope,
);
export const IAM_SCOPES = ['cloud-platform', 'iam'].map(scope);
