import type { Moment } from '#src/domain/day.ts';
import type { Message } from '#src/message/message.ts';
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
}

/** One answer in every form: for people, and as data (CONTRACT: `--json`). */
export interface Answer {
  readonly message: Message;
  /** Details for those who have the room: the terminal prints them, Slack posts them in a thread. */
  readonly details?: readonly Message[];
  readonly json: unknown;
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
  /** It answers from other tabs than the workbook's compulsory one, which may then be missing. */
  readonly otherTabs?: true;
  /** It has an answer also when no table is found, since that is what it is for. */
  readonly answersAnything?: true;
  answer(question: Question): Answer;
}

/** Someone or somewhere a job speaks to. */
interface Recipient {
  /** The unit's or the channel's name, for people. */
  readonly name: string;
  /** A Slack user, user group or channel id; null when nobody has entered one. */
  readonly slack: string | null;
}

/** One thing to say once: `key` names what is said to whom for which period. */
export interface Outgoing {
  readonly key: string;
  readonly to: Recipient;
  readonly message: Message;
  /** Details, posted as replies. */
  readonly thread: readonly Message[];
}

/** Channels a job may speak in, as Slack ids; null when not set. */
export interface Channels {
  readonly summary: string | null;
  readonly admin: string | null;
}

/** Something the bot says unasked at 08:00 in Oslo on a working day. */
export interface Job extends Reader {
  readonly name: string;
  /** What is to be said today; nothing on days when this job is silent. */
  outgoing(model: Model, now: Moment, channels: Channels): readonly Outgoing[];
}

/** One thing the bot can do. A folder under features/ exports exactly one of these. */
export interface Feature {
  readonly commands: readonly Command[];
  readonly jobs: readonly Job[];
}
