import { GoogleFailure } from '#src/workbook/google/failure.ts';
import { type GooglePermissions, isOfSpreadsheet } from '#src/workbook/google/permissions.ts';
import { isNorwegian, type Setting } from '#src/workbook/google/template.ts';
import { shareWith, toWorkbookError } from '#src/workbook/google/trouble.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import type { GoogleLook } from './google-look.ts';
import type { Standing } from './standing.ts';

/**
 * Whether the bot may do with a spreadsheet what the settings say, and whether Google understands what Norwegians type
 * there. Nothing where Google cannot be asked: that is told once, where it is asked who the bot is.
 */
export async function googleStanding(google: GoogleLook, spreadsheetId: string, writes: boolean): Promise<Standing> {
  const permissions = await permissionsOf(google, spreadsheetId);
  if (permissions === null) return { remarks: [], toMend: null };
  const { canEdit, setting } = permissions;
  const advice = setting instanceof GoogleFailure ? [] : settingAdvice(setting);
  if (!writes) return { remarks: [...(canEdit === true ? [MORE_THAN_NEEDED] : []), ...advice], toMend: null };
  if (canEdit === true) return { remarks: ['boten får redigere', ...advice], toMend: null };
  const { email } = await google.account();
  const why =
    canEdit === false
      ? `WRITE_BACK er på, men boten får bare lese. ${shareWith(email, 'write')}`
      : `Fikk ikke sett om boten får redigere. ${toWorkbookError(canEdit, email).message}`;
  return { remarks: advice, toMend: why };
}

/**
 * Tells whoever has given WRITE_BACK to share the spreadsheet once, as what the bot is going to need, and not as reader
 * first. Any other error is thrown as it is.
 */
export async function askToShareForWriting(error: unknown, google: GoogleLook, spreadsheetId: string): Promise<never> {
  if (!(error instanceof WorkbookError && error.trouble === 'no-access')) throw error;
  const permissions = await permissionsOf(google, spreadsheetId);
  const isNotShared = permissions?.canEdit instanceof GoogleFailure && isOfSpreadsheet(permissions.canEdit);
  if (!isNotShared) throw error;
  const { email } = await google.account();
  throw new WorkbookError('no-access', `Boten har ikke tilgang. ${shareWith(email, 'write')}`);
}

function permissionsOf(google: GoogleLook, spreadsheetId: string): Promise<GooglePermissions | null> {
  return google.permissions(spreadsheetId).catch((error: unknown) => {
    if (error instanceof WorkbookError) return null;
    throw error;
  });
}

const MORE_THAN_NEEDED = 'delt som redigerer, leser er nok';
const OSLO = 'Europe/Oslo';

/** Advice only: what Google does not take for a date stays text, and the bot reads it as Norwegians write it. */
function settingAdvice(setting: Setting): readonly string[] {
  if (isNorwegian(setting)) return [];
  const { locale, timeZone } = setting;
  return [
    ...(isNorwegian({ locale, timeZone: OSLO })
      ? []
      : [`arket er satt opp for ${locale}, så skriv datoer som «1.5.24», ikke «1/5/24»`]),
    ...(timeZone === OSLO ? [] : [`klokkeslett fra formler følger tidssonen ${timeZone}`]),
    'velg Norge og Oslo under Fil → Innstillinger',
  ];
}
