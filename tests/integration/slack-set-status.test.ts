import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STATUS_ACTION } from '#src/message/status-select.ts';
import { LOGG } from '#src/workbook/edit.ts';
import { startGoogle } from '../support/google/google.ts';
import { bookOf, startWholeBot } from '../support/whole-bot.ts';

const ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-abcd';
const SECRETARIAT = 'U0SEKRETAR';
const OWNER = 'U0EIER';
const READER = 'U0LESER';
const OTHER = 'U0ANNEN';
const PLAN = [
  ['Nr', 'Tiltak', 'Tidsrom', 'Ansvarlig', 'Status'],
  ['1.1', 'Mandat', '1.12.24', 'Teamet', 'Ingen avvik'],
  ['1.2', 'Skisse', '1.12.24', 'Den enkelte kommune', ''],
] as const;
const CONTACTS = [
  ['Navn', 'Type', 'Slack', 'Rolle'],
  ['Sekretariatet', 'enhet', SECRETARIAT, 'sekretariat'],
  ['Teamet', 'enhet', OWNER, 'oppdaterer'],
  ['Lesesalen', 'enhet', READER, 'leser'],
  ['Naboen', 'enhet', OTHER, 'oppdaterer'],
  ['Malvik', 'kommune', 'C0000009', 'leser'],
] as const;

async function aBot(writeBack = 'on') {
  const path = await bookOf({ Handlingsplan: PLAN, Kontakter: CONTACTS });
  const bot = await startWholeBot(
    { HANDLINGSPLAN: path, WRITE_BACK: writeBack, POLL_SECONDS: '3600' },
    '2024-06-03T09:00',
  );
  const sheet = join(path, 'Handlingsplan.tsv');
  return { ...bot, path, sheet, read: () => readFile(sheet, 'utf8') };
}

const hasList = (blocks: readonly object[]) => JSON.stringify(blocks).includes(STATUS_ACTION);

describe('the status of a tiltak', () => {
  it.each([
    ['the secretariat', SECRETARIAT],
    ['who answers for it', OWNER],
  ])('is set in the sheet by %s, and the log tells who did it', async (_, user) => {
    const bot = await aBot();
    const answer = await bot.ask('/tiltak', '1.1', user);

    const { text, response_type } = await bot.choose(answer, STATUS_ACTION, 'Ferdig', user);

    expect(text).toBe('Skrevet: 1.1 er nå «Ferdig» (Handlingsplan!E2). Endringen står også i fanen Logg.');
    expect(response_type).toBe('ephemeral');
    expect(await bot.read()).toContain('1.1\tMandat\t1.12.24\tTeamet\tFerdig');
    const log = await readFile(join(bot.path, `${LOGG.name}.tsv`), 'utf8');
    expect(log.split('\n')[1]).toContain(`2024-06-03 09:00\tHandlingsplan!E2\t1.1\tIngen avvik\tFerdig\t${user}`);
  });

  it('is what the next answer shows', async () => {
    const bot = await aBot();
    await bot.choose(await bot.ask('/tiltak', '1.1', OWNER), STATUS_ACTION, 'Ferdig', OWNER);

    expect(JSON.stringify(await bot.ask('/tiltak', '1.1', OWNER))).toContain('Ferdig');
  });

  it.each([
    ['whoever reads', READER, 'Lesesalen har rollen leser.'],
    ['who answers for something else', OTHER, 'Naboen har ikke ansvar for 1.1.'],
    ['somebody nobody knows', 'U0UKJENT', 'Jeg vet ikke hvilken enhet du hører til.'],
  ])('is not set by %s, who is told why', async (_, user, why) => {
    const bot = await aBot();
    const before = await bot.read();
    const { text } = await bot.choose(await bot.ask('/tiltak', '1.1', user), STATUS_ACTION, 'Ferdig', user);

    expect(text).toContain(why);
    expect(await bot.read()).toBe(before);
  });

  it('is not written over what somebody has written since, which is shown', async () => {
    const bot = await aBot();
    const answer = await bot.ask('/tiltak', '1.1', OWNER);
    await writeFile(bot.sheet, (await bot.read()).replace('Ingen avvik', 'Kritiske avvik'));

    const { text } = await bot.choose(answer, STATUS_ACTION, 'Ferdig', OWNER);

    expect(text).toContain('nå står det «Kritiske avvik» der (Handlingsplan!E2). Ingenting er skrevet.');
    expect(await bot.read()).toContain('Kritiske avvik');
  });

  it('cannot be set where every kommune has its own, nor where the bot may not write', async () => {
    const bot = await aBot();
    expect(hasList((await bot.ask('/tiltak', '1.1', OWNER)).blocks)).toBe(true);
    expect(hasList((await bot.ask('/tiltak', '1.2', OWNER)).blocks)).toBe(false);
    expect(hasList((await bot.ask('/tiltak', '', OWNER)).blocks)).toBe(false);

    const reader = await aBot('off');
    expect(hasList((await reader.ask('/tiltak', '1.1', OWNER)).blocks)).toBe(false);
  });

  it('is set in a Google spreadsheet in the same way, and seen at once', async () => {
    const tabs = [
      { name: 'Handlingsplan', rows: PLAN },
      { name: 'Kontakter', rows: CONTACTS },
    ];
    const google = await startGoogle({ spreadsheets: { [ID]: { title: 'Plan', tabs } } });
    const env = { HANDLINGSPLAN: ID, GOOGLE_API_ROOT: google.root, GOOGLE_APPLICATION_CREDENTIALS: google.keyFile };
    const bot = await startWholeBot({ ...env, WRITE_BACK: 'on' }, '2024-06-03T09:00');
    const answer = await bot.ask('/tiltak', '1.1', OWNER);
    google.person(ID).sort('Handlingsplan', 0, 1, 'DESCENDING');

    const { text } = await bot.choose(answer, STATUS_ACTION, 'Ferdig', OWNER);

    expect(text).toContain('|Handlingsplan!E3>');
    expect(google.person(ID).read('Handlingsplan')[2]?.[4]).toBe('Ferdig');
    expect(google.person(ID).read(LOGG.name)[1]?.slice(2, 6)).toEqual(['1.1', 'Ingen avvik', 'Ferdig', OWNER]);
    await bot.stop();
    await google.close();
  });
});
