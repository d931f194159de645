import { describe, expect, it } from 'vitest';
import { isEmailAddress, maskedAddress } from '#src/domain/email-address.ts';

describe('an e-mail address', () => {
  it.each(['post@kommune.example', 'kari.krill@prove.example', 'æøå@kommune.example'])('%s', (text) => {
    expect(isEmailAddress(text)).toBe(true);
  });

  it.each(['Kompetansegruppen', '@alle', 'a@b', 'to@en.no og to@to.no', 'post @kommune.no', ''])('not %j', (text) => {
    expect(isEmailAddress(text)).toBe(false);
  });

  it('is kept so that nobody can write to it, and so that it is told from others', () => {
    const kept = maskedAddress('kari.krill@prove.example');

    expect(kept).not.toContain('kari');
    expect(kept).not.toBe(maskedAddress('kurt.krill@prove.example'));
    expect(maskedAddress('Kari.Krill@prove.example').slice(1)).toBe(kept.slice(1));
  });
});
