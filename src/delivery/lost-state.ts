import { RECREATED_AT } from '#src/store/note-store.ts';
import type { Notes } from '#src/store/store.ts';
import { STATE_LOST, type TroubleDesk } from './troubles.ts';

/** A state that has taken the place of one that was damaged or taken away, which people are to hear of once. */
export interface LostState {
  /** Whether they are still to be told. Asks the state until the answer is no. */
  isUntold(): Promise<boolean>;
  /** Plans what they are told. Only for the one process that has the floor, with the troubles loaded. */
  tell(): Promise<void>;
}

export interface LostStateParts {
  readonly helsefellesskap: string;
  readonly notes: Notes;
  readonly troubles: TroubleDesk;
}

export function createLostState({ helsefellesskap, notes, troubles }: LostStateParts): LostState {
  const toldNote = `tap-fortalt:${helsefellesskap}`;
  let settled = false;

  /** When the state was made anew; null when it was not, or that has been told. */
  async function untold(): Promise<string | null> {
    const recreatedAt = await notes.get(RECREATED_AT);
    const told = recreatedAt === null ? null : await notes.get(toldNote);
    settled = recreatedAt === told;
    return settled ? null : recreatedAt;
  }

  return {
    isUntold: async () => !settled && (await untold()) !== null,
    async tell() {
      const recreatedAt = settled ? null : await untold();
      if (recreatedAt === null) return;
      await troubles.begin(STATE_LOST, {});
      await notes.set(toldNote, recreatedAt);
      settled = true;
    },
  };
}
