import { describe, expect, it } from 'vitest';
import type { KpiResult } from '#src/domain/kpi-result.ts';
import type { Answer } from '#src/features/feature.ts';
import { kpiCommand } from '#src/features/kpi/command.ts';
import { kpiWeekly } from '#src/features/kpi/weekly.ts';
import { blockTexts, overLimits } from '#src/message/limits.ts';
import type { Message } from '#src/message/message.ts';
import type { Model } from '#src/sheets/model.ts';
import { day } from '../../support/day.ts';
import { DATA, KPI, kpiModel, morning } from '../../support/kpi.ts';

const now = morning('2024-06-03');

const model = kpiModel({ kpi: KPI, data: DATA });

interface KpiJson {
  readonly asOf: string;
  readonly kpi: readonly KpiResult[];
  readonly faults: readonly unknown[];
  readonly suggestion?: string | null;
}

function ask(words: string, from: Model = model, at = now): Answer & { readonly json: KpiJson } {
  const question = { words, model: from, now: at, unit: null, channels: { summary: null, admin: null } };
  const answer = kpiCommand.answer(question);
  return { ...answer, json: answer.json as KpiJson };
}

function linesOf(message: Message): readonly string[] {
  return message.blocks.flatMap(blockTexts).flatMap((text) => text.replaceAll('\u00a0', ' ').split('\n'));
}

function line(message: Message, start: string): string {
  return linesOf(message).find((text) => text.startsWith(start)) ?? '';
}

