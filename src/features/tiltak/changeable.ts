import type { Judged } from '#src/domain/judgement.ts';
import type { StatusShown } from '#src/message/status-select.ts';

/** What there is to change of a tiltak: its own status. One that every kommune answers for has no single status. */
export function changeable({ tiltak }: Judged): StatusShown | null {
  return tiltak.nr === null || tiltak.fanOut !== 'none' ? null : { nr: tiltak.nr, from: tiltak.statusText };
}
