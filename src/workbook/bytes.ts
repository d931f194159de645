/** Whether a file begins with these bytes, by which its kind is known whatever it is called. */
export const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);
