import { BOT } from './message-json.ts';
import { type Methods, TIER } from './method.ts';
import { BOT_USER, TEAM } from './workspace.ts';

/** Who the token belongs to, and a way in for Socket Mode. */
export function sessionMethods(openSocketUrl: () => string): Methods {
  return {
    'auth.test': {
      perMinute: null,
      run: ({ origin }) => ({
        ok: true,
        url: `${origin}/`,
        team: 'Prøve',
        team_id: TEAM,
        user: 'samhandlingsbot',
        user_id: BOT_USER,
        bot_id: BOT.bot_id,
        is_enterprise_install: false,
      }),
    },
    'apps.connections.open': {
      token: 'app',
      scopes: ['connections:write'],
      perMinute: TIER.three,
      run: () => ({ ok: true, url: openSocketUrl() }),
    },
  };
}
