import { createHmac } from 'node:crypto';
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SIGNING_SECRET } from '../tests/support/slack/workspace.ts';

/** An answer as it came to the `response_url`. */
interface Reply {
  readonly body: string;
  /** From the command was sent until the answer was here. */
  readonly ms: number;
}

/** Types commands as Slack passes them on, one at a time, over a connection that stays open. */
export interface Asker {
  ask(to: string, command: string): Promise<Reply>;
  close(): void;
}

/** As little work as possible on this side of the wire, so that what is measured is the other side. */
export async function startAsker(): Promise<Asker> {
  const agent = new Agent({ keepAlive: true });
  let arrived: (body: string) => void = () => undefined;
  const answers = createServer(async (incoming, response) => {
    const body = await text(incoming);
    response.end('ok');
    arrived(body);
  });
  await new Promise<void>((resolve) => answers.listen(0, '127.0.0.1', resolve));
  const responseUrl = `http://127.0.0.1:${(answers.address() as AddressInfo).port}/response`;

  return {
    async ask(to, command) {
      const answer = new Promise<string>((resolve) => {
        arrived = resolve;
      });
      const fields = { command, text: '', user_id: 'U0SPORSMAL', response_url: responseUrl, ...WHERE };
      const body = new URLSearchParams(fields).toString();
      const headers = signed(body);
      const sent = performance.now();
      const acknowledged = post(to, body, headers, agent);
      const reply = await answer;
      const ms = performance.now() - sent;
      const { statusCode } = await acknowledged;
      if (statusCode !== 200) throw new Error(`${command} was acknowledged with ${statusCode}`);
      return { body: reply, ms };
    },
    close() {
      agent.destroy();
      answers.close();
      answers.closeAllConnections();
    },
  };
}

const WHERE = { team_id: 'T0PROVE', team_domain: 'prove', channel_id: 'C0SAMHANDLING', trigger_id: 'x' } as const;

function post(to: string, body: string, headers: Readonly<Record<string, string>>, agent: Agent) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    request(to, { method: 'POST', headers, agent }, (response) => {
      response.resume().once('end', () => resolve(response));
    })
      .once('error', reject)
      .end(body);
  });
}

/** Slack's signature (docs.slack.dev, «Verifying requests from Slack»). */
function signed(body: string): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
}
