import { describe, expect, it } from 'vitest';
import type { KommuneStatus, Tiltak } from '#src/domain/tiltak.ts';
import { datakvalitet } from '#src/features/datakvalitet/index.ts';
import type { Feature, Occasion } from '#src/features/feature.ts';
import { oversikt } from '#src/features/oversikt/index.ts';
import { paaminnelser } from '#src/features/paaminnelser/index.ts';
import { tiltak } from '#src/features/tiltak/index.ts';
import { ukesstatus } from '#src/features/ukesstatus/index.ts';
import { summariseWeek } from '#src/features/ukesstatus/summary.ts';
import { ukesstatusMessage } from '#src/features/ukesstatus/view.ts';
import { blockTexts, overLimits } from '#src/message/limits.ts';
import type { Message } from '#src/message/message.ts';
import type { Model } from '#src/sheets/model.ts';
import { NOW } from '../../support/kapasitet.ts';
import { aKontakt, aTiltak, linesOf, PLAN_HEADINGS, planModel, readBook } from '../../support/plan.ts';

const FEATURES: readonly Feature[] = [tiltak, oversikt, ukesstatus, paaminnelser, datakvalitet];
const CHANNELS = { summary: 'C0000000001', admin: 'C0000000002' };
const NASTY = '<!channel> & <https://x.example|klikk> *fet* `kode` ~strek~ &amp; ';

const occasion = (model: Model): Occasion => ({ model, now: NOW, channels: CHANNELS, past: null });

/** Everything that is said of a model, by who says it. */
function everything(model: Model, words: readonly string[]): readonly (readonly [string, Message])[] {
  return FEATURES.flatMap(({ commands, jobs }) => [
    ...commands.flatMap((command) =>
      (command.name === 'tiltak' ? words : ['']).flatMap((asked) => {
        const answer = command.answer({ words: asked, model, now: NOW, unit: 'Kompetansegruppen', channels: CHANNELS });
        return [answer.message, ...(answer.details ?? [])].map((m) => [`${command.name} ${asked}`, m] as const);
      }),
    ),
    ...jobs.flatMap((job) =>
      [...job.outgoing(occasion(model)), job.preview?.(occasion(model)) ?? []]
        .flat()
        .map(({ content }) => content())
        .flatMap(({ message, thread }) => [message, ...thread].map((m) => [job.name, m] as const)),
    ),
  ]);
}

/** Some of every kind: late, coming, waiting for all the others, unclear, unowned, contradictory. */
function plan(count: number, text: string): readonly Tiltak[] {
  const tidsrom = [
    'Innen 1.5.24',
    'Innen 10.6.24',
    'Avhengig av 1.1',
    text.slice(0, 80),
    'Løpende',
    '',
    'Innen 1.9.24',
  ];
  return Array.from({ length: count }, (_, i) => {
    const fanOut = i % 4 === 0 ? ('kommuner' as const) : ('none' as const);
    return aTiltak({
      nr: `1.${i + 1}`,
      aktivitet: String((i % 45) + 1),
      text,
      tidsrom: tidsrom[i % tidsrom.length] ?? '',
      ansvarlig: i % 5 === 1 ? [] : fanOut === 'kommuner' ? ['Den enkelte kommune', text] : ['Kompetansegruppen', text],
      fanOut,
      status: i % 3 === 0 ? 'on-track' : 'unknown',
      statusText: text,
      kommentar: text,
      fullfort: i % 6 === 5 ? ('2024-12-01' as never) : null,
    });
  });
}

