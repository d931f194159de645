import { onTestFinished } from 'vitest';
import { startSlack } from './slack.ts';
import { BOT_TOKEN, type SlackObject } from './workspace.ts';

/** A Slack for one test, and a bare way to call it: no client, so that what Slack itself answers is seen. */
export async function aSlack(options: Parameters<typeof startSlack>[0] = {}) {
  const slack = await startSlack(options);
  onTestFinished(() => slack.stop());

  function request(method: string, args: SlackObject = {}, token: string = BOT_TOKEN): Promise<Response> {
    return fetch(`${slack.apiUrl}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
  }
  async function call(method: string, args: SlackObject = {}, token: string = BOT_TOKEN): Promise<SlackObject> {
    return (await request(method, args, token)).json() as Promise<SlackObject>;
  }
  return { slack, request, call };
}
