import { antall } from '#src/message/norsk.ts';
import { good, mend, type Verdict } from './check.ts';

/** Signatures from Slack and keys for Google are refused when the clock is five minutes off; this leaves time to mend it. */
const MOST_SECONDS_OFF = 60;

/**
 * Whether this machine's clock agrees with Slack's.
 * @param askDate asks Slack for the time: the `Date` header of any answer, or null when it has none
 * @param now real time, in milliseconds since 1970
 */
export async function clockVerdict(askDate: () => Promise<string | null>, now: () => number): Promise<Verdict> {
  const asked = now();
  const theirs = Date.parse((await askDate()) ?? '');
  const answered = now();
  if (Number.isNaN(theirs))
    return mend('Slack sa ikke hva klokken er, så jeg vet ikke om maskinens klokke går riktig.');

  // The header tells whole seconds, and was written somewhere between the question and the answer.
  const off = Math.round(((asked + answered) / 2 - theirs - 500) / 1000);
  const seconds = Math.abs(off);
  if (seconds <= MOST_SECONDS_OFF) return good('går likt med klokken hos Slack');
  const amount =
    seconds < 120 ? antall(seconds, 'sekund', 'sekunder') : antall(Math.round(seconds / 60), 'minutt', 'minutter');
  return mend(
    `Maskinens klokke går ${amount} ${off > 0 ? 'for fort' : 'for sent'}. Still den med NTP. ` +
      'Ved fem minutter tar ikke Slack og Google imot det boten signerer.',
  );
}
