import { DatabaseError } from 'pg';
import { StoreError, type StoreTrouble } from './store.ts';

type DatabaseTrouble = Exclude<StoreTrouble, 'newer'>;

/*
 * PostgreSQL's own codes (https://www.postgresql.org/docs/current/errcodes-appendix.html), by the longest beginning.
 */
const TROUBLES: readonly (readonly [sqlstate: string, trouble: DatabaseTrouble])[] = [
  ['08', 'unreachable'], // no connection
  ['25006', 'unreachable'], // read only, such as a standby before it takes over
  ['28', 'forbidden'], // unknown user, wrong password
  ['42501', 'forbidden'],
  ['42P01', 'damaged'], // our tables are not there any more
  ['42703', 'damaged'],
  ['3D', 'unreachable'], // no such database
  ['40', 'unreachable'], // deadlock
  ['53100', 'full'],
  ['53', 'unreachable'], // too many connections, out of memory
  ['55P03', 'unreachable'], // locked too long
  ['57', 'unreachable'], // shutting down, starting up, took too long
  ['58030', 'unreachable'], // input or output failed
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
];

/** What is said by other means than a code of the database comes from the way there. */
export function postgresTrouble(error: unknown): StoreError {
  if (error instanceof TypeError || !(error instanceof Error)) return troubleOf('other', error);
  if (!(error instanceof DatabaseError)) return troubleOf('unreachable', error);
  const code = error.code ?? '';
  const [, trouble = 'other'] = TROUBLES.find(([beginning]) => code.startsWith(beginning)) ?? [];
  return troubleOf(trouble, error);
}

const MESSAGES: Readonly<Record<DatabaseTrouble, string>> = {
  damaged: 'Databasen er skadet, eller tabellene er borte. Legg tilbake en sikkerhetskopi.',
  full: 'Databasen har ikke plass til mer. Frigjør plass på disken den ligger på.',
  unreachable: 'Får ikke kontakt med databasen. Sjekk at den kjører, og at DATABASE_URL stemmer.',
  forbidden: 'Databasen slipper ikke boten til. Sjekk bruker, passord og rettigheter.',
  other: 'Databasen gjorde ikke det den skulle. Feilen er logget.',
};

function troubleOf(trouble: DatabaseTrouble, cause: unknown): StoreError {
  return new StoreError(trouble, MESSAGES[trouble], { cause });
}
