import { expect, it } from 'vitest';
import { type Check, examine, good } from '#src/doctor/check.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import { syntheticBirthNumber } from '../../support/birth-number.ts';

const fine: Check = { name: 'Fin', run: async () => good('virker') };

async function messagesOf(checks: readonly Check[], limitMs = 10_000): Promise<readonly string[]> {
  const findings = await Promise.all(examine(checks, limitMs));
  return findings.map(({ mark, message }) => `${mark}: ${message}`);
}

it('a check that never ends is given up, and the others are told', async () => {
  const silent: Check = { name: 'Stille', run: () => new Promise(() => undefined) };

  expect(await messagesOf([silent, fine], 1)).toEqual([
    expect.stringContaining('mend: Fikk ikke noe svar'),
    'good: virker',
  ]);
});

it('a check that breaks says what it can: what was written for people, and nothing of the rest', async () => {
  const spoken: Check = { name: 'Ark', run: () => Promise.reject(new WorkbookError('not-found', 'Fant ikke arket.')) };
  const broken: Check = {
    name: 'Feil',
    run: async () => {
      throw new TypeError('Kari');
    },
  };

  const [said, unsaid, last] = await messagesOf([spoken, broken, fine]);

  expect({ said, last }).toEqual({ said: 'mend: Fant ikke arket.', last: 'good: virker' });
  expect(unsaid).toMatch(/^mend: .*TypeError/);
  expect(unsaid).not.toContain('Kari');
});

it('a finding is one line, without birth numbers', async () => {
  const nr = syntheticBirthNumber('018190');

  const [message] = await messagesOf([{ name: 'Ark', run: async () => good(`to\nlinjer ${nr}`) }]);

  expect(message).toMatch(/^good: to linjer /);
  expect(message).not.toContain(nr);
});
