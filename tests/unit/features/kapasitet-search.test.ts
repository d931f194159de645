import { describe, expect, it } from 'vitest';
import type { KapasitetRow } from '#src/domain/kapasitet.ts';
import { aKommune, aRow, oslo } from '../../support/kapasitet.ts';
import { ask, OLD } from '../../support/kapasitet-answer.ts';

describe('/kapasitet 2 rehab nær Orkland fra fredag', () => {
  const rehab = (kommune: string, ledig: number, fields: Partial<KapasitetRow> = {}) =>
    aRow({ kommune, kategori: 'rehabilitering', plasser: 10, belagt: 10 - ledig, ...fields });
  const rows = [
    rehab('Trondheim', 3, { ledigFra: oslo('2024-06-10').day, oppdatert: oslo('2024-06-02 18:30') }),
    rehab('Melhus', 2, { tarImot: 'avtale', forbehold: 'ikke terminale', kontakt: 'tlf. 00 00 00 09' }),
    rehab('Skaun', 2, { oppdatert: OLD }),
    rehab('Heim', 2, { belagt: null }),
    rehab('Hitra', 2, { tarImot: 'nei' }),
  ];
  const kontakter = ['Orkland', 'Skaun', 'Heim'].map((navn) => aKommune(navn, 'Sørvest'));
  const answer = ask('2 rehab nær Orkland fra fredag', rows, { model: { kontakter } });

  it('offers what is confirmed, best first, and says what is not', () => {
    expect(answer.lines).toEqual([
      'Søk: 2 rehabiliteringsplasser fra fredag 7. juni, Orklands kommunegruppe først',
      'lest 3. juni 08:00',
      '1. *Melhus (rehabilitering)*  2 ledige · for 1 t siden · tar imot etter avtale · ikke terminale · tlf. 00 00 00 09',
      '2. *Trondheim (rehabilitering)*  3 ledige først fra 10. juni · i går 18:30 · tar imot',
      'De med nok plasser står først; ellers Orkland og kommunegruppen, så resten alfabetisk. Avstand kjenner jeg ikke.',
      'Orkland har ingen rehabiliteringsplasser i arket.',
      'Ikke rapportert: Heim.',
      'Ikke bekreftet siste døgn: Skaun.',
      'Hitra har ledig, men tar ikke imot fra andre kommuner.',
      'Pasienten må selv ønske plass i en annen kommune.',
    ]);
  });

  it('has a text that stands alone', () => {
    expect(answer.message.text).toBe(
      'Søk: 2 rehabiliteringsplasser fra fredag 7. juni, Orklands kommunegruppe først. Melhus (rehabilitering): 2 ledige. Pasienten må selv ønske plass i en annen kommune.',
    );
  });

  it('gives the offers as data, in the same order', () => {
    expect(answer.json).toMatchObject({
      kommuner: [{ kommune: 'Melhus' }, { kommune: 'Trondheim', ledigFra: '2024-06-10' }],
      question: { kind: 'find', places: 2, near: ['Orkland'], from: '2024-06-07' },
      unconfirmed: ['Heim', 'Skaun'],
      notReported: ['Heim'],
      closed: ['Hitra'],
    });
  });

  it('begins with the asker’s own kommune when none is named', () => {
    expect(ask('2 rehab', rows, { unit: 'Trondheim' }).lines[0]).toBe(
      'Søk: 2 rehabiliteringsplasser nå, Trondheim først',
    );
  });

  it('says so when there are fewer than asked for', () => {
    const { shown, message } = ask('9 rehab', rows);

    expect(shown).toContain('Ingen har bekreftet 9 rehabiliteringsplasser nå. Dette er bekreftet:');
    expect(message.text).toMatch(/^Søk: 9 rehabiliteringsplasser nå\. Ingen har bekreftet/);
  });

  it('with nothing to offer, suggests any kategori, and leaves the patient’s wish alone', () => {
    const { shown } = ask('2 smitte nær Orkland fra fredag', rows, { model: { kontakter } });

    expect(shown).toContain('Ingen kommune har bekreftet ledige plasser som passer.');
    expect(shown).toContain('Prøv uten kategori: `/kapasitet 2 nær Orkland fra 7. juni`.');
    expect(shown).not.toContain('Pasienten må');
  });

  it('without a kategori, says that all but øhd are with, and how to ask for one', () => {
    expect(ask('2', rows).lines).toContain(
      'Alle kategorier unntatt ØHD er med. Skriv for eksempel «rehab» for å få bare én.',
    );
    expect(answer.shown).not.toContain('Alle kategorier');
  });

  it('names up to eight who have not confirmed', () => {
    const silent = 'ABCDEFGHI'.split('').map((letter) => rehab(`Vik ${letter}`, 1, { belagt: null }));

    expect(ask('1 rehab', silent.slice(1)).shown).toContain('Vik H og Vik I.');
    expect(ask('1 rehab', silent).shown).toContain('Vik H og 1 til.');
  });

  it.each([
    ['2 rehab fra 1.6', '1. juni er passert, så dette gjelder nå.', 'Søk: 2 rehabiliteringsplasser nå'],
    ['2 rehab delir', 'Jeg leter ikke etter «delir». Det er et forbehold', 'Søk: 2 rehabiliteringsplasser nå'],
    ['2 rehab nær Agdenes', 'Agdenes er nå en del av Orkland.', 'Orklands kommunegruppe først'],
  ])('«%s»: says how it was read', (words, remark, title) => {
    const { message, lines } = ask(words, rows, { model: { kontakter } });

    expect(lines[0]).toContain(title);
    expect(lines[1]).toContain(remark);
    expect(message.text).toContain(remark);
  });

  it('looks nearby when the kommune has no places of the kategori', () => {
    expect(ask('rehab Orkland', rows, { model: { kontakter } }).lines[0]).toBe(
      'Søk: 1 rehabiliteringsplass nå, Orklands kommunegruppe først',
    );
  });
});
