/** Names that are in use in a spreadsheet, whoever gave them, and those that we give. */
export interface Names {
  /** Whether nobody has the name yet; it is then ours. Google tells no upper case from lower. */
  claim(name: string): boolean;
}

export function namesIn(taken: readonly string[]): Names {
  const all = new Set(taken.map(form));
  return {
    claim(name) {
      const isFree = !all.has(form(name));
      all.add(form(name));
      return isFree;
    },
  };
}

/**
 * A name that Google takes for a range or a table: letters, digits and underscores, at most 250 of them, neither beginning
 * with a digit nor reading as a cell such as `A1` or `R1C1`. «Re-innleggelser 30 d» → `Re_innleggelser_30_d`.
 */
export function rangeName(...parts: readonly string[]): string {
  const words = parts.map((part) =>
    ascii(part)
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_|_$/g, ''),
  );
  const name = words.join('_').slice(0, 250);
  return NOT_A_NAME.test(name) ? `_${name}`.slice(0, 250) : name;
}

const NOT_A_NAME = /^(?:\d|(?:true|false)|[a-z]{1,3}\d+$|r\d*c\d*$)/i;

function ascii(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[æøåÆØÅ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'aa', Æ: 'Ae', Ø: 'O', Å: 'Aa' };

const form = (name: string): string => name.toLowerCase();
