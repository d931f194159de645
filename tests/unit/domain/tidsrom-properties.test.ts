import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoDay } from '#src/domain/day.ts';
import { formatTidsrom, parseTidsrom } from '#src/domain/tidsrom.ts';
import { brief, readAs } from '../../support/tidsrom.ts';

const number = (min: number, max: number) => fc.integer({ min, max }).map(String);
const words = (...all: readonly string[]) => fc.constantFrom(...all);
const join = (...parts: readonly (fc.Arbitrary<string> | string)[]) =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((texts) => texts.join(''));

const MONTHS = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');
const month = words(...MONTHS, 'jan', 'sept.', 'des');
const year = fc.oneof(number(1990, 2100), number(10, 99));
const longYear = number(1990, 2100);

const day = fc.oneof(
  join(number(1, 31), '.', number(1, 12), '.', year),
  join(number(1, 31), '. ', month, ' ', longYear),
  join(number(1, 31), '/', number(1, 12), '-', year),
  join(words('primo', 'medio', 'ultimo'), ' ', month, ' ', longYear),
  longYear.map((y) => `årsskiftet ${y}/${Number(y) + 1}`),
);
const part = fc.oneof(
  join(month, ' ', year),
  join('uke ', number(1, 53), ' ', longYear),
  join('Q', number(1, 4), ' ', longYear),
  join(number(1, 4), '. kvartal ', longYear),
  join(longYear, words('-Q', ' – Q'), number(1, 4)),
  join(number(1, 12), words('.', '/'), longYear),
  join(words('III', 'iv'), ' kvartal ', longYear),
  join(number(1, 3), '. tertial ', longYear),
  join(words('1', '2'), '. halvår ', longYear),
  join(words('våren', 'sommeren', 'høsten', 'vinteren'), ' ', longYear),
  longYear,
);
const period = fc.oneof(day, part);
const range = fc.oneof(
  join(period, words(' – ', ' til ', ' t.o.m. '), period),
  join('fra ', period, ' til ', period),
  join(number(1, 31), '.', number(1, 12), ' – ', number(1, 31), '.', number(1, 12), '.', longYear),
  join(words(...MONTHS), '–', words(...MONTHS), ' ', longYear),
  join('uke ', number(1, 53), '–', number(1, 53), ' ', longYear),
);
const timing = fc.oneof(
  period,
  range,
  join(words('innen ', 'før ', 'senest ', 'innen utgangen av ', 'i løpet av ', 'til ', '– '), fc.oneof(period, range)),
  join(words('fra og med ', 'f.o.m. '), period),
  join(period, words(' og utover', ' –')),
);
const nr = join(number(1, 9), '.', number(1, 20));
const cell = fc.oneof(
  timing,
  words('løpende', 'årlig', 'Dato - dato', ''),
  join('løpende ', fc.oneof(join('fra ', period), join('til ', period), range)),
  join('avhengig av ', nr),
  join('avhengig av ', nr, ' og ', nr, ', innen ', period),
  join('avhengig av tiltak ', number(1, 99), ', ', range),
  join(period, ' (utsatt til ', period, ')'),
);

describe('parseTidsrom, whatever stands in the cell', () => {
  it('answers without throwing, and with days only when it understood', () => {
    const anything = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.double(), fc.integer(), fc.boolean());
    fc.assert(
      fc.property(anything, fc.option(fc.integer({ min: 2000, max: 2050 })), (value, planYear) => {
        const { kind, start, end, precision } = parseTidsrom(value, planYear);
        const isRead = kind === 'by' || kind === 'range';
        expect(isRead).toBe(precision !== null);
        expect(isRead).toBe(start !== null || end !== null);
      }),
    );
  });

  it('answers without throwing on scrambled deadlines', () => {
    const pieces = words(
      ...'innen fra til løpende avhengig av 1.1 mai 24 2024 uke Q3 ( ) – / . , og nå høsten l O'.split(' '),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), words('', ' '), (parts, gap) => {
        expect(readAs(parts.join(gap), 2024)).not.toBe('');
      }),
    );
  });

  it('never ends before it begins, and only on days that exist', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const { start, end } = parseTidsrom(text, null);
        for (const found of [start, end]) {
          if (found !== null) expect(parseIsoDay(found)).toBe(found);
        }
        if (start !== null && end !== null) expect(start <= end).toBe(true);
      }),
    );
  });

  it('reads what it prints', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const frist = parseTidsrom(text, null);
        expect(readAs(formatTidsrom(frist))).toBe(brief(frist));
      }),
      { numRuns: 500 },
    );
  });

  it('reads every date in the calendar', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const written = `${date.getUTCDate()}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()}`;
        expect(readAs(`Innen ${written}`)).toBe(`by ..${iso} day`);
        expect(readAs(iso)).toBe(`by ..${iso} day`);
      }),
    );
  });
});

describe('parseTidsrom, however it is written', () => {
  const NYNORSK: readonly (readonly [RegExp, string])[] = [
    [/innen/g, 'innan'],
    [/senest/g, 'seinast'],
    [/fra/g, 'frå'],
    [/uke/g, 'veke'],
    [/høsten/g, 'hausten'],
    [/sommeren/g, 'sommaren'],
    [/løpende/g, 'løpande'],
    [/årlig/g, 'årleg'],
    [/avhengig/g, 'avheng'],
    [/utsatt/g, 'utsett'],
  ];

  it.each<[string, (text: string) => string]>([
    ['in capitals', (text) => text.toUpperCase()],
    ['in nynorsk', (text) => NYNORSK.reduce((so, [bokmaal, nynorsk]) => so.replace(bokmaal, nynorsk), text)],
    ['with wide spaces', (text) => `  ${text.replaceAll(' ', ' \u00a0 ')} `],
    ['with narrow no-break spaces', (text) => text.replaceAll(' ', '\u202f')],
    ['with a hyphen for a dash', (text) => text.replaceAll('–', '-')],
    ['with long dashes', (text) => text.replace(/[-–]/g, '—')],
    ['with a minus sign', (text) => text.replace(/[-–]/g, '−')],
    ['with a no-break hyphen', (text) => text.replace(/[-–]/g, '‑')],
    ['with letters in two parts', (text) => text.normalize('NFD')],
    ['with a full stop', (text) => (text === '' || text.endsWith('–') ? text : `${text}.`)],
  ])('means the same %s', (_, rewrite) => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(readAs(rewrite(text))).toBe(readAs(text));
      }),
    );
  });
});
