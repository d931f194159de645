import { describe, expect, it } from 'vitest';
import { remembered } from '#src/domain/remembered.ts';

function counted() {
  const seen: unknown[] = [];
  const read = remembered((cell: string | number | null) => {
    seen.push(cell);
    return cell === null ? undefined : `${cell}!`;
  });
  return { read, seen };
}

describe('a remembered reading', () => {
  it('is made once for each text', () => {
    const { read, seen } = counted();
    expect([read('Høy'), read('Lav'), read('Høy')]).toEqual(['Høy!', 'Lav!', 'Høy!']);
    expect(seen).toEqual(['Høy', 'Lav']);
  });

  it('is made anew for what is no text, so that 1 and «1» are never taken for each other', () => {
    const { read, seen } = counted();
    expect([read('1'), read(1), read(null), read(1)]).toEqual(['1!', '1!', undefined, '1!']);
    expect(seen).toEqual(['1', 1, null, 1]);
  });

  it('is the same after more texts than are kept', () => {
    const { read } = counted();
    const texts = Array.from({ length: 5000 }, (_, index) => `tekst ${index}`);
    expect([...texts, ...texts].map(read)).toEqual([...texts, ...texts].map((text) => `${text}!`));
  });
});
