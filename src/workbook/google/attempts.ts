import type { GoogleSession } from './connection.ts';
import { type Attempt, attemptRequests, type Met, newestLines, whatWasMet } from './edit-requests.ts';
import { GoogleFailure, isQuota } from './failure.ts';
import type { RawValue } from './values.ts';

/**
 * What became of an attempt. `refused`: Google would not carry it out, and nothing of it is in the sheet. `unknown`: the
 * answer was lost, and what it did could not be found out.
 */
type AttemptOutcome = Met | 'refused' | 'unknown';

/** Carries out attempts, each exactly once. */
export interface Attempts {
  carryOut(google: GoogleSession, attempt: Attempt): Promise<AttemptOutcome>;
}

/** So often an attempt whose answer was lost is sent again. */
const MOST_TRIES = 4;
const KEY = 'samhandlingsbot.endring';
/** An attempt that is older than this, in milliseconds, will not arrive any more: Google gives up a request after minutes. */
const SETTLED_MS = 3_600_000;

/**
 * Each attempt brings a number along that the spreadsheet remembers and cannot be given twice (developer metadata): one
 * that is sent again, since its answer was lost, is refused as a whole if it was carried out, and so is one that comes late.
 * @param now in milliseconds since 1970
 */
export function googleAttempts(spreadsheetId: string, now: () => number, random: () => number): Attempts {
  /** Numbers that have done their work, to be taken away along with a later attempt. */
  let settled: number[] | null = null;
  const own: { readonly id: number; readonly at: number }[] = [];

  return {
    async carryOut(google, attempt) {
      settled ??= await findSettled(google);
      const done = [...settled, ...takeWhile(own, ({ at }) => now() - at > SETTLED_MS).map(({ id }) => id)];
      const id = 1 + Math.floor(random() * (2 ** 31 - 2));
      own.push({ id, at: now() });
      const requests = [...done.map(forget), remember(id), ...attemptRequests(attempt)];
      const outcome = await send(google, attempt, requests);
      if (typeof outcome === 'object') settled = [];
      return outcome;
    },
  };

  async function send(google: GoogleSession, attempt: Attempt, requests: object[]): Promise<AttemptOutcome> {
    for (let tries = 1, lost = false; ; tries++) {
      try {
        await google.change('write', ({ sheets }, options) =>
          sheets.spreadsheets.batchUpdate(
            { spreadsheetId, requestBody: { requests }, fields: 'spreadsheetId' },
            options,
          ),
        );
        return (await findOut(google, attempt)) ?? 'unknown';
      } catch (error) {
        if (!(error instanceof GoogleFailure)) throw error;
        if (isCertain(error)) {
          // What was refused may have been carried out already, when its answer was lost.
          const met = lost ? await findOut(google, attempt) : null;
          if (met) return met;
          if (error.status === 400) return 'refused';
          if (lost) return 'unknown';
          throw error;
        }
        lost = true;
        if (tries === MOST_TRIES) return (await findOut(google, attempt)) ?? 'unknown';
      }
    }
  }

  /** What an attempt did that was, or may have been, carried out. That the log cannot be read says nothing of it. */
  async function findOut(google: GoogleSession, attempt: Attempt): Promise<Met | 'unknown' | null> {
    return whatIsLogged(google, attempt).catch((error: unknown) => {
      if (error instanceof GoogleFailure) return 'unknown';
      throw error;
    });
  }

  async function whatIsLogged(google: GoogleSession, attempt: Attempt): Promise<Met | null> {
    const params = {
      spreadsheetId,
      range: newestLines(attempt),
      valueRenderOption: 'UNFORMATTED_VALUE',
      prettyPrint: false,
    };
    try {
      const { data } = await google.ask('read', ({ sheets }, options) =>
        sheets.spreadsheets.values.get(params, options),
      );
      return whatWasMet((data.values ?? []) as RawValue[][], attempt);
    } catch (error) {
      // There is no Logg, so nothing was carried out.
      if (error instanceof GoogleFailure && error.status === 400) return null;
      throw error;
    }
  }

  async function findSettled(google: GoogleSession): Promise<number[]> {
    const requestBody = { dataFilters: [{ developerMetadataLookup: { metadataKey: KEY } }] };
    const { data } = await google.ask('read', ({ sheets }, options) =>
      sheets.spreadsheets.developerMetadata.search({ spreadsheetId, requestBody }, options),
    );
    return (data.matchedDeveloperMetadata ?? []).flatMap(({ developerMetadata }) => {
      const { metadataId, metadataValue } = developerMetadata ?? {};
      return typeof metadataId === 'number' && now() - Number(metadataValue) > SETTLED_MS ? [metadataId] : [];
    });
  }

  function remember(metadataId: number): object {
    const location = { spreadsheet: true };
    const value = { metadataId, metadataKey: KEY, metadataValue: String(now()), location, visibility: 'PROJECT' };
    return { createDeveloperMetadata: { developerMetadata: value } };
  }
}

function forget(metadataId: number): object {
  return { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId } } } };
}

/** Takes those at the beginning of the list out of it for as long as they are like that. */
function takeWhile<T>(list: T[], isLike: (item: T) => boolean): T[] {
  const end = list.findIndex((item) => !isLike(item));
  return list.splice(0, end === -1 ? list.length : end);
}

/** Google has answered, and not carried it out. */
function isCertain(failure: GoogleFailure): boolean {
  return isQuota(failure) || (failure.status !== null && failure.status < 500 && failure.status !== 408);
}
