import { LOGG } from './edit.ts';
import { errorCode } from './files/trouble.ts';
import { WorkbookError } from './workbook.ts';

/*
 * Why a sheet is not written to, in words for the person who asked for the change. Each takes the file's base name, or
 * the cell's, as `Handlingsplan!J5`.
 */

const refused = (message: string, cause?: unknown): WorkbookError => new WorkbookError('read-only', message, { cause });
const later = (message: string, cause?: unknown): WorkbookError => new WorkbookError('unavailable', message, { cause });

export const openElsewhere = (name: string, mark: string): WorkbookError =>
  later(
    `«${name}» er åpen i et regnearkprogram. Lukk den der, og prøv igjen; er den ikke åpen noe sted, kan du slette filen «${mark}» ved siden av.`,
  );

export const readOnlyFile = (name: string): WorkbookError =>
  refused(`«${name}» er skrivebeskyttet. Gi boten lov til å skrive i den, og prøv igjen.`);

export const readOnlyFolder = (name: string): WorkbookError =>
  refused(`Boten får ikke skrive der «${name}» ligger. Gi den skrivetilgang til mappen, og prøv igjen.`);

export const ownedByOther = (name: string): WorkbookError =>
  refused(
    `«${name}» eies av en annen bruker på maskinen, og eieren ville mistet den. La boten kjøre som den brukeren, eller endre filen selv.`,
  );

export const busy = (name: string): WorkbookError =>
  later(`Andre skriver i «${name}» akkurat nå, så endringen er ikke gjort. Prøv igjen om litt.`);

export const unsure = (name: string, cause?: unknown): WorkbookError =>
  refused(
    `Boten er ikke sikker på å kunne endre «${name}» uten å skade noe annet i den, og har ikke skrevet. Gjør endringen i filen selv.`,
    cause,
  );

export const strayQuotes = (name: string): WorkbookError =>
  refused(
    `«${name}» har anførselstegn som gjør det usikkert hvor cellene slutter, så boten skriver ikke i den. Åpne den i et regneark og lagre den igjen.`,
  );

export const tabAndLineBreak = (cell: string): WorkbookError =>
  refused(
    `Teksten til ${cell} har både tabulator og linjeskift, og det kan ikke filen holde. Skriv den uten tabulator.`,
  );

export const notInEncoding = (name: string, character: string): WorkbookError =>
  refused(
    `Tegnet «${character}» finnes ikke i tegnsettet som «${name}» er lagret med. Skriv teksten uten det, eller lagre filen med UTF-8.`,
  );

export const twoFiles = (tab: string): WorkbookError =>
  refused(`Mappen har flere filer for fanen «${tab}». Slett eller flytt den som ikke gjelder, og prøv igjen.`);

export const logTab = (): WorkbookError => refused(`Fanen «${LOGG.name}» er det bare boten selv som skriver i.`);

export const otherLog = (name: string): WorkbookError =>
  refused(
    `«${name}» har ikke overskriftene til botens logg (${LOGG.headings.join(', ')}). Gi den et annet navn, så lager boten en ny.`,
  );

export const stiffLog = (): WorkbookError =>
  refused(
    `Fanen «${LOGG.name}» har fått formler, merknader, lenker, sammenslåtte celler eller en tabell, og boten kan ikke sette inn linjer der. Gi den et annet navn, så lager boten en ny.`,
  );

export const formulaCell = (cell: string): WorkbookError =>
  refused(`Cellen ${cell} inneholder en formel, og den overskriver jeg ikke. Gjør endringen i regnearket selv.`);

export const mergedCell = (cell: string, first: string): WorkbookError =>
  refused(`Cellen ${cell} er slått sammen med ${first} og kan ikke ha noe eget. Del cellene først, og prøv igjen.`);

export const tableHeading = (cell: string): WorkbookError =>
  refused(`Cellen ${cell} er overskrift eller sum i en Excel-tabell, og den endrer jeg ikke. Gjør det i Excel selv.`);

export const lockedCell = (cell: string): WorkbookError =>
  refused(`Cellen ${cell} er låst, og arket er beskyttet. Opphev beskyttelsen i regnearket, eller lås opp cellen der.`);

export const lockedTabs = (name: string): WorkbookError =>
  refused(
    `«${name}» er beskyttet mot nye faner, og boten trenger fanen «${LOGG.name}». Opphev beskyttelsen av arbeidsboken, eller lag fanen selv.`,
  );

export const signed = (name: string): WorkbookError =>
  refused(
    `«${name}» er digitalt signert, og en endring ville gjort signaturen ugyldig. Fjern signaturen i Excel først.`,
  );

export const shared = (name: string): WorkbookError =>
  refused(`«${name}» er en delt arbeidsbok med endringslogg. Slå av delingen i Excel, lagre og prøv igjen.`);

export const writeReserved = (name: string): WorkbookError =>
  refused(`«${name}» krever passord for å endres. Lagre den uten skrivepassord i Excel, og prøv igjen.`);

export const tooLongText = (cell: string, limit: number): WorkbookError =>
  refused(`Teksten til ${cell} er for lang: en celle i Excel har plass til ${limit} tegn. Gjør den kortere.`);

export const noDateStyle = (name: string): WorkbookError =>
  refused(`«${name}» har ingen cellestiler, så en dato kan ikke vises der. Åpne den i Excel og lagre den igjen.`);

/** @param cause - what the file system threw */
export function unwritable(name: string, cause: unknown): WorkbookError {
  switch (errorCode(cause)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return readOnlyFolder(name);
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return later(`Det er ikke plass på disken til å lagre «${name}». Rydd plass, og prøv igjen.`, cause);
    case 'EBUSY':
      return later(`«${name}» er låst av et annet program. Lukk den der, og prøv igjen.`, cause);
    default:
      return later(`Fikk ikke lagret «${name}» akkurat nå. Prøv igjen om litt.`, cause);
  }
}