function bigModel(count: number, kommuner: number, text: string): Model {
  const kontakter = [
    aKontakt('Kompetansegruppen'),
    ...Array.from({ length: kommuner }, (_, i) => aKontakt(`Vik ${i + 1} ${text.slice(0, 20)}`, { type: 'kommune' })),
  ];
  const tiltakList = plan(count, text);
  const kommuneStatuses = kontakter
    .slice(1)
    .map(({ navn }): KommuneStatus => ({ nr: '1.1', kommune: navn, status: 'on-track', fullfort: null }));
  const faults = Array.from({ length: count }, (_, i) => ({
    sheet: 'Handlingsplan',
    cell: `C${i + 2}`,
    found: text,
    expected: 'en frist',
    message: `Jeg forstår ikke «${text}» som frist.`,
  }));
  const aktiviteter = Array.from({ length: 45 }, (_, i) => ({ nr: String(i + 1), name: text }));
  return planModel(tiltakList, {
    plan: { aktiviteter, tiltak: tiltakList, skipped: 0 },
    kontakter,
    kommuneStatuses,
    faults,
    planFaults: faults,
  });
}

describe.each([
  ['1 tiltak', 1, 1],
  ['29 tiltak and 22 kommuner', 29, 22],
  ['300 tiltak and 400 kommuner', 300, 400],
] as const)('%s', (_, count, kommuner) => {
  it.each([
    ['plain', 'Utarbeide en overordnet plan for samhandling ved kapasitetsoverskridelse i kommunene '.repeat(3)],
    ['markup', NASTY.repeat(30)],
    ['one letter that is escaped', '&'.repeat(3000)],
    ['one long word', 'a'.repeat(3000)],
    ['nothing', ''],
  ])('is always within Slack’s limits: %s', (_name, text) => {
    const model = bigModel(count, kommuner, text);
    const words = ['', '1.1', '1.3', 'forfalt', '1', 'mine', 'finnes ikke'];
    for (const [who, message] of everything(model, words)) expect(overLimits(message), who).toEqual([]);
  });

  it('never lets a cell ring anyone, make a link or set text in bold', () => {
    for (const [who, message] of everything(bigModel(count, kommuner, NASTY), ['', '1.1', 'forfalt'])) {
      // A title is plain text, which Slack shows as it stands.
      const marked = [message.text, ...message.blocks.flatMap((b) => (b.type === 'header' ? [] : blockTexts(b)))].join(
        '\n',
      );
      expect(marked, who).not.toMatch(/<!channel|<https|\*fet\*|`kode`|~strek~/);
    }
  });

  it('has one screen for the weekly status, a list, a tiltak, a reminder and the check', () => {
    const text = 'Utarbeide en overordnet plan for samhandling';
    const model = bigModel(count, kommuner, text);
    const oneScreen = [
      ukesstatusMessage({
        ...summariseWeek(occasion(model)),
        kpiLines: Array(7).fill('KPI'),
        kapasitetLine: '7 ledige',
      }),
      ...paaminnelser.jobs.flatMap((job) => job.outgoing(occasion(model))).map(({ content }) => content().message),
      ...datakvalitet.commands.map((c) => answer(c, '', model)),
      ...tiltak.commands.flatMap((c) => ['1.1', '1.2', '1.3'].map((words) => answer(c, words, model))),
    ];
    for (const message of oneScreen) expect(linesOf(message).length).toBeLessThanOrEqual(30);
    const [list] = tiltak.commands.map((c) => answer(c, '', model));
    expect(list && linesOf(list).length).toBeLessThanOrEqual(2 + 30);
  });
});

function answer(command: Feature['commands'][number], words: string, model: Model): Message {
  return command.answer({ words, model, now: NOW, unit: null, channels: CHANNELS }).message;
}

describe('a sheet full of odd names', () => {
  it('is checked within Slack’s limits: 9 tabs, 400 columns of their own, long names', async () => {
    const own = Array.from({ length: 400 }, (_, i) => `${NASTY.repeat(3)} ${i}`);
    const tabs = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`${NASTY.repeat(2)} ${i}`, [['Noe annet']]] as const),
    );
    const model = await readBook(
      {
        Handlingsplan: [[...PLAN_HEADINGS, ...own]],
        Kontakter: [['Navn', 'Slack', ...own]],
        Innstillinger: [['Navn', 'Verdi', ...own]],
        'Status per kommune': [['Nr', 'Kommune', 'Status', ...own]],
        ...tabs,
      },
      { withKpi: true },
    );
    for (const [who, message] of everything(model, [''])) expect(overLimits(message), who).toEqual([]);
  });
});
