import { onTestFinished } from 'vitest';
import { momentAt } from '#src/domain/day.ts';
import { oslo } from '../day.ts';
import { loopbackTime } from '../outage/loopback-time.ts';
import { startSlack } from '../slack/slack.ts';
import { ADMIN_CHANNEL, CHANNEL } from '../slack/workspace.ts';
import { aState, startWholeBot } from '../whole-bot.ts';
import { startGoogle } from './google.ts';
import type { GoogleTab } from './seed.ts';

export const PLAN = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcd';
export const PLACES = '1PlAsSeRfGhIjKlMnOpQrStUvWxYz0123456789abcd';

const MINUTE_MS = 60_000;

export const planTab: GoogleTab = {
  name: 'Handlingsplan',
  rows: [
    ['Nr', 'Tiltak', 'Tidsrom', 'Ansvarlig', 'Status'],
    ...Array.from({ length: 12 }, (_, index) => [`1.${index + 1}`, `Tiltak ${index + 1}`, '1.12.24', 'Teamet', null]),
  ],
};
export const contactsTab: GoogleTab = {
  name: 'Kontakter',
  rows: [
    ['Navn', 'Type', 'Slack'],
    ['Teamet', 'enhet', 'C0000009'],
  ],
};
export const placesTab: GoogleTab = {
  name: 'Kapasitet',
  rows: [
    ['Kommune', 'Kategori', 'Plasser', 'Belagt', 'Oppdatert'],
    ...['Malvik', 'Frøya', 'Orkland', 'Skaun', 'Heim', 'Melhus', 'Rindal'].map((kommune) => [
      kommune,
      'rehabilitering',
      4,
      1,
      { serial: 45_446.25 },
    ]),
  ],
};

/** A bot that follows two spreadsheets through a day that passes in moments. */
export async function aDay(start: string) {
  const time = loopbackTime(oslo(start).ms);
  const clock = () => momentAt(time.now());
  const google = await startGoogle({
    now: time.now,
    mayPack: false,
    spreadsheets: {
      [PLAN]: { title: 'Plan 2024', tabs: [planTab, contactsTab] },
      [PLACES]: { title: 'Plasser', tabs: [placesTab] },
    },
  });
  onTestFinished(() => google.close());
  const slack = await startSlack({ now: time.now });
  onTestFinished(() => slack.stop());
  const env = {
    HANDLINGSPLAN: PLAN,
    KAPASITET: PLACES,
    GOOGLE_API_ROOT: google.root,
    GOOGLE_APPLICATION_CREDENTIALS: google.keyFile,
    DATABASE_URL: await aState(),
    SLACK_CHANNEL: CHANNEL,
    SLACK_ADMIN_CHANNEL: ADMIN_CHANNEL,
  };
  const bot = await startWholeBot(env, null, { slack, time, watch: { time, clock } });

  return {
    google,
    bot,
    /** The hour and minute now: `10:04`. */
    clock: () =>
      `${String(Math.floor(clock().minutes / 60)).padStart(2, '0')}:${String(clock().minutes % 60).padStart(2, '0')}`,
    /** Lets so many minutes pass, with a round in each. */
    async minutes(count: number): Promise<void> {
      for (let minute = 0; minute < count; minute += 1) {
        const startedAt = time.now();
        await bot.everyMinute();
        await time.sleep(Math.max(0, startedAt + MINUTE_MS - time.now()));
      }
    },
    /** What a command answers, in full. */
    async ask(slash: string, words = ''): Promise<string> {
      const { text, blocks } = await bot.ask(slash, words);
      return `${text}\n${JSON.stringify(blocks)}`;
    },
    /** What the admin channel has been told, in order. */
    alerts: () => slack.posts.filter(({ channel }) => channel === ADMIN_CHANNEL).map(({ text }) => text),
  };
}
