import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { botJson } from '../support/cli.ts';
import { startSlack } from '../support/slack/slack.ts';
import { BOT_TOKEN, CHANNEL } from '../support/slack/workspace.ts';
import { folderWith } from '../support/workbook-files.ts';

const PLAN = 'Aktivitet\tTiltak\tTidsrom\tAnsvarlig\n1 Drift\t1.1 Mandat\t1.5.24\tTeamet\n';

it('a backup that is put back, as docs/drift.md says, says nothing again that was said since it was taken', async () => {
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  const folder = await folderWith({ 'plan.tsv': PLAN });
  const [state, backup] = [join(folder, 'husk.sqlite'), join(folder, 'kopi.sqlite')];
  const env = {
    HANDLINGSPLAN: join(folder, 'plan.tsv'),
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_CHANNEL: CHANNEL,
    DATABASE_URL: `file:${state}`,
  };
  const send = (dato: string) => botJson(['kjor', 'ukesstatus', '--dato', dato], { env });
  await send('2024-05-13');
  const said = slack.posts.length;

  inFile(state, `vacuum into '${backup}'`);
  await send('2024-05-20');
  const saidSince = slack.posts.length;
  await Promise.all(['', '-wal', '-shm'].map((suffix) => rm(state + suffix, { force: true })));
  await copyFile(backup, state);
  const now = Date.now();
  inFile(
    state,
    `insert into notes (name, value) values ('recreatedAt', '${now}'), ('tap-fortalt:standard', '${now}')
     on conflict (name) do update set value = excluded.value;
     update outbox set look_first = 1 where closed_at is null`,
  );
  const again = await send('2024-05-20');

  expect(said).toBeGreaterThan(0);
  expect(saidSince).toBeGreaterThan(said);
  expect(slack.posts).toHaveLength(saidSince);
  expect(again).toMatchObject({ failed: 0 });
});

function inFile(file: string, statement: string): void {
  const db = new DatabaseSync(file);
  db.exec(statement);
  db.close();
}
