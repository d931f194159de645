import { oppramsing } from '#src/message/norsk.ts';
import type { Login } from '#src/workbook/google/account.ts';
import { GoogleFailure, isApiOff } from '#src/workbook/google/failure.ts';
import { type GooglePermissions, isOfSpreadsheet } from '#src/workbook/google/permissions.ts';
import { toWorkbookError } from '#src/workbook/google/trouble.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import { type Check, good, mend, type Verdict } from './check.ts';
import type { GoogleLook } from './google-look.ts';
import type { WorkbookPlace } from './workbook-place.ts';

/** Nothing is tried where no workbook is at Google. */
export function googleChecks(google: GoogleLook, places: readonly WorkbookPlace[]): readonly Check[] {
  const ids = new Set(places.flatMap((place) => (place.kind === 'google' ? place.id : [])));
  return ids.size === 0 ? [] : [{ name: 'Google', run: () => googleVerdict(google, [...ids]) }];
}

/**
 * Whether Google knows the bot, and as whom, whatever is shared with it. Throws WorkbookError when it does not.
 * @param spreadsheetIds at least one: an API that is off shows only when it is asked for something
 */
async function googleVerdict(google: GoogleLook, spreadsheetIds: readonly string[]): Promise<Verdict> {
  const { email, login } = await google.account();
  const who = email === null ? `med ${LOGINS[login]}` : `som ${email} (${LOGINS[login]})`;
  await google.signIn().catch((error: unknown) => {
    throw isRefusal(error) && login !== 'key-file' ? refusedLogin(login, email, error) : error;
  });
  const permissions = await Promise.all(spreadsheetIds.map(google.permissions));
  const off = apisOff(permissions);
  if (off.length > 0) return mend(`Koblet til ${who}, men ${oppramsing(off)} ${MUST_BE_ON}`);

  const failure = permissions.flatMap(failures).find((each) => !isOfSpreadsheet(each));
  const isOfWriting = permissions.some((each) => each.login === failure);
  if (failure) throw toWorkbookError(failure, email, isOfWriting ? 'write' : 'read');
  return good(`koblet til ${who}${email === null ? '. Del arkene med kontoen den hører til' : ''}`);
}

const MUST_BE_ON = 'må slås på i Google Cloud-prosjektet boten hører til.';

const LOGINS: Readonly<Record<Login, string>> = {
  'key-file': 'nøkkelfil',
  'workload-identity': 'arbeidslastidentitet',
  machine: 'maskinens egen innlogging',
};

function apisOff(permissions: readonly GooglePermissions[]): readonly string[] {
  const isOff = (answer: unknown) => answer instanceof GoogleFailure && isApiOff(answer);
  return [
    ...(permissions.some(({ setting, login }) => isOff(setting) || isOff(login)) ? ['Google Sheets API'] : []),
    ...(permissions.some(({ canEdit }) => isOff(canEdit)) ? ['Google Drive API'] : []),
  ];
}

function failures({ canEdit, setting, login }: GooglePermissions): readonly GoogleFailure[] {
  return [canEdit, setting, login].filter((answer) => answer instanceof GoogleFailure);
}

function isRefusal(error: unknown): boolean {
  return error instanceof WorkbookError && error.trouble === 'no-access';
}

/** There is no key to make anew. */
function refusedLogin(login: Login, email: string | null, cause: unknown): WorkbookError {
  const whose = email === null ? '' : ` til ${email}`;
  const what =
    login === 'machine'
      ? `maskinens egen innlogging${whose}. Logg inn på nytt, eller sett GOOGLE_APPLICATION_CREDENTIALS`
      : `arbeidslastidentiteten${whose}. Se over oppsettet av Workload Identity Federation i Google Cloud`;
  return new WorkbookError('no-access', `Google godtar ikke ${what}, og sjekk at klokka på maskinen går riktig.`, {
    cause,
  });
}
