import { extname, join, resolve } from 'node:path';
import { type RealTime, systemTime } from '#src/real-time.ts';
import { planDelimited } from './delimited/plan.ts';
import { type Edit, type EditOutcome, type Editor, LOGG, type Target } from './edit.ts';
import { commit, type NewContents } from './files/commit.ts';
import { clearLeftovers } from './files/leftovers.ts';
import { type FileLock, takeLock } from './files/lock.ts';
import { isLog, isLogFile, logBeside } from './files/log-file.ts';
import { oneAtATime } from './files/one-at-a-time.ts';
import { type FilePlace, placeOf, stampOf } from './files/place.ts';
import { type HeldFile, hold, type ReadFile, readPlace } from './files/reading.ts';
import { displayName, MAX_BYTES } from './files/table-files.ts';
import { tooLarge } from './files/trouble.ts';
import { assertWritable } from './files/writable.ts';
import { cellName, logLines, newRef } from './log-lines.ts';
import { busy, logTab, twoFiles, unwritable } from './write-trouble.ts';

/** How often to begin anew because somebody saved the file while the change was being worked out. */
const TRIES = 5;
const BETWEEN_TRIES_MS = 50;

/**
 * Writes in the files that `openFileWorkbook` reads: a folder of text files, one such file, or an .xlsx. Bots on one
 * machine or on several may edit the same files; people may save them at any time, and their version wins.
 *
 * The log is the tab Logg of an .xlsx and the file `Logg.tsv` (or whatever its files end in) of a folder. A text file on
 * its own has it in a file beside it, `plan.logg.tsv`.
 *
 * @param path - as the person wrote it; relative to the working directory
 */
export function openFileEditor(path: string, time: RealTime = systemTime): Editor {
  return {
    // One after another as they are asked for; the lock is for everybody else, and gives no turns.
    edit: (edit) => oneAtATime(resolve(path), () => editAlone(path, edit, time)),
  };
}

async function editAlone(path: string, edit: Edit, time: RealTime): Promise<EditOutcome> {
  const name = displayName(path);
  const place = await placeOf(path);
  const lock = await takeLock(place.lock, time).catch((error: unknown) => {
    throw unwritable(name, error);
  });
  if (lock === null) throw busy(name);
  // A lock that could not be removed is taken over by the next edit; what became of this one is what matters.
  return editUntilSettled(path, edit, lock, time).finally(() => lock.release().catch(() => undefined));
}

async function editUntilSettled(path: string, edit: Edit, lock: FileLock, time: RealTime): Promise<EditOutcome> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const outcome = await tryEdit(path, edit, lock);
    if (outcome !== null) return outcome;
    await time.sleep(BETWEEN_TRIES_MS * attempt);
  }
  throw busy(displayName(path));
}

/** Null when somebody saved one of the files meanwhile. */
async function tryEdit(path: string, edit: Edit, lock: FileLock): Promise<EditOutcome | null> {
  const place = await placeOf(path);
  await clearLeftovers(place);
  const files = await readPlace(place);
  const aim = edit.aim(files.flatMap(({ tabs }) => tabs));
  if (aim.kind === 'miss') return { kind: 'missed', miss: aim.miss };

  const { target } = aim;
  const file = fileOf(files, target, place);
  await assertWritable(file);
  const ref = newRef();
  const contents = await plan({ file, files, place, target, edit, ref });
  assertNotTooLarge(path, files, contents);

  const mayStill = async () => {
    await assertWritable(file);
    const stamps = await Promise.all(files.map((read) => stampOf(read.path)));
    return (await lock.isMine()) && files.every(({ stamp }, index) => stamp === stamps[index]);
  };
  const isDone = await commit({ ...contents, place, ref, mayStill });
  return isDone ? { kind: 'written', cells: target.changes.map(({ column }) => cellName(target, column)) } : null;
}

/** The file that a tab stands in. Throws WorkbookError when that is not one file. */
export function fileOf(files: readonly ReadFile[], { tab }: Target, { isFolder }: FilePlace): ReadFile {
  if (isLog(tab)) throw logTab();
  const [file, another] = files.filter(({ tabs }) => tabs.some(({ name }) => name === tab));
  if (file === undefined) throw new Error(`The aim is a tab that was not there: ${tab}`);
  if (isFolder && another !== undefined) throw twoFiles(tab);
  return file;
}

interface Planning {
  readonly file: ReadFile;
  readonly files: readonly ReadFile[];
  readonly place: FilePlace;
  readonly target: Target;
  readonly edit: Edit;
  readonly ref: string;
}

async function plan({ file, files, place, target, edit, ref }: Planning): Promise<NewContents> {
  const lines = logLines(target, edit, ref);
  if (file.kind === 'xlsx') {
    const { planXlsx } = await import('./xlsx/plan.ts');
    return { table: { file, bytes: planXlsx(file, target, lines), like: file }, log: null };
  }
  const log = await logOf(file, files, place);
  await assertWritable(log);
  const planned = planDelimited(file, log, target, lines);
  return { table: { file, bytes: planned.table, like: file }, log: { file: log, bytes: planned.log, like: file } };
}

/** Where a text file's log stands, or is to be made. */
export async function logOf(
  file: ReadFile,
  files: readonly ReadFile[],
  { isFolder, folder }: FilePlace,
): Promise<HeldFile> {
  const existing = isFolder ? files.find(({ name }) => isLogFile(name)) : undefined;
  if (existing) return existing;
  const path = isFolder ? join(folder, `${LOGG.name}${extname(file.name)}`) : logBeside(file.path);
  return hold(path, displayName(path));
}

/** What the next reading would refuse must not be written. */
function assertNotTooLarge(path: string, files: readonly ReadFile[], { table, log }: NewContents): void {
  const rest = files.filter((file) => file !== table.file && file !== log?.file);
  const sizes = [table, ...(log === null ? [] : [log]), ...rest].map(({ bytes }) => bytes.length);
  const size = sizes.reduce((sum, length) => sum + length, 0);
  if (size > MAX_BYTES) throw tooLarge(displayName(path), size, MAX_BYTES);
}