describe('/kpi', () => {
  it('shows every KPI against its target, in words', () => {
    const { message } = ask('');

    expect(linesOf(message).slice(0, 8)).toEqual([
      'KPI per mai 2024',
      'lest 3. juni 08:00',
      '*1* UKP-døgn per år · 1 250 hittil i år · høyst 1 767 i året',
      '*2* Andel 0 døgn · 86 % · minst 90 %, under målet',
      '*3* Snitt liggetid (opphold med minst ett døgn) · 31,3 døgn · høyst 2 døgn, over målet',
      '*5* Re-innleggelser · 16 % · skal holdes på 16 % ✓ holdes',
      '*6* Øya helsehus · ▫ ikke rapportert siden januar (da 22 døgn, mål høyst 20)',
      'Mangler tall for mai: Melhus, Trondheim',
    ]);
    expect(linesOf(message)).toContain('Mai er foreløpig.');
    expect(overLimits(message)).toEqual([]);
  });

  it('has a text that stands alone', () => {
    expect(ask('').message.text).toBe(
      'KPI per mai 2024: 2 av 5 utenfor målet (2 Andel 0 døgn og 3 Snitt liggetid), 1 i mål, 1 uten tall.',
    );
  });

  it('answers with the agreed fields as data', () => {
    const { json } = ask('');

    expect(json).toMatchObject({ asOf: '2024-06-03T08:00', faults: [] });
    expect(json.kpi.map(({ nr, period, target, direction }) => [nr, period, target, direction])).toEqual([
      ['1', '2024', 1767, 'at-most'],
      ['2', '2024', 0.9, 'at-least'],
      ['3', '2024', 2, 'at-most'],
      ['5', '2024', 0.16, 'hold'],
      ['6', '2024', 20, 'at-most'],
    ]);
    expect(json.kpi[1]).toMatchObject({
      name: 'Andel 0 døgn',
      unit: '%',
      value: 250 / 290,
      numerator: 250,
      denominator: 290,
      meetsTarget: false,
      months: [
        { month: '2024-04', numerator: 160, denominator: 180, preliminary: false },
        { month: '2024-05', numerator: 90, denominator: 110, preliminary: true },
      ],
      points: null,
      signals: [],
      variation: null,
      forecast: null,
      notReported: ['Melhus', 'Trondheim'],
      tiltak: [],
    });
  });

  it('says what is wrong in its own two tabs', () => {
    const faulty = kpiModel({ kpi: KPI, data: `${DATA}\n2024-05 | Melhus | | fullt | | 3` });
    const { message, json } = ask('', faulty);

    expect(json.faults).toMatchObject([{ sheet: 'KPI-data', cell: 'D6', found: 'fullt' }]);
    expect(line(message, '⚠')).toContain('1 feil å rette, først KPI-data!D6: «fullt» er ikke et tall.');
  });

  it('says that months which have not begun are not counted', () => {
    const { message } = ask('', kpiModel({ kpi: KPI, data: `${DATA}\n2024-07 | Malvik | | 1 | 1 | 0` }));

    expect(line(message, 'KPI-data har tall for juli')).toContain('er ikke regnet med');
  });

  it.each([
    ['2024-07-01', 'mai', '1 250 april–mai'],
    ['2025-02-03', 'mai 2024', '1 250 april–mai 2024'],
  ])('says first that the figures are old, on %s', (today, month, value) => {
    const { message } = ask('', model, morning(today));

    expect(linesOf(message)[2]).toBe(`⚠ Ingen har rapportert tall etter ${month}.`);
    expect(message.text).toContain(`Ingen har rapportert tall etter ${month}.`);
    expect(line(message, '*1*')).toContain(`· ${value} ·`);
    expect(linesOf(ask('1', model, morning(today)).message)).toContain(`*Tall*  ${value}`);
  });

  it('does not call figures old before a whole month has passed without any', () => {
    expect(line(ask('', model, morning('2024-06-30')).message, '⚠')).toBe('');
  });

  it('says what was last reported of a count, too', () => {
    const { message } = ask(
      '',
      kpiModel({
        kpi: '1 | UKP-døgn | UKP-døgn | | døgn | 1767 | ≤ | år\n2 | Opphold | UKP-opphold | | antall',
        data: `Måned | Kommune | UKP-døgn | UKP-opphold
          2024-02 | Malvik | 30 | 9
          2024-03 | Malvik | 12 | 9
          2024-05 | Malvik | | 9`,
      }),
    );

    expect(line(message, '*1*')).toBe(
      '*1* UKP-døgn · ▫ ikke rapportert siden mars (da 42 februar–mars, mål høyst 1 767)',
    );
  });

  it('says which column a KPI lacks, and does not blame the kommuner for it', () => {
    const lacking = kpiModel({ kpi: `${KPI}\n7 | Rett hjem | UKP rett heim | UKP-opphold | % | 30 %`, data: DATA });
    const why = '▫ kan ikke regnes ut: KPI-data har ingen kolonne «UKP rett heim» (KPI!C7)';

    expect(line(ask('', lacking).message, '*7*')).toBe(`*7* Rett hjem · ${why}`);
    expect(linesOf(ask('7', lacking).message)).toContain(`*Tall*  ${why}`);
    expect(line(ask('7', lacking).message, '*Mangler tall')).toBe('');
  });

  it('says once that there is no tab of figures', () => {
    const lacking = { ...model, kpiRows: [], missingTabs: ['KPI-data'] };
    const sentence = 'Fanen KPI-data mangler, så ingen KPI kan regnes ut.';

    expect(ask('', lacking).message.text).toBe(`KPI: ${sentence}`);
    expect(linesOf(ask('', lacking).message).join()).not.toContain('ikke rapportert');
    expect(linesOf(ask('3', lacking).message)).toContain(`⚠ ${sentence}`);
    expect(kpiWeekly(lacking, now)).toEqual([sentence]);
  });

  it('says where a target that cannot be read stands', () => {
    const many = kpiModel({ kpi: '1 | UKP-døgn | UKP-døgn | | døgn | mange | ≤ | år', data: DATA });

    expect(line(ask('', many).message, '*1*')).toBe('*1* UKP-døgn · 1 250 hittil i år · mål kan ikke leses (KPI!F2)');
    expect(line(ask('1', many).message, '*Mål*')).toBe('*Mål*  kan ikke leses (KPI!F2)');
    expect(kpiWeekly(many, now)).toContain('1 UKP-døgn 1\u00a0250 hittil i år · mål kan ikke leses (KPI!F2)');
  });

  it('never shows a share of more than all as met', () => {
    const own = kpiModel({
      kpi: '7 | Svart | Svar | Spurte | % | 90 % | ≥ | år',
      data: 'Måned | Kommune | Svar | Spurte\n2024-05 | Malvik | 128 | 100',
    });

    expect(line(ask('', own).message, '*7*')).toBe('*7* Svart · 128 %, kan ikke stemme · minst 90 %');
  });

  it.each([
    [true, 'Fanen KPI mangler'],
    [false, 'Fanen KPI er tom'],
  ])('says what to do when there are no KPIs (tab missing: %s)', (missing, text) => {
    const empty = kpiModel({ kpi: '', data: 'Måned | Kommune' }, { missingTabs: missing ? ['KPI'] : [] });
    const { message, json } = ask('', empty);

    expect(message.text).toContain(text);
    expect(json.kpi).toEqual([]);
  });

  it('stays on one screen with 400 kommuner that have not reported and 60 KPIs', () => {
    const kommuner = Array.from({ length: 400 }, (_, i) => `Storkommune nummer ${i}`);
    const kpi = Array.from(
      { length: 60 },
      (_, i) => `${i + 1} | ${'Et svært langt navn '.repeat(9)} | UKP-døgn | | døgn | 5 | ≤ | år`,
    );
    const large = kpiModel({ kpi: kpi.join('\n'), data: DATA, kommuner });

    for (const words of ['', '1']) {
      const { message } = ask(words, large);
      expect(overLimits(message)).toEqual([]);
      expect(linesOf(message).length).toBeLessThanOrEqual(25);
      expect(linesOf(message).join('\n')).toMatch(/… og \d{3} til/);
    }
    expect(line(ask('', large).message, '… og')).toMatch(/^… og \d+ til/);
    expect(
      overLimits({
        text: 'uke',
        blocks: [{ type: 'section', text: { type: 'mrkdwn', text: kpiWeekly(large, now).join('\n') } }],
      }),
    ).toEqual([]);
  });

  it('does not let a cell ring the whole channel', () => {
    const rude = kpiModel({ kpi: '1 | <!channel> | UKP-døgn | | <b> | 5 | ≤ | år', data: DATA });

    for (const words of ['', '1', 'chanel', 'finnes ikke']) {
      const { text, blocks } = ask(words, rude).message;
      // A header is plain text, which Slack shows as it stands.
      const markup = blocks.filter(({ type }) => type !== 'header');
      expect([text, ...markup.flatMap(blockTexts)].join()).not.toContain('<!');
    }
    expect(kpiWeekly(rude, now).join()).not.toContain('<!');
  });

  it('never rounds a missed target to look like it', () => {
    const near = kpiModel({
      kpi: '4 | Rett hjem | UKP rett hjem | UKP-opphold | % | 30 % | ≥ | år\n3 | Snitt | UKP-døgn | UKP-opphold | døgn | 2 | ≤ | år',
      data: 'Måned | Kommune | UKP-opphold | UKP rett hjem | UKP-døgn\n2024-05 | Malvik | 1000 | 296 | 2040',
    });

    expect(line(ask('', near).message, '*4*')).toContain('29,6 % · minst 30 %, under målet');
    expect(line(ask('', near).message, '*3*')).toContain('2,04 døgn · høyst 2 døgn, over målet');
  });
});

