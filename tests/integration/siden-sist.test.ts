import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bot, botJson } from '../support/cli.ts';
import { CHANNEL } from '../support/slack/workspace.ts';
import { aSlack, aState, bookOf, startWholeBot } from '../support/whole-bot.ts';
import { folderWith } from '../support/workbook-files.ts';

type Rows = readonly (readonly string[])[];

const HEADINGS = ['Aktivitet', 'Tiltak', 'Tidsrom', 'Ansvarlig', 'Status'];
const WEEK_23: Rows = [
  ['1 Drift', '1.1 Mandat', '1.5.24', 'Teamet', ''],
  ['', '1.2 Skisse', '1.7.24', 'Teamet', ''],
  ['', '1.3 Mal', '1.8.24', 'Teamet', ''],
  ['', '1.4 Opplæring', '1.10.24', 'Teamet', ''],
];
const WEEK_24: Rows = [
  ['1 Drift', '1.1 Mandat', '1.5.24', 'Teamet', 'Ferdig'],
  ['', '1.2 Skisse', '1.9.24', 'Teamet', ''],
  ['', '1.4 Opplæring', '1.10.24', 'Teamet', ''],
  ['', '1.5 Evaluering', '1.12.24', 'Teamet', ''],
];

/** A plan that people edit between the weeks in which a bot tells of it. */
async function aTold(...weeks: readonly { readonly dato: string; readonly rows: Rows }[]) {
  const slack = await aSlack();
  const HANDLINGSPLAN = await bookOf({ Handlingsplan: [HEADINGS, ...WEEK_23] });
  const env = { HANDLINGSPLAN, DATABASE_URL: await aState(), SLACK_CHANNEL: CHANNEL };
  for (const { dato, rows } of weeks) {
    const content = [HEADINGS, ...rows].map((row) => row.join('\t')).join('\n');
    await writeFile(join(HANDLINGSPLAN, 'Handlingsplan.tsv'), `${content}\n`);
    const running = await startWholeBot(env, dato, { slack });
    await running.runJobs();
    await running.stop();
  }
  return { slack, env };
}

/** The weekly status as people see it, without its thread. */
function statusOf({ posts }: Awaited<ReturnType<typeof aSlack>>, week: number): string {
  const status = posts.find(({ text, thread_ts }) => thread_ts === null && text.includes(`Ukesstatus uke ${week}`));
  return JSON.stringify(status?.blocks);
}

const TWO_WEEKS = [
  { dato: '2024-06-03', rows: WEEK_23 },
  { dato: '2024-06-10', rows: WEEK_24 },
];

describe('«Nytt siden sist»', () => {
  it('is not there the first week; the second one says exactly what has changed', async () => {
    const { slack } = await aTold(...TWO_WEEKS);

    expect(statusOf(slack, 23)).toContain('Ukesstatus uke 23');
    expect(statusOf(slack, 23)).not.toContain('siden sist');
    expect(statusOf(slack, 24)).toContain(
      [
        '*Nytt siden sist (4)*  1.1 ferdig',
        '1.2 fikk ny frist 1. september (1. gang, først 1. juli)',
        '1.5 er nytt',
        '1.3 er tatt ut',
      ].join(' · '),
    );
  });

  it('says so in a sentence when nothing has', async () => {
    const { slack } = await aTold(...TWO_WEEKS, { dato: '2024-06-17', rows: WEEK_24 });

    expect(statusOf(slack, 25)).toContain('Ingen endringer siden sist.');
  });
});

describe('how often a deadline has slipped', () => {
  it('is told to whoever asks for the tiltak, in Slack and in the terminal', async () => {
    const { slack, env } = await aTold(...TWO_WEEKS);
    const running = await startWholeBot(env, '2024-06-11', { slack });

    for (const slash of ['/tiltak', '/handlingsplan']) {
      expect(JSON.stringify(await running.ask(slash, '1.2'))).toContain('flyttet én gang, først 1. juli');
    }
    const { out } = await bot(['tiltak', '1.2', '--dato', '2024-06-11'], { env });
    expect(out).toContain('flyttet én gang, først 1. juli');
  });

  it('and what is new since the last status is in the status that somebody reads in the terminal', async () => {
    const { env } = await aTold({ dato: '2024-06-03', rows: WEEK_23 }, { dato: '2024-06-04', rows: WEEK_24 });

    const { out } = await bot(['ukesstatus', '--dato', '2024-06-04'], { env });
    const { messages } = await botJson(['ukesstatus', '--dato', '2024-06-04'], { env });

    expect(out).toContain('1.2 fikk ny frist 1. september (1. gang, først 1. juli)');
    expect(JSON.stringify(messages)).toContain('1.5 er nytt');
  });

  it('is left out, and nothing is made, where there is no state', async () => {
    const folder = await folderWith({});
    const HANDLINGSPLAN = await bookOf({ Handlingsplan: [HEADINGS, ...WEEK_23] });
    const env = { HANDLINGSPLAN, DATABASE_URL: `file:${folder}/ny/tilstand.sqlite` };

    const { status, err } = await bot(['tiltak', '1.2', '--dato', '2024-06-11'], { env });

    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(existsSync(join(folder, 'ny'))).toBe(false);
  });

  it('keeps nobody from an answer when the state cannot be used', async () => {
    const HANDLINGSPLAN = await bookOf({ Handlingsplan: [HEADINGS, ...WEEK_23] });
    const env = { HANDLINGSPLAN, DATABASE_URL: `file:${await folderWith({})}` };
    const running = await startWholeBot(env, '2024-06-11', { released: false });

    expect((await running.ask('/tiltak', '1.2')).text).toContain('1.2 Skisse');
    expect(await bot(['tiltak', '1.2', '--dato', '2024-06-11'], { env })).toMatchObject({ status: 0, err: '' });
  });
});
