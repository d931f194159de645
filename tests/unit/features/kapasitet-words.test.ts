import { describe, expect, it } from 'vitest';
import { aKommune, aRow } from '../../support/kapasitet.ts';
import { ask, FIVE } from '../../support/kapasitet-answer.ts';

describe('/kapasitet with words', () => {
  it('of a kommune, tells how the figure came about and where it stands', () => {
    const rows = [
      aRow({ kommune: 'Malvik', plasser: 14, bemannet: 12, stengt: 1, belagt: 9, reservert: 1, merknad: 'Ring først' }),
      aRow({ kommune: 'Melhus', cell: 'Kapasitet!A3' }),
    ];
    const { shown, json } = ask('malvik', rows);

    expect(shown).toContain(
      'Slik regner jeg: det minste av 12 bemannet og 14 plasser − 1 stengt, minus 9 belagt og 1 reservert = 2 · Kapasitet!A2',
    );
    expect(shown).toContain('merknad: Ring først');
    expect(shown).not.toContain('Melhus');
    expect(json).toMatchObject({ kommuner: [{ kommune: 'Malvik' }], sum: { ledig: 2, kommuner: 1 } });
  });

  it('of a kommune, explains the faults in its own rows only', () => {
    const fault = {
      sheet: 'Kapasitet',
      cell: 'F2',
      found: 'fullt',
      expected: 'et tall',
      message: '«fullt» er ikke et tall.',
    };
    const rows = [aRow({ kommune: 'Malvik', unreadable: true }), aRow({ kommune: 'Melhus', cell: 'Kapasitet!A22' })];
    const model = { kapasitetFaults: [fault, { ...fault, cell: 'F22' }] };

    const { shown } = ask('Malvik', rows, { model });

    expect(shown).toContain('Kapasitet!F2  «fullt» er ikke et tall.');
    expect(shown).not.toContain('F22');
  });

  it('of a kategori, sums only that', () => {
    const rows = [
      aRow({ kategori: 'rehabilitering', belagt: 8 }),
      aRow({ kommune: 'Storvik', kategori: 'avlastning' }),
    ];
    const { shown, json } = ask('rehab', rows);

    expect(shown).toContain('Ledige rehabiliteringsplasser');
    expect(json).toMatchObject({ kommuner: [{ kategori: 'rehabilitering' }], sum: { ledig: 2, kommuner: 1 } });
  });

  it('tar imot leaves out those who do not, or have not said', () => {
    const rows = (['ja', 'nei', 'avtale', null] as const).map((tarImot, i) => aRow({ kommune: `Vik ${i}`, tarImot }));

    expect(ask('tar imot', rows).json).toMatchObject({ kommuner: [{ kommune: 'Vik 0' }, { kommune: 'Vik 2' }] });
  });

  it('answers a kommune that is not in the sheet', () => {
    const model = { kontakter: [aKommune('Bærum')] };

    expect(ask('Bærum', FIVE, { model }).message.text).toBe(
      'Ledige korttidsplasser i Bærum: arket har ingen slike rader.',
    );
  });

  it('answers words it does not know with the nearest', () => {
    const { message, json } = ask('Melhsu', FIVE);

    expect(message.text).toBe('Jeg kjenner ikke «Melhsu». Mente du Melhus? Prøv `/kapasitet Melhus`.');
    expect(json).toMatchObject({ kommuner: [], suggestion: 'Melhus' });
    expect(ask('xyzzy', FIVE).message.text).toContain('Jeg kjenner ikke «xyzzy». Skriv en kommune');
  });

  it('sums up part of a kommune by the name of that part', () => {
    const rows = [aRow({ enhet: 'Helsehuset', kategori: 'avlastning' }), aRow({ enhet: 'Tunet', belagt: 5 })];

    expect(ask('Helsehuset', rows).lines).toContain(
      'Lillevik, Helsehuset (avlastning): 1 ledig, bekreftet for 1 t siden.',
    );
  });

  it('of a former kommune, answers for the one it became', () => {
    const { lines, message, json } = ask('Orkdal', FIVE);

    expect(lines.slice(0, 2)).toEqual(['Ledige korttidsplasser i Orkland', 'Orkdal er nå en del av Orkland.']);
    expect(message.text).toMatch(/^Orkdal er nå en del av Orkland\./);
    expect(json).toMatchObject({ kommuner: [{ kommune: 'Orkland' }] });
    expect(ask('Snillfjord', FIVE).shown).toContain('Snillfjord er nå delt mellom Orkland, Hitra og Heim.');
  });

  it('asks again for a number of places that is none', () => {
    expect(ask('0', FIVE).message.text).toBe(
      'Skriv hvor mange plasser du trenger, minst 1. Prøv `/kapasitet 1 rehab`.',
    );
  });

  it('says nothing back of what may be a patient’s story', () => {
    const { message, json } = ask('enslig dame skrøpelig gebrokken hofte', FIVE);

    expect(message.text).toMatch(/^Jeg forsto ikke spørsmålet\. Skriv ikke noe om enkeltpasienter\. Prøv /);
    expect(JSON.stringify([message, json])).not.toMatch(/enslig|dame|skrøpelig|gebrokken|hofte/);
  });

  it('takes «ingen endring» as a wish to confirm', () => {
    expect(ask('ingen endring', FIVE).shown).toContain('Er ingenting endret, holder det med nytt tidspunkt.');
  });

  it('tells how to update, with the row and the clock', () => {
    const model = { urls: { Kapasitet: 'https://sheets.test/d/1#gid=0' } };

    expect(ask('oppdater Melhus', FIVE, { model }).shown).toContain(
      'Finn raden til Melhus: rad 2 (<https://sheets.test/d/1#gid=0&range=A2|Kapasitet!A2>).',
    );
    expect(ask('oppdater', FIVE).shown).toContain('Oppdatert: 03.06.2024 08:00');
    expect(ask('oppdater', FIVE, { unit: 'Orkland' }).shown).toContain('raden til Orkland');
    expect(ask('oppdater', FIVE).shown).toContain('jeg skriver ikke i det arket');
  });
});
