import { WorkbookError } from '#src/workbook/workbook.ts';

const readableKinds = '.xlsx, .tsv eller .csv, eller en mappe med .tsv- og .csv-filer';

/*
 * What goes wrong with files, in words for the person who pointed at one. Each takes the file's base name: the
 * folders of the machine are nobody's business.
 */

export const notFound = (name: string, suggestion: string | null): WorkbookError =>
  new WorkbookError(
    'not-found',
    suggestion === null
      ? `Fant ikke «${name}». Sjekk at navnet og mappen er riktig.`
      : `Fant ikke «${name}». Mente du «${suggestion}»?`,
  );

export const noTables = (name: string, excelFile: string | null): WorkbookError =>
  new WorkbookError(
    'not-found',
    excelFile === null
      ? `Mappen «${name}» har ingen tabeller. Legg fanene der som .tsv eller .csv, eller pek på en .xlsx-fil.`
      : `Mappen «${name}» har ingen .tsv- eller .csv-filer. Pek heller rett på «${excelFile}».`,
  );

export const neitherFileNorFolder = (name: string): WorkbookError =>
  new WorkbookError('unreadable', `«${name}» er verken en fil eller en mappe. Bruk ${readableKinds}.`);

export const unknownKind = (name: string): WorkbookError =>
  new WorkbookError(
    'unreadable',
    `Kan ikke lese «${name}». Bruk ${readableKinds}. Et annet regnearkformat må lagres som .xlsx først.`,
  );

export const oldExcel = (name: string): WorkbookError =>
  new WorkbookError('unreadable', `«${name}» er i et eldre Excel-format. Åpne den i Excel og lagre som .xlsx.`);

export const passwordProtected = (name: string): WorkbookError =>
  new WorkbookError('unreadable', `«${name}» er låst med passord. Fjern passordet i Excel, lagre og prøv igjen.`);

export const notAWorkbook = (name: string): WorkbookError =>
  new WorkbookError(
    'unreadable',
    `«${name}» er ikke en Excel-fil, enda den heter det. Åpne den der den ble laget, og lagre som .xlsx.`,
  );

export const damaged = (name: string, cause?: unknown): WorkbookError =>
  new WorkbookError(
    'unreadable',
    `«${name}» er skadet eller ikke hel. Last den ned på nytt, eller åpne den i Excel og lagre den igjen.`,
    { cause },
  );

export const notText = (name: string): WorkbookError =>
  new WorkbookError(
    'unreadable',
    `«${name}» er ikke en tekstfil, enda den heter det. Åpne den i regnearket og lagre som .csv eller .xlsx.`,
  );

/** @param size - in bytes, as is `limit` */
export const tooLarge = (name: string, size: number, limit: number): WorkbookError =>
  new WorkbookError(
    'too-large',
    `«${name}» er på ${megabytes(size)} MB, og grensen er ${megabytes(limit)} MB. Ta bort bilder eller gamle faner.`,
  );

export const tooLargeUnpacked = (name: string): WorkbookError =>
  new WorkbookError(
    'too-large',
    `«${name}» blir for stor når den pakkes ut, og er ikke åpnet. Kopier tabellene over i en ny .xlsx-fil.`,
  );

/** @param cause - what the file system threw */
export function unreachable(name: string, cause: unknown): WorkbookError {
  switch (errorCode(cause)) {
    case 'EACCES':
    case 'EPERM':
      return new WorkbookError('no-access', `Boten får ikke lese «${name}». Gi den lesetilgang, og prøv igjen.`, {
        cause,
      });
    case 'EBUSY':
      return new WorkbookError('unavailable', `«${name}» er låst av et annet program. Lukk den der, og prøv igjen.`, {
        cause,
      });
    default:
      return new WorkbookError('unavailable', `Fikk ikke lest «${name}» akkurat nå. Prøv igjen om litt.`, { cause });
  }
}

/** Whether the file system said that nothing stands at the path. */
export const saysMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'].includes(errorCode(error));

/** The code that the file system gave an error, or an empty text. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Rounded up, so that a size just over the limit never reads as the limit. */
const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 ** 2);
