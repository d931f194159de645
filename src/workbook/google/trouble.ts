import { WorkbookError, type WorkbookTrouble } from '#src/workbook/workbook.ts';
import type { Access } from './account.ts';
import { type GoogleFailure, isApiOff, isOutOfScope, isQuota, TOKEN_REQUEST, TOO_LARGE } from './failure.ts';

/**
 * What a failed look at a Google spreadsheet, or a failed change of it, means to the person who asked.
 * @param email the account to share the sheet with, or null when not known
 * @param access what the bot was to do with it
 */
export function toWorkbookError(failure: GoogleFailure, email: string | null, access: Access = 'read'): WorkbookError {
  const [trouble, message] = describe(failure, email, access);
  return new WorkbookError(trouble, message, { cause: failure });
}

/** Sheets may read a file anyone with the link may read, but Drive does not tell when such a file changes. */
export function sharedByLinkOnly(email: string | null): WorkbookError {
  const message = `Boten får lest arket gjennom lenken, men ser ikke når det endres. ${shareWith(email, 'read')}`;
  return new WorkbookError('no-access', message);
}

type Description = readonly [WorkbookTrouble, string];

function describe(failure: GoogleFailure, email: string | null, access: Access): Description {
  const { status, reasons } = failure;
  if (reasons.includes(TOO_LARGE)) {
    return ['too-large', 'Regnearket er for stort for boten. Flytt gamle rader til et annet regneark.'];
  }
  if (isQuota(failure)) {
    return ['unavailable', 'Google har fått for mange forespørsler på kort tid. Prøv igjen om et minutt.'];
  }
  if (status === null) {
    return ['unavailable', 'Boten får ikke svar fra Google. Sjekk nettforbindelsen, og prøv igjen om litt.'];
  }
  if (status === 401 || reasons.includes('invalid_grant') || (status < 500 && reasons.includes(TOKEN_REQUEST))) {
    return ['no-access', refusedKey(email)];
  }
  if (status === 403) return ['no-access', refusedAccess(failure, email, access)];
  if (status === 404) {
    return ['not-found', 'Fant ikke regnearket hos Google. Sjekk at adressen er riktig og at arket ikke er slettet.'];
  }
  if (status === 400 && reasons.includes('FAILED_PRECONDITION')) return ['unreadable', EXCEL_FILE];
  if (status < 500) return ['unreadable', `Google avviste ${WORDS[access].what} av regnearket (feil ${status}).`];

  return ['unavailable', 'Google svarer ikke som det skal akkurat nå. Prøv igjen om litt.'];
}

const WORDS: Readonly<
  Record<Access, { readonly what: string; readonly may: string; readonly no: string; readonly role: string }>
> = {
  read: { what: 'lesingen', may: 'lese', no: 'Boten har ikke tilgang.', role: 'leser' },
  write: { what: 'endringen', may: 'endre', no: 'Boten får ikke endre arket.', role: 'redigerer' },
};

/** Sheets answers «This operation is not supported for this document» for an .xlsx that lies in Drive as it is. */
const EXCEL_FILE =
  'Filen i Google Disk er en Excel-fil. Åpne den, velg «Fil» → «Lagre som Google Regneark», og bruk adressen til det nye regnearket.';

function refusedKey(email: string | null): string {
  const whose = email === null ? 'innloggingen til boten' : `nøkkelen til ${email}`;
  return `Google godtar ikke ${whose}. Lag en ny nøkkel, og sjekk at klokka på maskinen går riktig.`;
}

function refusedAccess(failure: GoogleFailure, email: string | null, access: Access): string {
  if (isApiOff(failure)) {
    return 'Google Sheets API og Google Drive API må slås på i Google Cloud-prosjektet boten hører til.';
  }
  if (isOutOfScope(failure)) {
    return `Innloggingen boten bruker hos Google, gir ikke lov til å ${WORDS[access].may} regneark. Bruk nøkkelfilen til en tjenestekonto.`;
  }
  return `${WORDS[access].no} ${shareWith(email, access)}`;
}

/** What to do so that the bot may read a spreadsheet, or write in it, too. */
export function shareWith(email: string | null, access: Access): string {
  return `Del arket med ${email ?? 'kontoen boten bruker hos Google'} (${WORDS[access].role}).`;
}
