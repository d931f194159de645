import { randomBytes, randomUUID } from 'node:crypto';
import type { ChangeNotices } from '#src/workbook/workbook.ts';
import type { GoogleConnection } from './connection.ts';

/** The longest that Drive keeps a channel for one file, in milliseconds. */
const LONGEST_MS = 24 * 3_600_000;
/** One that is not let go of in time runs out by itself. Milliseconds. */
const END_WITHIN_MS = 3000;

/**
 * Asks Drive to call an address when a file changes. The call says which channel it is for and nothing of the change; it
 * carries a secret, so that nobody else can make the bot look.
 * @param now in milliseconds since 1970
 */
export async function openChannel(
  connection: GoogleConnection,
  spreadsheetId: string,
  address: string,
  now: number,
): Promise<ChangeNotices> {
  const id = randomUUID();
  const secret = randomBytes(24).toString('base64url');
  const requestBody = { id, type: 'web_hook', address, token: secret, expiration: String(now + LONGEST_MS) };
  const { resourceId = null, expiration } = await connection.session(spreadsheetId, async (google) => {
    const { data } = await google.ask('drive', ({ drive }, options) =>
      drive.files.watch({ fileId: spreadsheetId, supportsAllDrives: true, requestBody }, options),
    );
    return data;
  });
  return {
    id,
    secret,
    expiresAt: Number(expiration ?? now + LONGEST_MS),
    async end() {
      await connection.session(
        spreadsheetId,
        (google) =>
          google.ask('drive', ({ drive }, options) =>
            drive.channels.stop({ requestBody: { id, resourceId } }, options),
          ),
        END_WITHIN_MS,
      );
    },
  };
}
