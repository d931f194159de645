import type { KnownBlock } from '@slack/types';

/** What the bot says. `text` is what notifications and screen readers get, so it must stand alone. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}
