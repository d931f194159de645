import type { Config } from '#src/config.ts';
import { once } from '#src/once.ts';
import type { Login } from '#src/workbook/google/account.ts';
import type { GooglePermissions } from '#src/workbook/google/permissions.ts';

/** What the checks want to know of Google. Everything is asked once, when a check first wants it. */
export interface GoogleLook {
  /** Whom the credentials name, by themselves. Throws WorkbookError when they name nobody. */
  account(): Promise<{ readonly email: string | null; readonly login: Login }>;
  /** Has Google accept the credentials. Throws WorkbookError. */
  signIn(): Promise<void>;
  /** What the bot may do with a spreadsheet. Throws WorkbookError where it cannot sign in. */
  permissions(spreadsheetId: string): Promise<GooglePermissions>;
}

type Settings = Pick<Config, 'google' | 'writeBack'>;

/**
 * With a connection of its own, so that what the bot does with the sheets is not looked at twice.
 * @param withinMs how long each question may take, in milliseconds
 */
export function lookAtGoogle({ google, writeBack }: Settings, withinMs: number): GoogleLook {
  const access = writeBack ? 'write' : 'read';
  const connection = once(async () => {
    const [{ connectGoogle }, { PATIENCE }] = await Promise.all([
      import('#src/workbook/google/connection.ts'),
      import('#src/workbook/google/patience.ts'),
    ]);
    return connectGoogle({
      credentialsFile: google.credentialsFile ?? undefined,
      apiRoot: google.apiRoot ?? undefined,
      access,
      patience: { ...PATIENCE, totalMs: withinMs },
    });
  });
  const signIn = once(async () => (await connection()).signIn());
  const asked = new Map<string, Promise<GooglePermissions>>();

  async function ask(spreadsheetId: string): Promise<GooglePermissions> {
    await signIn();
    const { askPermissions } = await import('#src/workbook/google/permissions.ts');
    return askPermissions(await connection(), spreadsheetId, access);
  }

  return {
    async account() {
      const google = await connection();
      return { email: await google.email(), login: await google.login() };
    },
    signIn,
    permissions(spreadsheetId) {
      const answer = asked.get(spreadsheetId) ?? ask(spreadsheetId);
      asked.set(spreadsheetId, answer);
      return answer;
    },
  };
}
