/** Something in a sheet that a person should mend. Collected while reading and shown; never thrown. */
export interface Fault {
  readonly sheet: string;
  /** A1 address, such as `C14`. */
  readonly cell: string;
  /** What stands there, as written. */
  readonly found: string;
  /** What could have stood there, in Norwegian. */
  readonly expected: string;
  /** One or two Norwegian sentences for the one who mends it, without the address. */
  readonly message: string;
}
