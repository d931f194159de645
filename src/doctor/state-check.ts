import { existsSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import path from 'node:path';
import { formatTall } from '#src/domain/tall.ts';
import { lookAtState, type StateCondition } from '#src/store/look-at-state.ts';
import { openStore } from '#src/store/open-store.ts';
import { type StateAddress, stateAddress } from '#src/store/state-address.ts';
import { StoreError } from '#src/store/store.ts';
import { good, mend, type Verdict } from './check.ts';

/** Less than this is soon none: the file grows by a few megabytes a year, but others write on the same disk. */
const LEAST_FREE_MB = 100;

/**
 * Whether the bot can remember: the state opens, is of this release, and can be written. Throws StoreError when not.
 * @param url DATABASE_URL, or null for the usual file
 */
export async function stateVerdict(url: string | null): Promise<Verdict> {
  const address = stateAddress(url);
  const condition = await conditionOf(address);
  if (condition === 'damaged') return mend(DAMAGED);
  if (condition === 'current') await write(url);
  return address.kind === 'postgres' ? good(`PostgreSQL svarer, ${WORDS[condition]}`) : fileVerdict(address, condition);
}

/** A damaged file is only told of here: it is the bot that puts it aside, when it starts. */
async function conditionOf(address: StateAddress): Promise<StateCondition | 'damaged'> {
  try {
    return await lookAtState(address);
  } catch (error) {
    if (address.kind === 'sqlite' && error instanceof StoreError && error.trouble === 'damaged') return 'damaged';
    throw error;
  }
}

const DAMAGED =
  'Filen boten lagrer i, er skadet. Legg tilbake en sikkerhetskopi, se docs/drift.md. ' +
  'Uten kopi lager boten en ny når den starter, og legger den skadede til side.';

const WORDS: Readonly<Record<StateCondition, string>> = {
  absent: 'lages når boten starter',
  behind: 'fra en eldre utgave, oppdateres når boten starter',
  current: 'kan skrives',
};

async function write(url: string | null): Promise<void> {
  const store = await openStore({ url });
  try {
    await store.check();
  } finally {
    await store.close();
  }
}

async function fileVerdict({ file }: StateAddress & { kind: 'sqlite' }, condition: StateCondition): Promise<Verdict> {
  const folder = nearestFolder(path.resolve(file));
  if (!(await mayWrite(folder)))
    return mend(`Boten får ikke skrive i mappen den lagrer i. Gi den lese- og skrivetilgang.`);
  const freeMb = await freeMegabytes(folder);
  const room = freeMb < 10_000 ? `${formatTall(freeMb)} MB` : `${formatTall(Math.floor(freeMb / 1000))} GB`;
  if (freeMb < LEAST_FREE_MB) return mend(`Bare ${room} ledig på disken der boten lagrer. Frigjør plass.`);
  return good(`SQLite, ${WORDS[condition]}, ${room} ledig på disken`);
}

/** The folder the file is in, or is to be made in. */
function nearestFolder(file: string): string {
  const folder = path.dirname(file);
  return existsSync(folder) || folder === file ? folder : nearestFolder(folder);
}

async function mayWrite(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}

async function freeMegabytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / 1_000_000);
}
