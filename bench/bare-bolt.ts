/**
 * The least a Bolt app can be: over HTTP, with one command that acknowledges and answers with a message made
 * beforehand (the JSON file named by MESSAGE). The bot's readiness, memory and answers are measured beside it.
 */
import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';

enableCompileCache();

const { App } = await import('@slack/bolt');
const { SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', SLACK_API_URL = '', MESSAGE } = process.env;
const message = MESSAGE === undefined ? { text: 'Hei' } : JSON.parse(readFileSync(MESSAGE, 'utf8'));

const app = new App({
  token: SLACK_BOT_TOKEN,
  signingSecret: SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});
app.command('/kapasitet', async ({ ack, respond }) => {
  await ack();
  await respond(message);
});
const server = await app.start(0);
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('no port');
process.stdout.write(`http://localhost:${address.port}/slack/events\n`);
