import { describe, expect, it } from 'vitest';
import { HIDDEN_BIRTH_NUMBER } from '#src/domain/birth-number.ts';
import { syntheticBirthNumber } from '../../support/birth-number.ts';
import { readBook, shortFaults } from '../../support/plan.ts';

const HEADINGS = ['Navn', 'Alias', 'Type', 'Gruppe', 'E-post', 'Slack', 'Rolle'];

function withContacts(...rows: readonly (readonly string[])[]) {
  return readBook({
    Handlingsplan: [
      ['Tiltak', 'Frist', 'Ansvarlig'],
      ['1.1 Lage mal', 'Innen 1.5.24', 'Kompetansegruppa & St. Olavs'],
    ],
    Kontakter: [HEADINGS, ...rows],
  });
}

describe('Kontakter', () => {
  it('may name a unit by a word that is also a heading', async () => {
    const { kontakter } = await withContacts(
      ['Gruppen', '', 'enhet', '', '', 'S0123456789', ''],
      ['Regionen', '', 'enhet', '', 'post@sykehus.example', '', ''],
      ['Malvik', '', 'kommune', '', '', '', ''],
    );
    expect(kontakter.map(({ navn, type }) => [navn, type])).toEqual([
      ['Gruppen', 'enhet'],
      ['Regionen', 'enhet'],
      ['Malvik', 'kommune'],
    ]);
  });

  it('tells who is who, and by what other names', async () => {
    const model = await withContacts(
      ['Kompetansegruppen', 'Kompetansegruppa; Komp.gr.', 'enhet', '', '', 'C0123456789', 'oppdaterer'],
      ['St. Olavs hospital', 'St. Olavs, Sykehuset', 'Enhet', '', ' post@sykehus.example ', '', ''],
      ['Trondheim', '', '', 'Byen', '', '–', 'Sekretariat'],
    );
    expect(model.kontakter).toEqual([
      {
        navn: 'Kompetansegruppen',
        aliases: ['Kompetansegruppa', 'Komp.gr.'],
        type: 'enhet',
        gruppe: null,
        slack: 'C0123456789',
        epost: null,
        rolle: 'oppdaterer',
      },
      {
        navn: 'St. Olavs hospital',
        aliases: ['St. Olavs', 'Sykehuset'],
        type: 'enhet',
        gruppe: null,
        slack: null,
        epost: 'post@sykehus.example',
        rolle: 'leser',
      },
      {
        navn: 'Trondheim',
        aliases: [],
        type: 'kommune',
        gruppe: 'Byen',
        slack: null,
        epost: null,
        rolle: 'sekretariat',
      },
    ]);
    expect(model.plan?.tiltak[0]?.ansvarlig).toEqual(['Kompetansegruppen', 'St. Olavs hospital']);
    expect(model.faults).toEqual([]);
  });

  it.each([
    ['#kompetanse', 'F2'],
    ['@kompetanse', 'F2'],
    ['kari', 'F2'],
    ['c0123456789', 'F2'],
    ['X0123456789', 'F2'],
    ['C012', 'F2'],
  ])('takes no «%s» for a Slack id', async (slack, cell) => {
    const model = await withContacts(['Kompetansegruppen', '', 'enhet', '', '', slack, '']);
    expect(model.kontakter.map(({ navn, slack: id }) => [navn, id])).toEqual([['Kompetansegruppen', null]]);
    expect(model.faults.map((fault) => [fault.sheet, fault.cell, fault.found])).toEqual([['Kontakter', cell, slack]]);
    expect(model.faults[0]?.message).toContain('er ikke en Slack-id');
  });

  it.each(['U0123456789', 'W0123456789', 'C0123456789', 'G0123456789', 'D0123456789', 'S0123456789'])(
    'takes %s for one',
    async (slack) => {
      const model = await withContacts(['Kompetansegruppen', '', 'enhet', '', '', slack, '']);
      expect(model.kontakter[0]?.slack).toBe(slack);
    },
  );

  it.each([
    'felleskasse',
    'a@b',
    'en@to.no, tre@fire.no',
    'Navn <en@to.no>',
    '@to.no',
    'en @to.no',
    `${'x'.repeat(250)}@to.no`,
  ])('takes no «%s» for an e-mail address, and does not repeat it', async (epost) => {
    const model = await withContacts(['Kompetansegruppen', '', 'enhet', '', epost, 'C0123456789', '']);
    expect(model.kontakter.map(({ slack, epost: read }) => [slack, read])).toEqual([['C0123456789', null]]);
    expect(shortFaults(model)).toEqual(['Kontakter!E2 «(vises ikke)»']);
    expect(JSON.stringify(model.faults)).not.toContain(epost);
  });

  it('names a birth number among the addresses once, as what it is', async () => {
    const number = syntheticBirthNumber('018190');
    const model = await withContacts(['Kompetansegruppen', '', 'enhet', '', number, '', '']);
    expect(shortFaults(model)).toEqual([`Kontakter!E2 «${HIDDEN_BIRTH_NUMBER}»`]);
    expect(JSON.stringify(model)).not.toContain(number);
  });

  it('takes a dash for no address', async () => {
    const model = await withContacts(['Kompetansegruppen', '', 'enhet', '', '–', '', '']);
    expect(model.kontakter[0]?.epost).toBe(null);
    expect(model.faults).toEqual([]);
  });

  it('says what the choices are when a cell has another word', async () => {
    const model = await withContacts(['Kompetansegruppen', '', 'avdeling', '', '', '', 'sjef']);
    expect(model.faults.map(({ cell, message }) => [cell, message])).toEqual([
      ['C2', '«avdeling» er ikke et av valgene: enhet, kommune, gruppe.'],
      ['G2', '«sjef» er ikke et av valgene: leser, oppdaterer, sekretariat.'],
    ]);
    expect(model.kontakter[0]).toMatchObject({ type: 'enhet', rolle: 'leser' });
  });

  it('keeps the first of two with the same name', async () => {
    const model = await withContacts(
      ['Kompetansegruppen', '', 'enhet', '', '', 'C0123456789', ''],
      ['kompetansegruppen', '', 'enhet', '', '', 'C9999999999', ''],
    );
    expect(model.kontakter.map(({ slack }) => slack)).toEqual(['C0123456789']);
    expect(shortFaults(model)).toEqual(['Kontakter!A3 «kompetansegruppen»']);
  });

  it('passes over its example row', async () => {
    const model = await withContacts(['Eksempel: Kompetansegruppen', '', 'enhet', '', '', 'C0000000000', '']);
    expect(model.kontakter).toEqual([]);
    expect(model.faults).toEqual([]);
  });
});
