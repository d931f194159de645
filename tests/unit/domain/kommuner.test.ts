import { describe, expect, it } from 'vitest';
import {
  COMPOUND_PLACE_NAMES,
  KNOWN_KOMMUNER,
  ST_OLAVS_KOMMUNER,
  VESTRE_VIKEN_KOMMUNER,
} from '#src/domain/kommuner.ts';
import { nameKey } from '#src/domain/names.ts';

describe('the known kommuner', () => {
  it('are the 22 of St. Olavs and the 21 of Vestre Viken, each once', () => {
    expect([ST_OLAVS_KOMMUNER.length, VESTRE_VIKEN_KOMMUNER.length]).toEqual([22, 21]);
    expect(new Set(KNOWN_KOMMUNER.map(nameKey)).size).toBe(43);
  });

  it('include, as compound, every one whose name would otherwise be split', () => {
    const splittable = KNOWN_KOMMUNER.filter((name) => / og |[/&,]/.test(name));
    expect(COMPOUND_PLACE_NAMES).toEqual(expect.arrayContaining(splittable));
    expect(COMPOUND_PLACE_NAMES.filter((name) => !/ og |\//.test(name))).toEqual([]);
  });
});
