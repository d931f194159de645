import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { capturedLog } from '../support/captured-log.ts';
import { ADMIN_CHANNEL, ASKER, CHANNEL } from '../support/slack/workspace.ts';
import { planFor } from '../support/unit-plan.ts';
import { bookOf, startWholeBot } from '../support/whole-bot.ts';
import { folderWith } from '../support/workbook-files.ts';

const MONDAY = '2024-06-03';
const channels = { SLACK_CHANNEL: CHANNEL, SLACK_ADMIN_CHANNEL: ADMIN_CHANNEL };
const PLAN = 'Aktivitet\tTiltak\tTidsrom\tAnsvarlig\n1 Drift\t1.1 Mandat\t1.5.24\tTeamet\n';

describe.each(['http', 'socket'] as const)('a bot that runs, over %s', (kind) => {
  it('is alive all the time, and ready when its workbooks can be read', async () => {
    const HANDLINGSPLAN = join(await folderWith({}), 'plan');
    const { origin } = await startWholeBot({ HANDLINGSPLAN }, MONDAY, { kind });

    const before = await fetch(`${origin}/readyz`);
    expect({ status: before.status, body: await before.json() }).toEqual({
      status: 503,
      body: { status: 'not ready', notReady: ['workbooks'] },
    });
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);

    await mkdir(HANDLINGSPLAN);
    await writeFile(join(HANDLINGSPLAN, 'Handlingsplan.tsv'), PLAN);
    const after = await fetch(`${origin}/readyz`);
    expect({ status: after.status, body: await after.json() }).toEqual({ status: 200, body: { status: 'ready' } });
  });

  it('is not ready when its state cannot be used', async () => {
    const DATABASE_URL = `file:${await folderWith({})}`;
    const { origin } = await startWholeBot({ DATABASE_URL }, MONDAY, { kind, released: false });

    expect(await (await fetch(`${origin}/readyz`)).json()).toEqual({ status: 'not ready', notReady: ['database'] });
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });

  it('counts what it does in a round', async () => {
    const HANDLINGSPLAN = await planFor({ Personen: ASKER, Borte: 'C0FINNESIKKE' });
    const { origin, slack, runJobs } = await startWholeBot({ HANDLINGSPLAN, ...channels }, MONDAY, { kind });

    await runJobs();

    const lines = (await (await fetch(`${origin}/metrics`)).text()).split('\n');
    const sent = slack.posts.length;
    expect(lines).toEqual(
      expect.arrayContaining([
        'samhandlingsbot_job_runs_total{job="ukesstatus",outcome="done"} 1',
        'samhandlingsbot_job_runs_total{job="paaminnelser",outcome="incomplete"} 1',
        `samhandlingsbot_posts_total{result="sent"} ${sent}`,
        'samhandlingsbot_posts_total{result="final"} 1',
        'samhandlingsbot_outbox_rows{status="failed"} 1',
        `samhandlingsbot_outbox_rows{status="sent"} ${sent}`,
        'samhandlingsbot_troubles_open 1',
        'samhandlingsbot_figures_age_seconds{workbook="handlingsplan"} 0',
        expect.stringMatching(/^samhandlingsbot_heartbeat_timestamp_seconds \d+/),
      ]),
    );
    expect(lines.join('\n')).not.toMatch(/Personen|Borte|Tiltak for/);
  });
});

it('the log of a round and its questions, troubled or not, holds nothing that stands in a cell', async () => {
  const HANDLINGSPLAN = await bookOf({
    Handlingsplan: [
      ['Aktivitet', 'Tiltak', 'Tidsrom', 'Ansvarlig', 'Status', 'Kommentar'],
      ['1 Sjøstjerne', '1.1 Kråkebolle', '1.5.24', 'Personen', 'tangkvabbe', 'blåskjell'],
      ['', '1.2 Kråkebolle', 'når sjøpungen vil', 'Borte', '', 'blåskjell'],
      ['', '1.3 Kråkebolle', '31.2.24', 'Ukjent', '', ''],
    ],
    Kontakter: [
      ['Navn', 'Type', 'Slack', 'E-post'],
      ['Personen', 'enhet', ASKER, ''],
      ['Borte', 'enhet', '', 'sjohest@prove.example'],
    ],
  });
  const KAPASITET = await bookOf({
    Kapasitet: [
      ['Kommune', 'Kategori', 'Plasser', 'Belagt', 'Kontakt', 'Forbehold', 'Oppdatert', 'Oppdatert av'],
      ['Lillevik', 'rehabilitering', 'sekkedyr', '1', 'Kari Krill', 'ikke brennmanet', 'i fjor', 'Per Plankton'],
    ],
  });
  const { log, lines } = capturedLog();
  const env = { HANDLINGSPLAN, KAPASITET, ...channels, SLACK_ADMIN_CHANNEL: 'C0FINNESIKKE' };
  const { slack, runJobs, ask } = await startWholeBot(env, MONDAY, { log });

  await runJobs();
  for (const [slash, words] of [
    ['/tiltak', 'kråkebolle'],
    ['/kapasitet', 'Lillevik'],
  ] as const)
    await ask(slash, words);

  expect(JSON.stringify(slack.posts)).toContain('Kråkebolle');
  expect(lines.join('')).toContain('job ran');
  expect(lines.join('')).not.toMatch(
    /sjøstjerne|kråkebolle|tangkvabbe|blåskjell|sjøpung|sjohest|sekkedyr|krill|brennmanet|plankton|31\.2\.24/i,
  );
});
