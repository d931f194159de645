/** What the bot asks a workspace for, and what each is needed for. Nothing that the code does not use. */
export const BOT_SCOPES = {
  'chat:write': 'post summaries, reminders and alerts (chat.postMessage)',
  commands: 'answer /kapasitet, /tiltak, /kpi and /handlingsplan',
  'im:write': 'open the direct conversation with whoever is reminded (conversations.open)',
  'im:history': 'see whether a message already stands in a direct conversation, after a broken connection or a crash',
  'channels:history':
    'the same in public channels the bot is a member of (conversations.history, conversations.replies)',
  'groups:history': 'the same in private channels the bot is a member of',
  'channels:read': 'doktor: tell whether the bot is a member of a public channel (conversations.info)',
  'groups:read': 'doktor: the same for private channels',
  'users:read': 'Slack demands it of whoever asks for users:read.email',
  'users:read.email': 'find the person behind an e-mail address in the tab Kontakter (users.lookupByEmail)',
} as const;

/** What the bot needs and a token does not have, in the order of the manifest. Without any, the bot lacks nothing. */
export function missingScopes(granted: readonly string[]): readonly string[] {
  return Object.keys(BOT_SCOPES).filter((scope) => !granted.includes(scope));
}