describe('/kpi 3', () => {
  it('shows how the figure came about', () => {
    const { message, json } = ask('3');
    const lines = linesOf(message);

    expect(lines[0]).toBe('KPI 3 Snitt liggetid');
    expect(lines).toContain('*Tall*  31,3 døgn hittil i år (april–mai, mai er foreløpig)');
    expect(lines).toContain('*Mål*  høyst 2 døgn · over målet');
    expect(line(message, '*Slik regner jeg*')).toContain(
      'UKP-døgn ÷ (UKP-opphold − UKP-opphold uten liggedøgn) = 1 250 ÷ 40 (opphold med minst ett døgn)',
    );
    expect(lines).toContain('*Siste måneder*  april: 2,5 · mai: 60, foreløpig');
    expect(lines).toContain('*Mangler tall for mai*  Melhus, Trondheim');
    expect(lines.at(-1)).toContain('KPI!A4');
    expect(json.kpi.map(({ nr }) => nr)).toEqual(['3']);
    expect(overLimits(message)).toEqual([]);
  });

  it('shows four months at most', () => {
    const rows = ['2023-11', '2023-12', '2024-01', '2024-02', '2024-03'].map((month, i) => `${month} | Malvik | ${i}`);
    const long = kpiModel({ kpi: KPI, data: `Måned | Kommune | UKP-døgn\n${rows.join('\n')}` });

    expect(line(ask('1', long, morning('2024-04-02')).message, '*Siste måneder*')).toBe(
      '*Siste måneder*  desember 2023: 1 · januar: 2 · februar: 3 · mars: 4, foreløpig',
    );
  });

  it.each([
    ['2024-06-03', 'avgjøres når året er slutt · 1 250 er 71 % av taket etter 2 måneder'],
    ['2025-01-06', 'kan ikke avgjøres før alle har rapportert · 1 250 er 71 % av taket etter 2 måneder'],
  ])('says on %s when a yearly cap will be decided, and how much of it is used', (today, text) => {
    expect(line(ask('1', model, morning(today)).message, '*Mål*')).toContain(`høyst 1 767 i året · ${text} · gjelder`);
  });

  it('does not round a count up to its cap', () => {
    const near = kpiModel({ kpi: KPI.replace('1767', '1251'), data: DATA });

    expect(line(ask('1', near).message, '*Mål*')).toContain('1 250 er 99 % av taket');
  });

  it('shows the tiltak that serve it', () => {
    const tiltak = { nr: '1.4', text: 'Det rapporteres månedlig på KPI 1,2,3' };
    const plan = { aktiviteter: [], tiltak: [tiltak], skipped: 0 } as unknown as Model['plan'];

    expect(line(ask('3', { ...model, plan }).message, '*Tiltak*')).toBe('*Tiltak*  1.4');
  });

  it('shows that a target has run out', () => {
    const expired = { ...model, kpi: model.kpi.map((d) => ({ ...d, validTo: day('2023-12-31') })) };

    expect(line(ask('1', expired).message, '*Mål*')).toBe(
      '*Mål*  ikke noe mål nå (det forrige gjaldt til 31. desember 2023)',
    );
  });

  it.each([
    ['kpi 3', ['3']],
    ['KPI 3', ['3']],
    ['nr. 3', ['3']],
    ['snitt liggetid', ['3']],
    ['Øya', ['6']],
    ['døgn', ['1', '2']],
    ['alle', ['1', '2', '3', '5', '6']],
  ])('is also asked for as «%s»', (words, nrs) => {
    expect(ask(words).json.kpi.map(({ nr }) => nr)).toEqual(nrs);
  });

  it.each([
    ['9', 'Det finnes ingen KPI 9. Disse finnes: 1 UKP-døgn per år,', null],
    ['kpi 31', 'Det finnes ingen KPI 31.', null],
    ['ligetid', 'Jeg kjenner ikke «ligetid». Mente du KPI 3 Snitt liggetid? Prøv /kpi 3.', '3'],
    ['reinleggelser', 'Jeg kjenner ikke «reinleggelser». Mente du KPI 5 Re-innleggelser? Prøv /kpi 5.', '5'],
    ['pizza', 'Jeg kjenner ikke «pizza». Disse finnes:', null],
  ])('answers «%s» with the nearest, or what there is', (words, text, suggestion) => {
    const { message, json } = ask(words);

    expect(message.text).toContain(text);
    expect(json).toMatchObject({ kpi: [], suggestion });
    expect(overLimits(message)).toEqual([]);
  });

  it('does not show what could point at someone', () => {
    const small = kpiModel({
      kpi: '1 | UKP-døgn | UKP-døgn | | døgn | 5 | ≤ | måned',
      data: 'Måned | Kommune | UKP-døgn\n2024-04 | Melhus | 40\n2024-05 | Malvik | 3',
    });
    const { message, json } = ask('1', small);

    expect(json.kpi[0]).toMatchObject({ value: null, numerator: null, hidden: true });
    expect(line(message, '*Tall*')).toContain('skjult');
    expect(line(message, '*Siste måneder*')).toContain('april: 40 · mai: skjult');
  });
});
