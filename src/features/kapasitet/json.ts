import { hideBirthNumbers } from '#src/domain/birth-number.ts';
import { isoMoment } from '#src/domain/day.ts';
import type { JudgedRow } from '#src/domain/kapasitet-judgement.ts';
import type { Asked } from './asked.ts';
import type { KapasitetSummary } from './summary.ts';

/** The answer as data, for `--json`. Texts are '' and choices null when the cell is blank. */
export function kapasitetJson({ asked, rows, sum, faults, now }: KapasitetSummary) {
  return {
    asOf: isoMoment(now),
    kommuner: rows.map(rowJson),
    sum: {
      ledig: sum.ledig,
      confirmedKommuner: sum.confirmedKommuner,
      kommuner: sum.kommuner,
      freeKommuner: sum.freeKommuner,
      later: sum.later,
      notForOthers: sum.notForOthers,
    },
    ohd: { ledig: sum.ohd },
    level: null,
    faults,
    ...questionJson(asked),
  };
}

function rowJson({ row, ledig, status, ageHours }: JudgedRow) {
  return {
    kommune: row.kommune,
    enhet: row.enhet,
    kategori: row.kategori ?? (row.kategoriText || null),
    plasser: row.plasser,
    bemannet: row.bemannet,
    belagt: row.belagt,
    reservert: row.reservert,
    stengt: row.stengt,
    ledig,
    status,
    ageHours,
    tarImot: row.tarImot,
    forbehold: row.forbehold,
    kontakt: row.kontakt,
    cell: row.cell,
    ledigFra: row.ledigFra,
    oppdatert: row.oppdatert && isoMoment(row.oppdatert),
    merknad: row.merknad,
  };
}

function questionJson(asked: Asked) {
  switch (asked.kind) {
    case 'find': {
      const { find, unconfirmed, notReported, closed, offers } = asked.search;
      const enough = offers.filter((offer) => offer.enough).length;
      return { question: { kind: 'find', ...find }, enough, unconfirmed, notReported, closed };
    }
    case 'rows':
      return { question: { kind: 'rows', ...asked.filter } };
    case 'unknown':
      return {
        question: { kind: 'unknown', words: hideBirthNumbers(asked.unknown.phrase) },
        suggestion: asked.unknown.suggestion,
      };
    default:
      return { question: { kind: asked.kind } };
  }
}
