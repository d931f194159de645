import { asObject, asText } from './http.ts';
import { asView } from './methods-views.ts';
import { buttonIn, choiceIn, interaction, type Pressable, placeOf, WHERE } from './payloads.ts';
import { type Reply, type responseUrls, toReply } from './response-urls.ts';
import { postEvent, postSigned, type Signing } from './signed-requests.ts';
import type { EnvelopeType, socketMode } from './socket-mode.ts';
import { ASKER, type SlackObject, TEAM, type Workspace } from './workspace.ts';

/** How a question reaches the bot: signed to an address, or over its Socket Mode connection when there is none. */
export interface Route extends Signing {
  readonly to?: string;
  readonly user?: string;
  /** How many times Slack delivers it, acknowledged or not; once when left out. */
  readonly copies?: number;
}

/** What the bot did with a request: its acknowledgement, and the answer when it comes. */
interface Exchange {
  readonly status: number;
  readonly ack: string;
  readonly responseUrl: string;
  reply(): Promise<Reply>;
}

interface Lines {
  readonly workspace: Workspace;
  readonly urls: ReturnType<typeof responseUrls>;
  readonly sockets: ReturnType<typeof socketMode>;
  readonly origin: string;
  readonly ackWithinMs: number;
}

/** What people do in Slack, as the bot hears of it. */
export function people({ workspace, urls, sockets, origin, ackWithinMs }: Lines) {
  let events = 0;

  async function exchange(kind: EnvelopeType, body: SlackObject, route: Route): Promise<Exchange> {
    const id = urls.create();
    const responseUrl = `${origin}/response/${id}`;
    const payload = { ...body, response_url: responseUrl };
    const asked = route.to && kind === 'interactive' ? { payload: JSON.stringify(payload) } : payload;
    const [first] = await copies(route, () =>
      route.to ? postSigned(route.to, asked, route) : overSocket(kind, asked),
    );
    const { status = 504, ack = '' } = first ?? {};
    return {
      status,
      ack,
      responseUrl,
      reply: async () => (ack === '' ? urls.next(id) : toReply('ack', readAck(ack))),
    };
  }

  async function overSocket(kind: EnvelopeType, payload: SlackObject) {
    const ack = await sockets.deliver(kind, payload);
    const said = ack && Object.keys(ack).length > 0 ? JSON.stringify(ack) : '';
    return { status: ack ? 200 : 504, ack: said };
  }

  function act(on: Pressable, action: SlackObject, route: Route): Promise<Exchange> {
    const press = interaction(workspace, 'block_actions', route.user ?? ASKER);
    return exchange('interactive', { ...press, ...placeOf(on), actions: [action] }, route);
  }

  const acts = {
    /** Types a command, and resolves when the bot has acknowledged it. */
    send(command: string, text = '', route: Route = {}): Promise<Exchange> {
      const user_id = route.user ?? ASKER;
      const trigger_id = workspace.triggers.create(user_id);
      return exchange('slash_commands', { ...WHERE, command, text, user_id, trigger_id }, route);
    },
    /** Types a command, and waits for the answer. */
    async command(command: string, text = '', route: Route = {}): Promise<Reply> {
      return (await acts.send(command, text, route)).reply();
    },
    /** Presses a button, and resolves when the bot has acknowledged it. */
    sendPress: (on: Pressable, actionId: string, route: Route = {}) => act(on, buttonIn(on, actionId), route),
    /** Chooses in a list and says yes to what it asks, and waits for what the bot says. */
    async choose(on: Pressable, actionId: string, value: string, route: Route = {}): Promise<Reply> {
      return (await act(on, choiceIn(on, actionId, value), route)).reply();
    },
    /** Presses a button, and waits for what the bot says. */
    async press(on: Pressable, actionId: string, route: Route = {}): Promise<Reply> {
      return (await acts.sendPress(on, actionId, route)).reply();
    },
    /**
     * Sends in a modal.
     * @param values what is filled in, by block_id and action_id
     */
    submit(viewId: string, values: SlackObject, route: Route = {}): Promise<Exchange> {
      const open = workspace.views.get(viewId);
      if (!open) throw new Error(`no view ${viewId}`);
      const view = { ...asView(open), state: { values } };
      return exchange('interactive', { ...interaction(workspace, 'view_submission', open.user, viewId), view }, route);
    },
    /** Something happens that the bot subscribes to. Resolves with the status of the acknowledgement. */
    async event(event: SlackObject, route: Route = {}): Promise<number> {
      events += 1;
      const payload = { type: 'event_callback', team_id: TEAM, event_id: `Ev${events}`, event_time: seconds(), event };
      const [first] = await copies(route, () =>
        route.to ? postEvent(route.to, payload, route, ackWithinMs) : overSocket('events_api', payload),
      );
      return first?.status ?? 504;
    },
    /** Several events, the last first, as they may come when Slack is busy. */
    async eventsOutOfOrder(list: readonly SlackObject[], route: Route = {}): Promise<readonly number[]> {
      const statuses: number[] = [];
      for (const event of list.toReversed()) statuses.push(await acts.event(event, route));
      return statuses;
    },
    /** Somebody writes in a conversation. The bot is told of it only where {@link acts.event} is called too. */
    say(channel: string, text: string, user: string = ASKER): void {
      workspace.messages.add({ channel, user, text });
    },
    /** Whether an address proves to be the bot's (`url_verification`). */
    async verifyUrl(to: string): Promise<boolean> {
      const challenge = `c${Math.random()}`;
      const { status, ack } = await postSigned(to, { type: 'url_verification', challenge }, {}, true);
      return status === 200 && ack.includes(challenge);
    },
  };
  return acts;

  function seconds(): number {
    return Math.floor(workspace.clock.now() / 1000);
  }
}

/** Delivers something once, and again as many times as it says. */
async function copies<Answer>({ copies = 1 }: Route, deliver: () => Promise<Answer>): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let copy = 0; copy < copies; copy += 1) answers.push(await deliver());
  return answers;
}

function readAck(ack: string): SlackObject {
  return ack.startsWith('{') ? asObject(JSON.parse(ack)) : { text: asText(ack) };
}
