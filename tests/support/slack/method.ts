import type { SlackObject, Token, Workspace } from './workspace.ts';

/** What a method has to go by. */
export interface MethodCall {
  readonly args: SlackObject;
  readonly workspace: Workspace;
  readonly caller: Token;
  /** Where the pretend Slack is, such as `http://127.0.0.1:1234`. */
  readonly origin: string;
}

/** One method of the Web API, as Slack's reference has it. */
interface Method {
  /** Bot, when left out. */
  readonly token?: 'app' | 'bot';
  /** Any one of these will do; none are needed when left out. */
  readonly scopes?: readonly string[] | ((call: MethodCall) => readonly string[]);
  readonly required?: readonly string[];
  readonly perMinute: number | null;
  /** Null for a method that can be called any number of times. */
  readonly run: (call: MethodCall) => SlackObject;
}

export type Methods = Readonly<Record<string, Method>>;

/** Slack's tiers, as calls per minute (docs.slack.dev, «Rate limits»). */
export const TIER = { two: 20, three: 50, four: 100 } as const;
