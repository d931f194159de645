import type { Edit, EditOutcome, Editor, Target } from './edit.ts';
import { type Attempts, googleAttempts } from './google/attempts.ts';
import type { GoogleConnection, GoogleSession } from './google/connection.ts';
import type { Attempt } from './google/edit-requests.ts';
import { lookAtPlace, type Place, refuseFormulas } from './google/place.ts';
import { aimToPutBack, asItWas, hasMet } from './google/put-back.ts';
import { type GoogleReader, googleReader } from './google/reading.ts';
import { cellName, newRef } from './log-lines.ts';
import { WorkbookError } from './workbook.ts';

export interface GoogleEditorOptions {
  readonly spreadsheetId: string;
  /** One that may write. */
  readonly connection: GoogleConnection;
  /** In milliseconds since 1970; the machine's when left out. */
  readonly now?: () => number;
  /** From 0 up to 1; `Math.random` when left out. */
  readonly random?: () => number;
}

/** So often the bot begins anew when people move rows under its pen. */
const MOST_EDITS = 6;
/** What is in the sheet by mistake is put back with more patience. */
const MOST_ATTEMPTS = 30;

/**
 * Writes in a shared Google spreadsheet. Between reading a row and writing in it somebody may sort the sheet, or change the
 * same cell. The log tells what was met; what met another row, or another text, is put back as it was, and the edit is
 * tried again from the start, so that the person is told what stands there now.
 */
export function openGoogleEditor(options: GoogleEditorOptions): Editor {
  const { spreadsheetId, connection, now = Date.now, random = Math.random } = options;
  const reader = googleReader(spreadsheetId, now);
  const attempts = googleAttempts(spreadsheetId, now, random);
  let last: Promise<unknown> = Promise.resolve();

  return {
    edit(edit) {
      const mine = last.then(() =>
        connection.session(
          spreadsheetId,
          (google) => carryOut(edit, { google, spreadsheetId, reader, attempts, random }),
          EDIT_MS,
        ),
      );
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** Milliseconds. Somebody waits for the answer. */
const EDIT_MS = 60_000;

interface Means {
  readonly google: GoogleSession;
  readonly spreadsheetId: string;
  readonly reader: GoogleReader;
  readonly attempts: Attempts;
  readonly random: () => number;
}

/** Throws only while nothing of the edit is in the sheet. */
async function carryOut(edit: Edit, means: Means): Promise<EditOutcome> {
  const course: Course = { wrong: [], touched: new Set(), refusals: 0, edits: 0 };
  try {
    for (let made = 0; made < MOST_ATTEMPTS; made++) {
      const outcome = await carryOn(edit, course, means);
      if (outcome !== null) return outcome;
    }
  } catch (error) {
    if (course.wrong.length === 0) throw error;
  }
  if (course.wrong.length === 0) throw new WorkbookError('unavailable', BUSY);
  return { kind: 'unsettled', cells: [...course.touched] };
}

/** What has happened so far. */
interface Course {
  /** What was met by mistake and is to be put back, the last first. */
  readonly wrong: Target[];
  /** The cells that have been written in. */
  readonly touched: Set<string>;
  refusals: number;
  /** How often the edit itself has been tried. */
  edits: number;
}

/** One attempt: at putting back what was met by mistake last, else at the edit itself. Null when there is more to do. */
async function carryOn(edit: Edit, course: Course, means: Means): Promise<EditOutcome | null> {
  const { wrong, touched } = course;
  const tabs = await means.reader.read(means.google);
  const last = wrong.at(-1);
  if (!last) course.edits += 1;
  if (course.edits > MOST_EDITS) throw new WorkbookError('unavailable', BUSY);
  const aim = last ? aimToPutBack(last, tabs) : edit.aim(tabs);
  if (aim.kind === 'miss') {
    // What was to be put back is gone, or somebody has written something else there since.
    if (last) wrong.pop();
    return last ? null : { kind: 'missed', miss: aim.miss };
  }

  const { target } = aim;
  const place = await placeNow(target, means);
  if (place === null) {
    means.reader.forget();
    return null;
  }
  if (!last) refuseFormulas(target, place);
  const attempt = attemptAt(target, edit, place, means);
  const outcome = await means.attempts.carryOut(means.google, attempt);
  // There is a tab more now; or something is not where it was thought to be.
  if (!attempt.logg.isThere || outcome === 'refused') means.reader.forget();
  if (outcome === 'refused') {
    course.refusals += 1;
    // A tab that went away in the meantime is refused, too, and is seen to be gone at the next reading.
    if (course.refusals > 1) throw new WorkbookError('no-access', REFUSED);
    return null;
  }
  for (const cell of cellsOf(target)) touched.add(cell);
  if (outcome === 'unknown') return { kind: 'unsettled', cells: [...touched] };
  if (!hasMet(outcome, target, tabs)) {
    wrong.push(asItWas(outcome, target));
    return null;
  }
  if (!last) return { kind: 'written', cells: cellsOf(target) };
  wrong.pop();
  return null;
}

const REFUSED =
  'Google avviste endringen. Er cellen eller fanen beskyttet, må den som eier arket, slippe boten til. Ingenting er skrevet.';
const BUSY = 'Arket endres så ofte at jeg ikke kom til. Ingenting er skrevet. Prøv igjen om litt.';

async function placeNow(target: Target, { google, spreadsheetId, reader, random }: Means): Promise<Place | null> {
  const structure = reader.structure();
  const newId = () => 1 + Math.floor(random() * (2 ** 31 - 2));
  return structure && lookAtPlace(google, spreadsheetId, target, structure, newId);
}

function attemptAt(target: Target, { by, at }: Edit, { sheetId, logg }: Place, { reader }: Means): Attempt {
  const structure = reader.structure()?.tabs.find(({ name }) => name === target.tab);
  const needsDateFormat = (column: number) => !structure?.showsDate(target.row, column);
  return { target, sheetId, logg, by, at, ref: newRef(), needsDateFormat };
}

function cellsOf(target: Target): readonly string[] {
  return target.changes.map(({ column }) => cellName(target, column));
}
