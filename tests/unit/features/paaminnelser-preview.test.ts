import { describe, expect, it } from 'vitest';
import type { Kontakt } from '#src/domain/kontakter.ts';
import { RELEASE_ACTION } from '#src/message/release-button.ts';
import { oslo } from '../../support/kapasitet.ts';
import { CHANNELS, previewOn } from '../../support/paaminnelser.ts';
import { aKontakt, aTiltak, linesOf, planModel } from '../../support/plan.ts';

const late = (nr: string, ansvarlig: string) => aTiltak({ nr, tidsrom: 'Innen 1.5.24', ansvarlig: [ansvarlig] });

const KONTAKTER: readonly Kontakt[] = [
  aKontakt('Kompetansegruppen'),
  aKontakt('Analysegruppen', { slack: null, epost: 'analyse@sykehus.example' }),
];
const MODEL = planModel(
  [late('1.1', 'Kompetansegruppen'), late('1.2', 'Analysegruppen'), late('1.3', 'Ukjent gruppe')],
  { kontakter: KONTAKTER },
);

describe('the first reminders', () => {
  it('are shown to the secretariat before any is sent: how many, to whom, and some of them', () => {
    const preview = previewOn('2024-06-03', MODEL);
    expect(preview).toMatchObject({
      recipient: 'forhåndsvisning',
      to: { name: 'sekretariatet', slack: 'C0000000002' },
      thread: [],
    });
    expect(preview?.message.text).toBe(
      '3 påminnelser er klare. Ingenting er sendt ennå. Se over, og trykk «Send» når de kan sendes.',
    );
    expect(preview && linesOf(preview.message)).toEqual([
      '*Påminnelser: se over før de sendes første gang*',
      '3 påminnelser er klare. Ingenting er sendt ennå.',
      '*Hvem*  1 enhet med Slack-id · 1 enhet med e-post · 1 enhet i kanalen (uten Slack-id og e-post i Kontakter)',
      '*For eksempel*',
      'Kompetansegruppen: 1.1 Lage mal · 33 dager over fristen',
      'Analysegruppen: 1.2 Lage mal · 33 dager over fristen',
      'Ukjent gruppe: 1.3 Lage mal · 33 dager over fristen',
      '*Uten Slack eller e-post i Kontakter (1)*  Ukjent gruppe',
      '*Send* sender dagens påminnelser nå. Deretter sender jeg dem selv, hver arbeidsdag klokken 08:00, uten å spørre. Trykker ingen, sender jeg ingenting, og spør igjen neste uke. Rett arket først om noe ikke stemmer.',
      'lest 3. juni 08:00',
      'Send',
    ]);
    expect(JSON.stringify(preview)).not.toContain('sykehus.example');
  });

  it('are sent by a button that names the job', () => {
    const actions = previewOn('2024-06-03', MODEL)?.message.blocks.flatMap((block) =>
      block.type === 'actions' ? block.elements : [],
    );
    expect(actions).toMatchObject([{ action_id: RELEASE_ACTION, value: 'paaminnelser' }]);
  });

  it.each<[string, string, string | null, boolean]>([
    ['when there first is something to send', '2024-06-04', null, true],
    ['not the day after', '2024-06-05', '2024-06-04', false],
    ['all of the day', '2024-06-04', '2024-06-04', true],
    ['on the week’s first reminder day', '2024-06-10', '2024-06-04', true],
    ['not on a day off', '2024-06-08', null, false],
  ])('are shown %s', (_, day, previewed, shown) => {
    const model = planModel([
      late('1.1', 'Kompetansegruppen'),
      ...['Innen 4.6.24', 'Innen 5.6.24'].map((tidsrom, i) => aTiltak({ nr: `2.${i}`, tidsrom })),
    ]);
    const before = previewed === null ? {} : { previewed: oslo(`${previewed} 08:00`) };
    expect(previewOn(day, model, before) !== null).toBe(shown);
  });

  it('are not shown where there is nobody to show them to, or nothing to show', () => {
    expect(previewOn('2024-06-03', MODEL, { channels: { ...CHANNELS, admin: null } })).toBe(null);
    expect(previewOn('2024-06-03', planModel([aTiltak()]))).toBe(null);
  });

  it('keep the secretariat from nothing it has to settle itself', () => {
    const preview = previewOn('2024-06-03', planModel([aTiltak({ nr: '1.4', ansvarlig: [] })]));
    expect(preview?.recipient).toBe('sekretariatet');
    expect(preview && linesOf(preview.message)).toContain('*Uten ansvarlig (1)*  1.4');
  });

  it('name the days and the hour the owners of the sheet have chosen', () => {
    const paaminnelser = { weekdays: [1, 4], minutes: 570 };
    const model = { ...MODEL, innstillinger: { ...MODEL.innstillinger, paaminnelser } };
    expect(
      previewOn('2024-06-03', model)
        ?.message.blocks.map((block) => JSON.stringify(block))
        .join(''),
    ).toContain('mandag og torsdag klokken 09:30');
  });
});
