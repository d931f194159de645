import { describe, expect, it } from 'vitest';
import { SHARE_ACTION } from '#src/slack/share.ts';
import { EXAMPLE } from '../support/cli.ts';
import { ASKER } from '../support/slack/workspace.ts';
import { bookOf, startWholeBot } from '../support/whole-bot.ts';

const example = { HANDLINGSPLAN: EXAMPLE, KAPASITET: EXAMPLE };
const PLAN_HEADINGS = ['Aktivitet', 'Tiltak', 'Tidsrom', 'Ansvarlig'];
const PLACE_HEADINGS = ['Kommune', 'Kategori', 'Plasser', 'Bemannet', 'Belagt', 'Tar imot fra andre', 'Oppdatert'];
const NOW = '2024-06-03';

/** A number from the example's sheet of places that stands nowhere else. */
const INVENTED = /Trondheim|Øya helsehus|00 00 00 01|eksempel/i;

describe.each(['http', 'socket'] as const)('over %s', (kind) => {
  it.each([
    ['/kapasitet', '', 'ledige'],
    ['/kapasitet', 'Malvik', 'Malvik'],
    ['/tiltak', '', '29 tiltak'],
    ['/tiltak', '5.7', '5.7'],
    ['/kpi', '', 'KPI'],
    ['/handlingsplan', '', '29 tiltak i 7 aktiviteter'],
    ['/kapasitet', 'hjelp', '/kapasitet'],
    ['/tiltak', 'hjelp', '/tiltak'],
    ['/kpi', 'hjelp', '/kpi'],
    ['/handlingsplan', 'hjelp', '/handlingsplan'],
  ])('%s %s is answered for the asker alone, with a button to share it', async (slash, words, part) => {
    const { ask } = await startWholeBot(example, null, { kind });

    const reply = await ask(slash, words);

    expect(reply).toMatchObject({ response_type: 'ephemeral' });
    expect(JSON.stringify(reply)).toContain(part);
    expect(reply.blocks.at(-1)).toMatchObject({ type: 'actions', elements: [{ action_id: SHARE_ACTION }] });
  });

  it('what is shared is seen by everyone in the channel, with who shared it', async () => {
    const { ask, press } = await startWholeBot(example, null, { kind });

    const shared = await press(await ask('/kapasitet', 'Malvik'), SHARE_ACTION);

    expect(shared).toMatchObject({ response_type: 'in_channel', replace_original: false });
    expect(JSON.stringify(shared)).toContain('Malvik');
    expect(JSON.stringify(shared.blocks.at(-1))).toContain(`Delt av <@${ASKER}>`);
    expect(JSON.stringify(shared)).not.toContain(SHARE_ACTION);
  });
});

describe('/tiltak mine', () => {
  async function aPlan() {
    return bookOf({
      Handlingsplan: [
        PLAN_HEADINGS,
        ['1 Drift', '1.1 Mandat', '1.5.24', 'Lillevik'],
        ['', '1.2 Skisse', '1.5.24', 'Storvik'],
      ],
      Kontakter: [
        ['Navn', 'Type', 'Slack'],
        ['Lillevik', 'kommune', ASKER],
        ['Storvik', 'kommune', 'U0NABO'],
      ],
    });
  }

  it('is for the unit with the asker’s Slack id in Kontakter', async () => {
    const { ask } = await startWholeBot({ HANDLINGSPLAN: await aPlan() }, NOW);

    const mine = JSON.stringify(await ask('/tiltak', 'mine'));
    const theirs = JSON.stringify(await ask('/tiltak', 'mine', 'U0NABO'));

    expect(mine).toContain('1.1 Mandat');
    expect(mine).not.toContain('1.2 Skisse');
    expect(theirs).toContain('1.2 Skisse');
  });

  it('asks those who are not in Kontakter to be entered there', async () => {
    const { ask } = await startWholeBot({ HANDLINGSPLAN: await aPlan() }, NOW);

    expect(await ask('/tiltak', 'mine', 'U0UKJENT')).toMatchObject({ text: expect.stringContaining('Kontakter') });
  });
});

