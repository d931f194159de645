import type { Fault, FaultPlan } from './faults.ts';
import type { Sharing, SpreadsheetSeed } from './files.ts';
import type { Action } from './hooks.ts';
import type { Matcher } from './matcher.ts';
import type { Person } from './person.ts';
import type { Quota } from './quotas.ts';
import type { LoggedRequest } from './route.ts';
import type { GoogleTab } from './seed.ts';
import type { TokenIssuer } from './token.ts';

/**
 * Google's token endpoints, Drive and Sheets on a loopback port, as far as the bot uses them: signatures, scopes,
 * sharing, request shapes, fields masks and error bodies are checked and answered as Google does, so that what passes
 * here is asked the right way there. What it does not imitate it refuses.
 */
export interface StandInGoogle extends Pick<TokenIssuer, 'expireTokens' | 'deleteKey' | 'lastScopes'> {
  /** For GOOGLE_API_ROOT. */
  readonly root: string;
  /** A service-account key file that this stand-in accepts. */
  readonly keyFile: string;
  /** A credentials file without a key, for workload identity federation. */
  readonly federationFile: string;
  readonly requests: readonly LoggedRequest[];
  /** Makes trouble for the next request (`times` for more, `on` for one service or method only). */
  fail(fault: Fault, plan?: FaultPlan): void;
  /** All is well again. */
  noMoreFaults(): void;
  /** Lets something happen right before the next such request is carried out (`times` for more); returns its end. */
  before(matcher: Matcher, action: Action, times?: number): () => void;
  /** The same right after it was carried out, before the answer. */
  after(matcher: Matcher, action: Action, times?: number): () => void;
  /** The hands of somebody who has the spreadsheet open. */
  person(id: string): Person;
  /** Someone edits: the spreadsheet now holds exactly these tabs, and has a new version. */
  edit(id: string, tabs: readonly GoogleTab[]): void;
  /** Someone changes who may read and write it. */
  share(id: string, shared: Sharing): void;
  remove(id: string): void;
  /** Tells the channels that watch a file of a change, whether or not there has been one. */
  notify(id: string): void;
  /** Resolves when all that Drive has told has arrived. */
  notified(): Promise<void>;
  /** How many requests have been made in this minute. */
  used(quota: Quota): number;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly spreadsheets: Readonly<Record<string, SpreadsheetSeed>>;
  /** Whether Google's limits per minute apply; they do not unless a test is about them. */
  readonly quotas?: boolean;
  /** Time for versions, quotas and channels, in milliseconds since 1970: the machine's own when left out. */
  readonly now?: () => number;
  /** How long a change is hidden from who asks Drive for the version, on that clock. Drive is known to be slow to tell. */
  readonly driveLagMs?: number;
  /** Whether answers come packed, as Google's do, when left out. Unpacking takes no turns of the event loop. */
  readonly mayPack?: boolean;
  /** Whether developer metadata on rows goes along when they are sorted; it stays on the row's place when left out. */
  readonly metadataFollowsSort?: boolean;
  /** Whether the channels are told of each change, or only when a test says `notify`. */
  readonly push?: 'each-change' | 'by-hand';
}
