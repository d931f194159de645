/** Slack's own Web API; SLACK_API_URL replaces it. */
export const SLACK_API = 'https://slack.com/api/';

/** How Slack reaches the bot: over a WebSocket the bot opens, or with signed requests to its port. */
type SlackConnection =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string };

/** What it takes to speak as the bot. */
export interface SlackAccess {
  readonly botToken: string;
  /** Root of the Web API, ending in `/api/`. */
  readonly apiUrl: string;
}

export interface SlackSettings extends SlackAccess {
  readonly connection: SlackConnection;
  /** Where the bot's own routes (and over HTTP `/slack/events`) are served; 0 is any free port. */
  readonly port: number;
  /** How long Slack may leave a ping unanswered, and the pause before a reconnect; 5000 when left out. */
  readonly pingTimeoutMs?: number;
}
