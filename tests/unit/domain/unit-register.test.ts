import { describe, expect, it } from 'vitest';
import { unitRegister } from '#src/domain/unit-register.ts';

describe('unitRegister', () => {
  it('gives names back as the units spell them, each once', () => {
    const register = unitRegister([
      { name: 'Røros', aliases: [] },
      { name: 'RØROS', aliases: ['Bergstaden'] },
      { name: ' ', aliases: ['ingen'] },
    ]);
    expect(register.names).toEqual(['Røros']);
    expect(register.resolve('røros')).toBe('Røros');
    expect(register.resolve('bergstaden')).toBe('Røros');
    expect(register.resolve('ingen')).toBeNull();
    expect(register.resolve('')).toBeNull();
  });

  it('lets a name go before another unit’s alias', () => {
    const register = unitRegister([
      { name: 'Gruppe 1', aliases: ['Heim'] },
      { name: 'Heim', aliases: [] },
    ]);
    expect(register.resolve('Heim')).toBe('Heim');
  });

  it('never guesses between units that share an alias', () => {
    const shared = (name: string) => ({ name, aliases: ['Koordinator'] });
    expect(unitRegister(['A', 'B', 'A'].map(shared)).resolve('Koordinator')).toBeNull();
    expect(unitRegister(['A', 'A'].map(shared)).resolve('Koordinator')).toBe('A');
  });

  it('finds names that hold a separator, the longest first', () => {
    const register = unitRegister([
      { name: 'Helse og velferd', aliases: [] },
      { name: 'Helse og velferd, øst', aliases: [] },
    ]);
    const text = 'Osen, helse og  VELFERD, øst og helse og velferdssjef';
    expect(register.compounds(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'helse og  VELFERD, øst',
    ]);
  });
});
