import { COMPOUND_PLACE_NAMES } from './kommuner.ts';
import { nameKey } from './names.ts';

/** A unit as the Kontakter tab or the kommune list names it. */
export interface KnownUnit {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** From `start` up to, not including, `end`, in UTF-16 units of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The units the bot knows by name. */
export interface Register {
  /** Names as the units themselves spell them, without repeats, in the order they were handed in. */
  readonly names: readonly string[];
  /** The name of the unit that a text names exactly, or null. Case, spaces and punctuation do not count. */
  resolve(text: string): string | null;
  /** Where known names that hold a separator («Nore og Uvdal») stand in a text, in order, never overlapping. */
  compounds(text: string): readonly Span[];
}

/**
 * Makes a register. A name goes before another unit's alias; an alias that two units share names neither of them.
 * `compoundNames` are never split, but are not units.
 */
export function unitRegister(
  units: readonly KnownUnit[],
  compoundNames: readonly string[] = COMPOUND_PLACE_NAMES,
): Register {
  const byName = new Map<string, string>();
  for (const { name } of units) if (nameKey(name) !== '' && !byName.has(nameKey(name))) byName.set(nameKey(name), name);
  const byAlias = unambiguousAliases(units, byName);

  return {
    names: [...byName.values()],
    resolve: (text) => byName.get(nameKey(text)) ?? byAlias.get(nameKey(text)) ?? null,
    compounds: compoundFinder([...units.flatMap(({ name, aliases }) => [name, ...aliases]), ...compoundNames]),
  };
}

/** Aliases by key; null for one that several units go by. */
function unambiguousAliases(
  units: readonly KnownUnit[],
  byName: ReadonlyMap<string, string>,
): ReadonlyMap<string, string | null> {
  const byAlias = new Map<string, string | null>();
  for (const { name, aliases } of units) {
    const unit = byName.get(nameKey(name));
    if (unit === undefined) continue;
    for (const alias of aliases.map(nameKey)) {
      const shared = byAlias.has(alias) && byAlias.get(alias) !== unit;
      if (alias !== '') byAlias.set(alias, shared ? null : unit);
    }
  }
  return byAlias;
}

interface Token {
  /** In lower case. */
  readonly word: string;
  readonly span: Span;
}

const TOKEN = /[\p{L}\p{N}]+|[&+/,;()[\]]/gu;
const SEPARATOR = /^(?:og|samt|med|[&+/,;()[\]])$/;

function tokens(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), ({ 0: found, index }) => ({
    word: found.toLowerCase(),
    span: { start: index, end: index + found.length },
  }));
}

/** Looks names up by their first word, so that the cost of a text does not grow with the number of names. */
function compoundFinder(names: readonly string[]): (text: string) => readonly Span[] {
  const byFirstWord = new Map<string, (readonly string[])[]>();
  for (const name of names) {
    const words = tokens(name.normalize('NFC')).map(({ word }) => word);
    const [first] = words;
    if (first === undefined || !words.some((word) => SEPARATOR.test(word))) continue;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), words]);
  }
  // The longest first: «Storfjord/Omasvuotna/Omasvuono» before «Storfjord/Omasvuotna».
  for (const candidates of byFirstWord.values()) candidates.sort((a, b) => b.length - a.length);

  return (text) => {
    const found: Span[] = [];
    const words = tokens(text);
    for (let at = 0; at < words.length; ) {
      const candidates = byFirstWord.get(words[at]?.word ?? '') ?? [];
      const name = candidates.find((candidate) => candidate.every((word, i) => words[at + i]?.word === word));
      const [first, last] = [words[at], words[at + (name?.length ?? 0) - 1]];
      if (name && first && last) found.push({ start: first.span.start, end: last.span.end });
      at += name?.length ?? 1;
    }
    return found;
  };
}
