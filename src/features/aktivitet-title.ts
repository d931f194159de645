import { cutText } from '#src/cut-text.ts';
import type { Aktivitet } from '#src/domain/tiltak.ts';

/** «5. Helhetlig pasientforløp», plain text; one without a number of its own goes by its name alone. */
export function aktivitetTitle({ nr, name }: Aktivitet, max: number): string {
  const short = cutText(name, max);
  if (!isNumbered(nr)) return short;
  return short === '' ? `Aktivitet ${nr}` : `${nr}. ${short}`;
}

/** «Aktivitet 5: Helhetlig pasientforløp», plain text, for where the word itself is needed. */
export function aktivitetLabel({ nr, name }: Aktivitet, max: number): string {
  const label = isNumbered(nr) ? `Aktivitet ${nr}` : 'Aktivitet';
  return name === '' ? label : `${label}: ${cutText(name, max)}`;
}

/** «A1» is the bot's own name for an aktivitet that has no number in the sheet. */
function isNumbered(nr: string): boolean {
  return /^\d/.test(nr);
}
