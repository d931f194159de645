import { hideBirthNumbers } from '#src/domain/birth-number.ts';

/**
 * What a check came to. good: it works. mend: a person must do something, and the message says what. unset: there was
 * nothing to try, and the bot does its work without it.
 */
export interface Verdict {
  readonly mark: 'good' | 'mend' | 'unset';
  /** Norwegian, one line, without secrets. */
  readonly message: string;
}

/** One thing that is tried. */
export interface Check {
  /** What people call it. */
  readonly name: string;
  readonly run: () => Promise<Verdict>;
}

/** A check that has been made, or given up. */
export interface Finding extends Verdict {
  readonly name: string;
}

export const good = (message: string): Verdict => ({ mark: 'good', message });
export const mend = (message: string): Verdict => ({ mark: 'mend', message });
export const unset = (message: string): Verdict => ({ mark: 'unset', message });

/**
 * Makes every check at once. None waits for another, none hides another, and none goes on for longer than `limitMs`
 * milliseconds.
 * @returns the findings in the order of the checks, each resolved as soon as it is known; none of them rejects
 */
export function examine(checks: readonly Check[], limitMs: number): readonly Promise<Finding>[] {
  return checks.map(async (check) => {
    const { mark, message } = await Promise.race([verdictOf(check), tooLate(limitMs)]);
    return { name: check.name, mark, message: hideBirthNumbers(message.replaceAll(/\s+/g, ' ').trim()) };
  });
}

/** A mistake of ours in one check is that check's finding: the others have something to say, too. */
async function verdictOf({ run }: Check): Promise<Verdict> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Error && SPOKEN.has(error.name)) return mend(error.message);
    const what = error instanceof Error ? error.name : typeof error;
    return mend(`Noe gikk galt hos meg mens jeg prøvde dette (${what}).`);
  }
}

/** Errors that are made for people. */
const SPOKEN = new Set(['WorkbookError', 'SlackTrouble', 'NotPosted', 'StoreError']);

function tooLate(limitMs: number): Promise<Verdict> {
  const seconds = Math.round(limitMs / 1000);
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => resolve(mend(`Fikk ikke noe svar på ${seconds} sekunder. Sjekk nettet, og prøv igjen.`)),
      limitMs,
    );
    // The process may end as soon as everything else has been said.
    timer.unref();
  });
}
