import { once } from 'node:events';
import { createServer } from 'node:http';
import { errorCode } from '#src/error-facts.ts';
import { good, mend, type Verdict } from './check.ts';

/**
 * Whether the bot can listen on its port: it is free, or this bot has it already.
 * @param isOurs whether what answers on the port is the bot
 */
export async function portVerdict(port: number, isOurs: (port: number) => Promise<boolean>): Promise<Verdict> {
  if (port === 0) return good('0: boten velger en ledig port når den starter');
  const code = await listenOnce(port);
  if (code === null) return good(`${port} er ledig`);
  if (code === 'EADDRINUSE' && (await isOurs(port))) return good(`${port} er i bruk av boten, som er i gang`);
  const what = code === 'EADDRINUSE' ? `Port ${port} er opptatt av noe annet.` : `Jeg får ikke bruke port ${port}.`;
  return mend(`${what} Sett PORT til en annen.`);
}

/** Takes the port and lets go of it at once. Returns why it could not be taken, or null. */
async function listenOnce(port: number): Promise<string | null> {
  const server = createServer();
  try {
    server.listen(port);
    await once(server, 'listening');
    return null;
  } catch (error) {
    return errorCode(error) ?? 'ukjent';
  } finally {
    server.close();
  }
}
