import type { drive_v3 } from '@googleapis/drive';
import { driveProblem } from './problem.ts';

type Channel = drive_v3.Schema$Channel;

/** Where Drive tells of changes, as somebody has asked it to. */
export interface Channels {
  /** Registers a channel for a file and tells it so. Throws a `GoogleProblem` for one that Google would not take. */
  open(fileId: string, channel: Channel): Channel;
  stop(channel: Channel): void;
  /** Tells all the channels of a file. */
  tell(fileId: string, state: 'update' | 'trash'): void;
  /** Resolves when everything said so far has arrived or failed. */
  said(): Promise<void>;
}

interface OpenChannel {
  readonly fileId: string;
  readonly id: string;
  readonly resourceId: string;
  readonly address: string;
  readonly token: string | undefined;
  readonly expiration: number;
  messages: number;
}

const HOUR = 3_600_000;

export function channelsOf(root: string, now: () => number): Channels {
  const channels = new Map<string, OpenChannel>();
  const underway = new Set<Promise<void>>();

  function say(channel: OpenChannel, state: string): void {
    if (channel.expiration <= now()) return void channels.delete(channel.id);
    channel.messages += 1;
    // Nobody waits for the answer, and a receiver that is away misses it.
    const sent = fetch(channel.address, { method: 'POST', headers: headersOf(channel, state, root) })
      .then((response) => response.body?.cancel())
      .catch(() => undefined)
      .finally(() => underway.delete(sent));
    underway.add(sent);
  }

  return {
    open(fileId, channel) {
      const id = checked(channel, channels);
      // The shorter of what is asked for and Google's own: an hour, and never more than a day.
      const asked = channel.expiration ? Number(channel.expiration) : now() + HOUR;
      const expiration = Math.min(asked, now() + 24 * HOUR);
      if (!(expiration > now())) throw driveProblem(400, 'badRequest', 'Invalid expiration time.');
      const resourceId = `ressurs-${fileId}`;
      const { address = '', token } = channel;
      const opened = {
        fileId,
        id,
        resourceId,
        address: address ?? '',
        token: token ?? undefined,
        expiration,
        messages: 0,
      };
      channels.set(id, opened);
      say(opened, 'sync');
      const told = { id, resourceId, resourceUri: uriOf(root, fileId), expiration: String(expiration) };
      return { kind: 'api#channel', ...told, ...(token ? { token } : {}) };
    },
    stop({ id, resourceId }) {
      const channel = channels.get(id ?? '');
      if (!channel || channel.resourceId !== resourceId) {
        throw driveProblem(404, 'notFound', `Channel '${id}' not found for project '1'`);
      }
      channels.delete(channel.id);
    },
    tell(fileId, state) {
      for (const channel of channels.values()) if (channel.fileId === fileId) say(channel, state);
    },
    async said() {
      while (underway.size > 0) await Promise.all(underway);
    },
  };
}

function checked({ id, type, address }: Channel, channels: ReadonlyMap<string, OpenChannel>): string {
  if (!id) throw driveProblem(400, 'required', 'entity.resource.id is required');
  if (type !== 'web_hook' && type !== 'webhook')
    throw driveProblem(400, 'unknownChannelType', `Unknown channel type: ${type}`);
  if (!address || !URL.canParse(address)) throw driveProblem(400, 'required', 'entity.resource.address is required');
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && hostname !== '127.0.0.1') {
    throw driveProblem(400, 'push.webhookUrlNotHttps', `WebHook callback must be HTTPS: ${address}`);
  }
  if (channels.has(id)) throw driveProblem(400, 'channelIdNotUnique', `Channel id ${id} not unique`);
  return id;
}

const uriOf = (root: string, fileId: string): string => `${root}drive/v3/files/${fileId}?alt=json`;

function headersOf(channel: OpenChannel, state: string, root: string): Record<string, string> {
  return {
    'X-Goog-Channel-ID': channel.id,
    'X-Goog-Channel-Expiration': new Date(channel.expiration).toUTCString(),
    'X-Goog-Message-Number': String(channel.messages),
    'X-Goog-Resource-ID': channel.resourceId,
    'X-Goog-Resource-State': state,
    'X-Goog-Resource-URI': uriOf(root, channel.fileId),
    ...(state === 'update' ? { 'X-Goog-Changed': 'content,properties' } : {}),
    ...(channel.token === undefined ? {} : { 'X-Goog-Channel-Token': channel.token }),
  };
}
