import type { Moment } from '#src/domain/day.ts';
import type { Innstillinger } from '#src/domain/innstillinger.ts';
import type { PlanPast } from '#src/domain/plan-past.ts';
import type { Timetable } from '#src/domain/timetable.ts';
import type { Message } from '#src/message/message.ts';
import type { StatusShown } from '#src/message/status-select.ts';
import type { WorkbookName } from '#src/sheets/contract.ts';
import type { Model } from '#src/sheets/model.ts';

/** Everything an answer may depend on. Handed in, so that the same question always gets the same answer. */
export interface Question {
  /** The words after the command, trimmed. */
  readonly words: string;
  readonly model: Model;
  readonly now: Moment;
  /** The unit the asker speaks for, when known (`--som`, or Kontakter by Slack id). */
  readonly unit: string | null;
  readonly channels: Channels;
  /** How the plan was; null or left out where nothing is remembered. */
  readonly past?: PlanPast | null;
}

/** One answer in every form: for people, and as data (CONTRACT: `--json`). */
export interface Answer {
  readonly message: Message;
  /** Details for those who have the room: the terminal prints them, Slack posts them in a thread. */
  readonly details?: readonly Message[];
  readonly json: unknown;
  /** The status it shows that may be set from it, where the bot may write and the asker, too. */
  readonly changeable?: StatusShown;
  /** Something is to be mended by a person (exit status 1). */
  readonly toMend?: boolean;
}

/** What must be read before an answer can be given. */
export interface Reader {
  /** The workbooks it cannot do without. */
  readonly needs: readonly WorkbookName[];
  /** Those it makes use of when they are there. */
  readonly uses: readonly WorkbookName[];
  /** It speaks of KPI-er, too. */
  readonly withKpi?: true;
}

/** A question people type: `/name words` in Slack, `bot -- name words` in the terminal. */
export interface Command extends Reader {
  readonly name: string;
  /** Null when it is asked in the terminal only. */
  readonly slash: `/${string}` | null;
  readonly description: string;
  readonly usage: string;
  /** What people can type after it, and what that does. */
  readonly examples: readonly { readonly words: string; readonly does: string }[];
  /** It tells how the plan was, where that is remembered. */
  readonly withPast?: true;
  /** It answers from other tabs than the workbook's compulsory one, which may then be missing. */
  readonly otherTabs?: true;
  /** It has an answer also when no table is found, since that is what it is for. */
  readonly answersAnything?: true;
  answer(question: Question): Answer;
}

/** Someone or somewhere a job speaks to. */
export interface Recipient {
  /** The unit's or the channel's name, for people. */
  readonly name: string;
  /** A Slack user, user group or channel id; null when nobody has entered one. */
  readonly slack: string | null;
  /** An address whose owner may be found in Slack; null when nobody has entered one. */
  readonly email: string | null;
  /**
   * Kontakter was read from what the state kept, without e-mail addresses: whoever was found for the unit before is still
   * its person. Left out when the address is not there because nobody has entered one.
   */
  readonly addressWithheld?: true;
  /** The channel that hears it when the recipient cannot be found in Slack; null when there is none. */
  readonly fallback: string | null;
}

/** What is said: a message, and the details that are posted as replies to it. */
export interface Content {
  readonly message: Message;
  readonly thread: readonly Message[];
}

/** One thing to say once, to somebody, for a period. */
export interface Outgoing {
  /** Names the recipient in the key: a unit, not its channel. */
  readonly recipient: string;
  readonly to: Recipient;
  /** Made when it is sent, so that it says how things are then. */
  content(): Content;
}

/** Channels a job may speak in, as Slack ids; null when not set. */
export interface Channels {
  readonly summary: string | null;
  readonly admin: string | null;
}

/** Everything that what a job says may depend on. */
export interface Occasion {
  readonly model: Model;
  readonly now: Moment;
  readonly channels: Channels;
  /** How the plan was; null where nothing is remembered. */
  readonly past: PlanPast | null;
  /** When this job's preview was last shown; null or left out when it never was. */
  readonly previewed?: Moment | null;
}

/** Names previews in the outbox: when one was last shown is looked up by it. */
export const PREVIEW_RECIPIENT = 'forhåndsvisning';

/** Something the bot says unasked, when its timetable says so. */
export interface Job extends Reader {
  readonly name: string;
  /** What people call it, in a sentence: «påminnelser». */
  readonly title: string;
  /** When it speaks, as the owners of the sheet have decided. */
  timetable(innstillinger: Innstillinger): Timetable;
  /** What is to be said; nothing on days when this job is silent. */
  outgoing(occasion: Occasion): readonly Outgoing[];
  /**
   * Shown to the secretariat in place of what would have been sent, until a person has pressed «Send» once. Null when
   * there is nothing to show. A job without it needs nobody's word.
   */
  preview?(occasion: Occasion): Outgoing | null;
}

/** One thing the bot can do. A folder under features/ exports exactly one of these. */
export interface Feature {
  readonly commands: readonly Command[];
  readonly jobs: readonly Job[];
}
