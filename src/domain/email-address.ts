/** Near enough to tell an address from a name; whether it is anybody's, only Slack knows. */
const ADDRESS = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[\p{L}]{2,}$/u;
/** RFC 5321, 4.5.3.1.3. */
const LONGEST = 254;

export function isEmailAddress(text: string): boolean {
  return text.length <= LONGEST && ADDRESS.test(text);
}

/**
 * The address as it may be kept: enough to tell it from the others, and not enough to write to it. `kari@kommune.no` is
 * `k…@kommune.no (15 tegn, 412)`.
 */
export function maskedAddress(address: string): string {
  const sum = [...address.toLowerCase()].reduce(
    (total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 997,
    7,
  );
  return `${address.slice(0, 1)}…${address.slice(address.indexOf('@'))} (${address.length} tegn, ${sum})`;
}
