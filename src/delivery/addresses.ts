import type { Recipient } from '#src/features/feature.ts';
import type { KnownUser } from '#src/store/store.ts';
import type { Lane, Lanes } from './lanes.ts';
import type { Patience } from './patience.ts';
import { NotPosted, type Place } from './poster.ts';
import type { SpeakerParts } from './speaker.ts';

/** Where somebody is spoken to. */
export interface Address extends Omit<Place, 'threadTs'> {
  /** Whom the channel is the direct conversation with; null for any other. */
  readonly user: string | null;
  /** Slack knows nobody with the e-mail address, and the channel hears it instead. */
  readonly unknownEmail: boolean;
}

export interface AddressBook {
  /** Whether there is anywhere at all to say it. Asks nobody. */
  reaches(unit: string, to: Recipient): Promise<boolean>;
  /** Where to say it. Throws NotPosted when that cannot be found out, or there is no such place. */
  find(unit: string, to: Recipient, patience: Patience): Promise<Address>;
  /**
   * Throws what is known of a refused post. A direct conversation that Slack does not know any more, as when the app has
   * been installed anew, is opened again, and then the message may be tried again.
   */
  refused(address: Address, error: unknown, patience: Patience): Promise<never>;
}

const OPENING: Lane = { name: 'opening', spacingMs: 0 };
const ASKING: Lane = { name: 'asking', spacingMs: 0 };

/** Whom and where units are in Slack, as Kontakter has it, and as Slack has answered before. */
export function createAddressBook(parts: SpeakerParts, lanes: Lanes): AddressBook {
  const { helsefellesskap, poster, proofOf, time } = parts;
  const { addresses } = parts.store;

  return {
    async reaches(unit, to) {
      return (to.slack ?? to.email ?? to.fallback ?? (await remembered(unit, to))) !== null;
    },
    async find(unit, to, patience) {
      if (to.slack?.startsWith('S')) {
        return inChannel(to, 'Brukergrupper får beskjed i SLACK_CHANNEL, og den er ikke satt.', { greet: to.slack });
      }
      if (to.slack !== null && !/^[UW]/.test(to.slack)) return addressAt(to.slack);
      const user = to.slack ?? (await userOf(unit, to, patience));
      if (user !== null) return addressAt(await conversationWith(user, patience), { user });
      const nobody = 'Ingen i Slack har e-postadressen som står i fanen Kontakter.';
      return inChannel(to, nobody, { unknownEmail: to.email !== null });
    },
    async refused({ user, channel }, error, patience) {
      const unknown = error instanceof NotPosted && error.code === 'channel_not_found';
      if (!unknown || user === null || (await open(user, patience)) === channel) throw error;
      throw new NotPosted('refused', 'conversation_moved', 'Samtalen er åpnet på nytt.', { cause: error });
    },
  };

  /** Whom Slack gave last. Where an address has been taken out of Kontakter, nobody is to be found by it any more. */
  async function remembered(unit: string, { addressWithheld }: Recipient): Promise<KnownUser | null> {
    return addressWithheld ? addresses.user(helsefellesskap, unit) : null;
  }

  async function userOf(unit: string, to: Recipient, patience: Patience): Promise<string | null> {
    const { email } = to;
    if (email === null) return (await remembered(unit, to))?.slackId ?? null;
    const known = await addresses.user(helsefellesskap, unit);
    const proof = proofOf(email);
    if (known?.proof === proof) return known.slackId;
    const slackId = await asked(() => lanes.inTurn(ASKING, patience, () => poster.userByEmail(email)));
    if (slackId !== null) await addresses.rememberUser(helsefellesskap, unit, { slackId, proof }, time.now());
    return slackId;
  }

  async function conversationWith(slackId: string, patience: Patience): Promise<string> {
    return (await addresses.conversation(slackId)) ?? open(slackId, patience);
  }

  async function open(slackId: string, patience: Patience): Promise<string> {
    const channel = await asked(() => lanes.inTurn(OPENING, patience, () => poster.openConversation(slackId)));
    await addresses.rememberConversation(slackId, channel, time.now());
    return channel;
  }
}

/** A place as it is. */
export function addressAt(channel: string, how: Partial<Address> = {}): Address {
  return { channel, greet: null, user: null, unknownEmail: false, ...how };
}

function inChannel({ fallback }: Recipient, nowhere: string, how: Partial<Address>): Address {
  if (fallback === null) throw new NotPosted('final', 'no_channel', nowhere);
  return addressAt(fallback, how);
}

/** A question says nothing to anyone: when its answer is uncertain, it may be asked again. */
async function asked<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    if (!(error instanceof NotPosted) || error.certainty !== 'uncertain') throw error;
    throw new NotPosted('refused', error.code, error.message, { cause: error });
  }
}
