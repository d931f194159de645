import { expect, test } from 'vitest';
import { unreachable } from '#src/workbook/files/trouble.ts';

test.each([
  ['EACCES', 'no-access', /får ikke lese «plan\.xlsx»/],
  ['EPERM', 'no-access', /lesetilgang/],
  ['EBUSY', 'unavailable', /låst av et annet program/],
  ['EIO', 'unavailable', /Prøv igjen om litt/],
])('the file system says %s', (code, trouble, message) => {
  const cause = Object.assign(new Error(`${code}: /home/noen/plan.xlsx`), { code });
  expect(unreachable('plan.xlsx', cause)).toMatchObject({ trouble, cause, message: expect.stringMatching(message) });
});

test('what is no error of the file system is still told', () => {
  expect(unreachable('plan.xlsx', 'uventet').trouble).toBe('unavailable');
});
