import type { drive_v3 } from '@googleapis/drive';
import type { sheets_v4 } from '@googleapis/sheets';
import { WorkbookError } from '#src/workbook/workbook.ts';
import { type Access, type GoogleAccount, type Login, openAccount } from './account.ts';
import { GoogleFailure, isQuota, readFailure, TOKEN_REQUEST } from './failure.ts';
import { createLimiter, type Limiter, type Quota } from './limiter.ts';
import { PATIENCE, type Patience, startAsking } from './patience.ts';
import { toWorkbookError } from './trouble.ts';

export interface GoogleOptions {
  /** A service account's key file or a workload identity's configuration; without it the machine's default credentials. */
  readonly credentialsFile?: string | undefined;
  /** Another root URL for Sheets and Drive, for tests and proxies. */
  readonly apiRoot?: string | undefined;
  /** `write` only where people have said that the bot may. */
  readonly access: Access;
  readonly patience?: Patience;
  /** Where the quota is kept; the connection's own when left out. */
  readonly limiter?: Limiter;
}

/** The bot at Google, by one account. */
export interface GoogleConnection {
  /** The address to share a spreadsheet with, or null when the credentials do not tell. Throws {@link WorkbookError}. */
  email(): Promise<string | null>;
  /** How the bot proves who it is. Throws {@link WorkbookError}. */
  login(): Promise<Login>;
  /** Has Google accept who the bot is, without asking for anything. Throws {@link WorkbookError}. */
  signIn(): Promise<void>;
  /**
   * One piece of work, such as a look at a spreadsheet: the requests made in it share one total time.
   * What goes wrong at Google comes out as a {@link WorkbookError}; inside it is a `GoogleFailure`.
   * @param spreadsheetId whose turn it is when many wait for the quota
   * @param withinMs how long it may take; as the patience says when left out
   */
  session<T>(spreadsheetId: string, work: (google: GoogleSession) => Promise<T>, withinMs?: number): Promise<T>;
}

/** `drive` has a quota that the bot is nowhere near. */
type Kind = Quota | 'drive';

type Request<T> = (apis: GoogleApis, options: { readonly timeout: number }) => Promise<T>;

export interface GoogleSession {
  readonly email: string | null;
  /** Makes a request that changes nothing, again after trouble that passes. Throws `GoogleFailure`. */
  ask<T>(kind: Kind, request: Request<T>): Promise<T>;
  /** Makes a request that must not be carried out twice: again only where Google has certainly not carried it out. */
  change<T>(kind: Kind, request: Request<T>): Promise<T>;
}

interface GoogleApis {
  readonly drive: drive_v3.Drive;
  readonly sheets: sheets_v4.Sheets;
}

/** Nothing is loaded and nobody is asked before the first piece of work. */
export function connectGoogle(options: GoogleOptions): GoogleConnection {
  const { patience = PATIENCE, limiter = createLimiter(patience) } = options;
  let connecting: Promise<Connected> | null = null;
  let connectedAt = 0;

  /**
   * The key file can be put right while the bot runs. Where Google knows the account and one spreadsheet is not shared with
   * it, the others need not log in anew each time somebody looks.
   */
  function letGo(error: unknown): void {
    const aboutLogin =
      error instanceof GoogleFailure && (error.status === 401 || error.reasons.includes(TOKEN_REQUEST));
    if (aboutLogin || patience.now() - connectedAt > NEW_KEY_MS) connecting = null;
  }

  async function connected(): Promise<Connected> {
    if (!connecting) connectedAt = patience.now();
    connecting ??= connect(options);
    try {
      return await connecting;
    } catch (error) {
      connecting = null;
      throw error;
    }
  }

  return {
    email: async () => (await connected()).account.email,
    login: async () => (await connected()).account.login,
    async signIn() {
      const { account } = await connected();
      try {
        await startAsking(patience)((timeout) => cutOff(account.auth.getRequestHeaders(), timeout));
      } catch (thrown) {
        const { status, reasons, retryAfterMs } = readFailure(thrown);
        throw toWorkbookError(new GoogleFailure(status, [...reasons, TOKEN_REQUEST], retryAfterMs), account.email);
      }
    },
    async session(spreadsheetId, work, withinMs = patience.totalMs) {
      const { account, apis } = await connected();
      const asking = startAsking({ ...patience, totalMs: Math.min(patience.totalMs, withinMs) });

      function make<T>(kind: Kind, request: Request<T>, isHarmless: (failure: GoogleFailure) => boolean): Promise<T> {
        const attempt = (timeout: number) =>
          cutOff(
            withToken(account, () => request(apis, { timeout })),
            PARTS * timeout,
          );
        return asking(attempt, {
          turn: async () => {
            if (kind !== 'drive') await limiter.turn(kind, spreadsheetId);
          },
          isHarmless,
          onFailure(failure) {
            if (kind !== 'drive' && isQuota(failure)) limiter.pause(kind, failure.retryAfterMs ?? SPENT_MS);
          },
        });
      }

      try {
        return await work({
          email: account.email,
          ask: (kind, request) => make(kind, request, () => true),
          change: (kind, request) => make(kind, request, isQuota),
        });
      } catch (error) {
        const trouble = error instanceof GoogleFailure ? toWorkbookError(error, account.email, options.access) : error;
        if (trouble instanceof WorkbookError && trouble.trouble === 'no-access') letGo(error);
        throw trouble;
      }
    },
  };
}

/** Somebody may have put another key in place of one that was refused. Milliseconds. */
const NEW_KEY_MS = 5 * 60_000;

/** A request may have to log in first, and be made once more with a new token. */
const PARTS = 3;

/** So long nobody asks when Google says that the quota is spent, and not for how long. */
const SPENT_MS = 10_000;

interface Connected {
  readonly account: GoogleAccount;
  readonly apis: GoogleApis;
}

/** The Google libraries are loaded here, for they cost more than the rest of the bot together. */
async function connect({ credentialsFile, apiRoot, access }: GoogleOptions): Promise<Connected> {
  const account = await openAccount(credentialsFile, access);
  const [{ drive }, { sheets }] = await Promise.all([import('@googleapis/drive'), import('@googleapis/sheets')]);
  // The library's own retries are over in two seconds and ignore Retry-After; a session does it instead.
  const options = { auth: account.auth, retry: false, ...(apiRoot === undefined ? {} : { rootUrl: apiRoot }) };
  return {
    account,
    apis: { drive: drive({ version: 'v3', ...options }), sheets: sheets({ version: 'v4', ...options }) },
  };
}

/** Once more with a new token when Google refuses the old one, which it has then not looked past. */
async function withToken<T>({ forgetToken }: GoogleAccount, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (!isUnauthorised(error)) throw error;
    forgetToken();
    return request();
  }
}

/** The client's own time limit is for the request alone: where it logs in, nobody may answer for ever. */
async function cutOff<T>(work: Promise<T>, ms: number): Promise<T> {
  const tooLong = Promise.withResolvers<never>();
  const timer = setTimeout(() => tooLong.reject(new GoogleFailure(null, ['ETIMEDOUT'])), ms);
  return Promise.race([work, tooLong.promise]).finally(() => clearTimeout(timer));
}

function isUnauthorised(error: unknown): boolean {
  const { status, reasons } = readFailure(error);
  return status === 401 && !reasons.includes(TOKEN_REQUEST);
}