describe('a workbook nobody has named', () => {
  it.each([
    ['/kapasitet', 'Kapasitetsarket er ikke koblet til ennå. Den som drifter boten må sette KAPASITET.'],
    ['/tiltak', 'Handlingsplanen er ikke koblet til ennå. Den som drifter boten må sette HANDLINGSPLAN.'],
    ['/kpi', 'Handlingsplanen er ikke koblet til ennå. Den som drifter boten må sette HANDLINGSPLAN.'],
    ['/handlingsplan', 'Handlingsplanen er ikke koblet til ennå. Den som drifter boten må sette HANDLINGSPLAN.'],
  ])('%s says so kindly, and shows no example', async (slash, text) => {
    const { ask, notices } = await startWholeBot({}, null);

    const reply = await ask(slash);

    expect(reply).toMatchObject({ text, response_type: 'ephemeral' });
    expect(JSON.stringify(reply)).not.toMatch(INVENTED);
    expect(notices.join('\n')).toMatch(/HANDLINGSPLAN er ikke satt.*\nKAPASITET er ikke satt/);
  });

  it('has help all the same', async () => {
    const { ask } = await startWholeBot({}, null);

    expect((await ask('/kapasitet', 'hjelp')).text).toContain('/kapasitet');
  });

  it('is not replaced by the example when the other one is named', async () => {
    const plan = await bookOf({ Handlingsplan: [PLAN_HEADINGS, ['1 Drift', '1.1 Mandat', '1.5.24', 'Teamet']] });
    const { ask } = await startWholeBot({ HANDLINGSPLAN: plan }, NOW);

    expect((await ask('/kapasitet', 'alle')).text).toContain('KAPASITET');
    for (const slash of ['/tiltak', '/kpi', '/handlingsplan', '/kapasitet']) {
      expect(JSON.stringify(await ask(slash))).not.toMatch(INVENTED);
    }
  });

  it('nor when it is the plan that is missing', async () => {
    const places = await bookOf({
      Kapasitet: [PLACE_HEADINGS, ['Lillevik', 'rehabilitering', 4, 4, 1, 'ja', '03.06.2024 07:00']],
    });
    const { ask } = await startWholeBot({ KAPASITET: places }, NOW);

    const answer = JSON.stringify(await ask('/kapasitet'));
    expect(answer).toContain('Lillevik');
    expect(answer).not.toMatch(INVENTED);
  });
});

it('one workbook that cannot be read does not keep the other from answering', async () => {
  const KAPASITET = await bookOf({
    Kapasitet: [PLACE_HEADINGS, ['Lillevik', 'rehabilitering', 4, 4, 1, 'ja', '03.06.2024 07:00']],
  });
  const { ask } = await startWholeBot({ HANDLINGSPLAN: 'finnes-ikke.xlsx', KAPASITET }, NOW);

  expect(JSON.stringify(await ask('/kapasitet'))).toContain('Lillevik');
  expect((await ask('/tiltak')).text).toContain('Fant ikke «finnes-ikke.xlsx».');
});

it('the example says what it is when the settings name it', async () => {
  const { ask } = await startWholeBot(example, null);

  for (const slash of ['/tiltak', '/kpi', '/handlingsplan', '/kapasitet']) {
    expect(JSON.stringify(await ask(slash))).toMatch(/[Ee]ksempel/);
  }
});

describe('very large workbooks', () => {
  const kommuner = Array.from({ length: 400 }, (_, at) => `Prøvekommune ${at + 1} med langt navn`);
  const tiltak = Array.from({ length: 300 }, (_, at) => [
    `${(at % 30) + 1} Aktivitet med et navn som er <langt> & utfyllende`,
    `${(at % 30) + 1}.${Math.floor(at / 30) + 1} Et tiltak som noen har skrevet *mye* om, med <tegn> & andre ting som fyller`,
    `Innen ${(at % 28) + 1}.5.24`,
    kommuner[at % 400] ?? '',
  ]);
  const rows = kommuner.map((navn) => [navn, 'rehabilitering', 10, 9, 7, 'avtale', '03.06.2024 07:00']);

  it.each([
    ['/kapasitet', ''],
    ['/kapasitet', 'alle'],
    ['/kapasitet', 'rehab'],
    ['/kapasitet', '2 rehab nær Prøvekommune 7 med langt navn'],
    ['/tiltak', ''],
    ['/tiltak', 'forfalt'],
    ['/tiltak', 'tiltak'],
    ['/handlingsplan', ''],
  ])('%s %s is answered within Slack’s limits, as blocks', async (slash, words) => {
    const env = {
      HANDLINGSPLAN: await bookOf({
        Handlingsplan: [PLAN_HEADINGS, ...tiltak],
        Kontakter: [['Navn', 'Type'], ...kommuner.map((navn) => [navn, 'kommune'])],
      }),
      KAPASITET: await bookOf({ Kapasitet: [PLACE_HEADINGS, ...rows] }),
    };
    const { ask } = await startWholeBot(env, NOW);

    const reply = await ask(slash, words);

    expect(reply.blocks.length).toBeGreaterThan(1);
    expect(reply.text).not.toContain('Noe gikk galt');
  });
});

it.each(['/kapasitet', '/tiltak', '/kpi', '/handlingsplan'])(
  '%s never echoes a birth number, nor offers to share it',
  async (slash) => {
    const { ask } = await startWholeBot(example, null);

    const answer = JSON.stringify(await ask(slash, 'Kari 018107 50045'));

    expect(answer).not.toMatch(/018107\D?50045/);
    expect(answer).not.toContain(SHARE_ACTION);
  },
);
