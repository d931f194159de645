import { createEmulator } from 'emulate';
import { ASKER_EMAIL, BOT_TOKEN } from './workspace.ts';

/** npm `emulate` as a Slack with the same scene as ours: another's reading of the same documentation. */
export async function startEmulated(scopes: readonly string[]) {
  const users = [{ name: 'sporsmal', email: ASKER_EMAIL }];
  const tokens = [{ token: BOT_TOKEN, type: 'bot', scopes }];
  const slack = { users, channels: [{ name: 'samhandling' }], tokens, strict_scopes: true };
  const emulator = await createEmulator({ service: 'slack', port: 0, seed: { slack } });
  return { apiUrl: `${emulator.url}/api/`, stop: () => emulator.close() };
}
