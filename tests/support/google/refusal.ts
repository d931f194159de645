/** Google will not do it. The message is what comes after `Invalid requests[0].kind: `. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

export const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
