import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  containsBirthNumber,
  HIDDEN_BIRTH_NUMBER as HIDDEN,
  hideBirthNumbers,
  hideBirthNumbersDeep,
} from '#src/domain/birth-number.ts';
import { spoilt, syntheticBirthNumber } from '../../support/birth-number.ts';
import { anyCell } from '../../support/cell.ts';

const tenor = syntheticBirthNumber('058170');
const [day, month, year, rest] = [tenor.slice(0, 2), tenor.slice(2, 4), tenor.slice(4, 6), tenor.slice(6)];
const date = day + month + year;

describe('hideBirthNumbers', () => {
  it('says that something was there', () => {
    expect(hideBirthNumbers(`Ring ${tenor}`)).toBe('Ring [fødselsnummer fjernet]');
  });

  it.each([
    ['as eleven digits', tenor],
    ['with a space', `${date} ${rest}`],
    ['with a no-break space', `${date}\u00a0${rest}`],
    ['with a hyphen', `${date}-${rest}`],
    ['with a dash between spaces', `${date} – ${rest}`],
    ['with a dot', `${date}.${rest}`],
    ['with dots in the date', `${day}.${month}.${year} ${rest}`],
    ['with spaces in the date', `${day} ${month} ${year} ${rest}`],
    ['with slashes', `${day}/${month}/${year}-${rest}`],
    ['with a space before the check digits', `${date} ${rest.slice(0, 3)} ${rest.slice(3)}`],
    ['with an invisible mark', `${date}\u200b${rest}`],
    ['with a line break in the cell', `${date}\n${rest}`],
    ['with a line break as in Windows', `${date}\r\n${rest}`],
    ['with a tab', `${date}\t${rest}`],
    ['with a colon', `${date}: ${rest}`],
    ['with a comma', `${date},${rest}`],
    ['with an apostrophe', `${date}'${rest}`],
    ['with a star', `${date}*${rest}`],
    ['with a backslash', `${date}\\${rest}`],
  ])('hides one %s', (_, written) => {
    expect(hideBirthNumbers(`Gjelder ${written}, ring meg`)).toBe(`Gjelder ${HIDDEN}, ring meg`);
    expect(containsBirthNumber(written)).toBe(true);
  });

  it.each([
    ['a test person with the month + 40', syntheticBirthNumber('054170')],
    ['a D number with the month + 80', syntheticBirthNumber('458170')],
    ['a D number with the month + 40', syntheticBirthNumber('454170')],
    ['someone born in 2000', syntheticBirthNumber('298200')],
  ])('hides %s', (_, number) => {
    expect(hideBirthNumbers(number)).toBe(HIDDEN);
  });

  it('hides several, also close together and glued to letters', () => {
    expect(hideBirthNumbers(`${tenor},${tenor} fnr${tenor}x`)).toBe(`${HIDDEN},${HIDDEN} fnr${HIDDEN}x`);
  });

  it('finds one right after digits that look like the beginning of another', () => {
    expect(hideBirthNumbers(`12 ${date} ${rest}`)).toBe(`12 ${HIDDEN}`);
    expect(hideBirthNumbers(`01 01 01 ${day} ${month} ${year} ${rest}`)).toBe(`01 01 01 ${HIDDEN}`);
  });

  it.each([
    ['wrong check digits', spoilt(tenor)],
    ['a day that does not exist', '32817000000'],
    ['more digits before', `1${tenor}`],
    ['more digits after', `${tenor}1`],
    ['a share', `0,${tenor}`],
    ['a share with a break in it', `0,${date}\n${rest}`],
    ['a blank line between', `${date}\n\n${rest}`],
    ['a date that is cut in two', `${day}\n${month}${year}${rest}`],
    ['two columns', `${date}  \t  ${rest}`],
    ['a figure after a date', `${day}.${month}.${year}: ${rest}`],
    ['a word between', `${date} og ${rest}`],
    ['a phone number', '+47 72 00 00 00'],
    ['dates', '15.2.24 – 5.6.24'],
    ['a spreadsheet id', `a1b2c3d4e5f6g7h8i9j0k1`],
    ['nothing', ''],
  ])('leaves %s alone', (_, text) => {
    expect(hideBirthNumbers(text)).toBe(text);
    expect(containsBirthNumber(text)).toBe(false);
  });

  it('leaves no birth number in any text, and text without digits as it was', () => {
    const piece = fc.oneof(fc.constantFrom(tenor, date, rest, ' ', '.', '0', ','), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(containsBirthNumber(hideBirthNumbers(pieces.join('')))).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const wordsOnly = text.replace(/\d/g, '');
        expect(hideBirthNumbers(wordsOnly)).toBe(wordsOnly);
      }),
    );
  });
});

describe('a birth number in a numeric cell', () => {
  it('is found, also when its leading zero is lost', () => {
    expect(containsBirthNumber(Number(syntheticBirthNumber('158170')))).toBe(true);
    expect(containsBirthNumber(Number(tenor))).toBe(true);
    expect(hideBirthNumbers(` ${Number(tenor)} `)).toBe(HIDDEN);
  });

  it.each([0, -5, 1767, 0.9, 1e21, Number.NaN, -Number(tenor), Number(tenor) + 0.5, Number(tenor) + 1])(
    'is not %d',
    (value) => {
      expect(containsBirthNumber(value)).toBe(false);
    },
  );

  it('is not a shorter number inside a text', () => {
    expect(containsBirthNumber(`Sak ${Number(tenor)}`)).toBe(false);
  });
});

describe('hideBirthNumbersDeep', () => {
  it('hides them in texts, numbers and keys, and leaves the rest as it was', () => {
    const value = {
      text: 'Status',
      blocks: [{ type: 'section', text: { text: `Ring ${tenor}` } }, null, true, 0.9],
      [tenor]: Number(tenor),
    };
    expect(hideBirthNumbersDeep(value)).toEqual({
      text: 'Status',
      blocks: [{ type: 'section', text: { text: `Ring ${HIDDEN}` } }, null, true, 0.9],
      [HIDDEN]: HIDDEN,
    });
  });

  it('gives every cell without digits back equal', () => {
    fc.assert(
      fc.property(anyCell(), (cell) => {
        fc.pre(!/\d{6}/.test(JSON.stringify(cell)));
        expect(hideBirthNumbersDeep(cell)).toEqual(cell);
      }),
    );
  });
});
