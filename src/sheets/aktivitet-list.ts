import type { CellValue } from '#src/domain/cell-value.ts';
import { nameKey } from '#src/domain/names.ts';
import type { Aktivitet, Tiltak } from '#src/domain/tiltak.ts';
import { splitAktivitet } from './tiltak-text.ts';

/** The aktiviteter met so far, going down the sheet. */
export class AktivitetList {
  readonly #names = new Map<string, string>();
  readonly #nrs = new Map<string, string>();
  #current: string | null = null;
  readonly #used = new Set<string>();
  #unnumbered = 0;

  /** The rows from here on belong to the aktivitet in this cell; one without a number goes by «A1», «A2» … */
  enter(cell: CellValue): void {
    const { nr, text } = splitAktivitet(cell);
    if (nr === null && text === '') return;
    const known = nr ?? this.#nrs.get(nameKey(text)) ?? `A${++this.#unnumbered}`;
    if (!this.#names.get(known)) {
      this.#names.set(known, text);
      if (!this.#nrs.has(nameKey(text))) this.#nrs.set(nameKey(text), known);
    }
    this.#current = known;
  }

  /** The aktivitet of the row at hand; a plan without such a column has it in the first part of nr. */
  current(tiltakNr: string | null): string {
    const fromNr = tiltakNr?.includes('.') ? tiltakNr.slice(0, tiltakNr.indexOf('.')) : undefined;
    if (fromNr !== undefined && this.#current !== null && !this.#names.has(fromNr)) this.#number(this.#current, fromNr);
    // A sorted sheet, or a forgotten cell, carries the wrong aktivitet down; the tiltak's own number knows better.
    const numbered = this.#current === null || /^\d+$/.test(this.#current);
    const nr = (numbered ? fromNr : null) ?? this.#current ?? '';
    this.#used.add(nr);
    return nr;
  }

  /** «Alfa» with tiltak 1.1 below is aktivitet 1, though nobody has written the number. */
  #number(current: string, nr: string): void {
    const name = this.#names.get(current);
    if (!/^A\d+$/.test(current) || name === undefined || this.#used.has(current)) return;
    this.#names.delete(current);
    this.#names.set(nr, name);
    this.#nrs.set(nameKey(name), nr);
    this.#current = nr;
  }

  /** Those that tiltak belong to, in the order of the sheet. */
  used(tiltak: readonly Tiltak[]): readonly Aktivitet[] {
    const inUse = new Set(tiltak.map((t) => t.aktivitet));
    const order = [...new Set([...this.#names.keys(), ...inUse])];
    return order.filter((nr) => nr !== '' && inUse.has(nr)).map((nr) => ({ nr, name: this.#names.get(nr) ?? '' }));
  }
}
