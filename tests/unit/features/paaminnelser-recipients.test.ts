import { describe, expect, it } from 'vitest';
import type { Kontakt } from '#src/domain/kontakter.ts';
import { CHANNELS, remindersAsData, saidOn, toUnits } from '../../support/paaminnelser.ts';
import { aKontakt, aTiltak, linesOf, planModel } from '../../support/plan.ts';

describe('where a unit is reached', () => {
  const late = aTiltak({ tidsrom: 'Innen 1.5.24' });
  const epost = 'komp@sykehus.example';

  it.each<[string, Partial<Kontakt>, object]>([
    ['by its Slack id', { slack: 'C0123456789', epost }, { slack: 'C0123456789', email: null }],
    ['by its address, when it has no id', { slack: null, epost }, { slack: null, email: epost }],
    ['in the channel, when it has neither', { slack: null }, { slack: null, email: null }],
  ])('is %s', (_, kontakt, to) => {
    const model = planModel([late], { kontakter: [aKontakt('Kompetansegruppen', kontakt)] });
    expect(toUnits('2024-06-03', model)[0]?.to).toEqual({
      name: 'Kompetansegruppen',
      fallback: 'C0000000001',
      ...to,
    });
  });

  it('is the person whose address stands in Ansvarlig, which is not kept', () => {
    const model = planModel([aTiltak({ tidsrom: 'Innen 1.5.24', ansvarlig: [epost] })], { kontakter: [] });
    const [said] = toUnits('2024-06-03', model);

    expect(said?.to).toMatchObject({ slack: null, email: epost });
    expect(said?.recipient).not.toContain(epost);
  });

  it('is told in the channel, so that others know why it stands there', () => {
    const [said] = toUnits('2024-06-03', planModel([late], { kontakter: [] }));
    const lines = said ? linesOf(said.message) : [];
    expect(lines[0]).toBe('Hei. Kompetansegruppen har 1 tiltak som trenger svar.');
    expect(lines).toContain('Står her fordi Kompetansegruppen ikke har Slack-id eller e-post i fanen Kontakter.');
  });

  it('is nowhere without a channel: then the secretariat alone hears of it', () => {
    const model = planModel([late], { kontakter: [] });
    const channels = { ...CHANNELS, summary: null };
    expect(remindersAsData('2024-06-03', model, channels)).toMatchObject({
      messages: [],
      unmapped: ['Kompetansegruppen'],
    });
    expect(saidOn('2024-06-03', model, { channels }).map(({ recipient }) => recipient)).toEqual(['sekretariatet']);
  });

  it('is not known from figures of an earlier run, and nobody is said to lack an address', () => {
    const model = planModel([late], { kontakter: [aKontakt('Kompetansegruppen', { slack: null })] });
    const said = saidOn('2024-06-03', { ...model, restored: ['handlingsplan'] });
    expect(said.map(({ recipient }) => recipient)).toEqual(['Kompetansegruppen']);
    expect(said[0] && linesOf(said[0].message).join('\n')).not.toContain('Står her fordi');
  });

  it('may be who it was before when its address is withheld, and not when there is none', () => {
    const model = planModel([late], { kontakter: [aKontakt('Kompetansegruppen', { slack: null })] });
    const restored = { ...model, restored: ['handlingsplan'] as const };
    expect(toUnits('2024-06-03', restored)[0]?.to).toHaveProperty('addressWithheld', true);
    expect(toUnits('2024-06-03', model)[0]?.to).not.toHaveProperty('addressWithheld');

    const known = { ...restored, kontakter: [aKontakt('Kompetansegruppen', { slack: 'C0123456789' })] };
    expect(toUnits('2024-06-03', known)[0]?.to).not.toHaveProperty('addressWithheld');
  });

  it('may be who it was before also where there is no channel', () => {
    const model = { ...planModel([late], { kontakter: [] }), restored: ['handlingsplan'] as const };
    const said = saidOn('2024-06-03', model, { channels: { ...CHANNELS, summary: null } });
    expect(said.map(({ recipient }) => recipient)).toContain('Kompetansegruppen');
  });

  it('never shows an address', () => {
    const model = planModel([late], { kontakter: [aKontakt('Kompetansegruppen', { slack: null, epost })] });
    expect(JSON.stringify(remindersAsData('2024-06-03', model))).not.toContain(epost);
    expect(JSON.stringify(saidOn('2024-06-03', model).map(({ message }) => message))).not.toContain(epost);
  });
});

describe('the key of a reminder', () => {
  const recipientsOf = (...ansvarlig: readonly string[]) => {
    const late = (name: string, i: number) => aTiltak({ nr: `1.${i}`, tidsrom: 'Innen 1.5.24', ansvarlig: [name] });
    return saidOn('2024-06-03', planModel(ansvarlig.map(late), { kontakter: [] })).map(({ recipient }) => recipient);
  };

  it('is not the secretariat’s own list, nor the preview, when a unit goes by that name', () => {
    expect(recipientsOf('sekretariatet', 'forhåndsvisning')).toEqual([
      'enheten sekretariatet',
      'enheten forhåndsvisning',
      'sekretariatet',
    ]);
  });

  it('is of a length that can be kept, also when the cell holds a whole paragraph', () => {
    const [key = ''] = recipientsOf('Alle som har med saken å gjøre '.repeat(100));
    expect(key.length).toBeLessThan(250);
  });
});
