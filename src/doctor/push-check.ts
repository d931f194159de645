import type { Config } from '#src/config.ts';
import { NOTICE_PATH } from '#src/workbook/change-notices.ts';
import { GoogleFailure } from '#src/workbook/google/failure.ts';
import { type ChangeNotices, type Workbook, WorkbookError } from '#src/workbook/workbook.ts';
import { type Check, good, mend, unset, type Verdict } from './check.ts';

/** A workbook that can call, as soon as it has been read. Throws WorkbookError when it cannot be. */
type Readable = () => Promise<Workbook>;

/** Nothing is tried where no public address is set. */
export function pushChecks(
  { publicUrl, pollSeconds }: Pick<Config, 'publicUrl' | 'pollSeconds'>,
  workbooks: readonly Readable[],
): readonly Check[] {
  if (publicUrl === null) return [];
  return [{ name: 'Varsling', run: () => pushVerdict(publicUrl, workbooks, pollSeconds) }];
}

/**
 * Whether Google would call the bot at PUBLIC_URL when a sheet changes. An agreement is made and let go of at once; the
 * bot knows nothing of the one call that comes of it, and takes no notice.
 * @param workbooks those that can call
 * @param pollSeconds how often they are looked at without being called
 */
async function pushVerdict(publicUrl: string, workbooks: readonly Readable[], pollSeconds: number): Promise<Verdict> {
  if (workbooks.length === 0) return unset('PUBLIC_URL brukes bare når et av arkene er et Google-regneark');
  const meanwhile = `Til da ser boten etter endringer ${pollSeconds === 1 ? 'hvert sekund' : `hvert ${pollSeconds}. sekund`}.`;
  if (new URL(publicUrl).protocol !== 'https:') return mend(`PUBLIC_URL må begynne med https://. ${meanwhile}`);

  const answer = await firstAnswer(workbooks, new URL(NOTICE_PATH, publicUrl).href);
  if (answer === 'refused') {
    return mend(
      'Google varsler ikke på PUBLIC_URL. Adressen må være åpen på nettet med et gyldig sertifikat, på et domene dere eier. ' +
        meanwhile,
    );
  }
  if (answer === null) return unset('PUBLIC_URL prøves når boten får lest et av arkene');
  const isOver = await answer.end().then(
    () => true,
    () => false,
  );
  return good(
    `Google godtar PUBLIC_URL for varsler om endringer. Om de når fram, viser seg når boten går${isOver ? '' : LEFT_OPEN}`,
  );
}

const LEFT_OPEN = '. Prøven ble ikke avsluttet: den går ut av seg selv innen et døgn, og boten ser bort fra den';

/** What Google says of the address, of whichever workbook it first says anything; null when it does not say. */
async function firstAnswer(workbooks: readonly Readable[], address: string): Promise<ChangeNotices | 'refused' | null> {
  for (const whenRead of workbooks) {
    try {
      const notices = await (await whenRead()).notices?.(address);
      if (notices) return notices;
    } catch (error) {
      if (isOfAddress(error)) return 'refused';
      if (!(error instanceof WorkbookError)) throw error;
    }
  }
  return null;
}

/** `push.webhookUrlNotHttps`, `push.webhookUrlUnauthorized` and the like; the latter comes as if it were about the key. */
function isOfAddress(error: unknown): boolean {
  const failure = error instanceof WorkbookError ? error.cause : null;
  return failure instanceof GoogleFailure && failure.reasons.some((reason) => /webhook/i.test(reason));
}
