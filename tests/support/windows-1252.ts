/** Letters of a plan that are not where Latin-1 has them. */
const ELSEWHERE: Readonly<Record<string, number>> = {
  '–': 0x96,
  '—': 0x97,
  '…': 0x85,
  '“': 0x93,
  '”': 0x94,
  '’': 0x92,
};

/** Text as Excel's plain «CSV» saves it. */
export function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => {
    const code = ELSEWHERE[char] ?? char.charCodeAt(0);
    if (code > 0xff) throw new Error(`Windows-1252 has no ${char}`);
    return code;
  });
}
