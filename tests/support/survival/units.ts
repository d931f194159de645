import type { PretendSlack } from '../slack/slack.ts';

/** How Kontakter says that a unit is met: by id, by e-mail address, or not at all. */
export type Meeting = 'person' | 'email' | 'channel' | 'group' | 'nowhere';

/** Somebody who answers for so many tiltak. */
export interface Unit {
  readonly name: string;
  readonly meeting: Meeting;
  readonly tiltak: number;
  /** Their deadline as people write it; one that is over when left out. */
  readonly tidsrom?: string;
}

/** So many tiltak fill a message and one reply in its thread. */
export const ONE_REPLY = 12;
/** So many fill two replies. */
export const TWO_REPLIES = 60;

const HEADINGS = ['Aktivitet', 'Tiltak', 'Tidsrom', 'Ansvarlig'];
const KONTAKTER_HEADINGS = ['Navn', 'Type', 'Slack', 'E-post'];

/** The files of a folder of tabs. */
export function bookOfUnits(units: readonly Unit[]): Readonly<Record<string, string>> {
  const plan = units.flatMap(({ name, tiltak, tidsrom = '1.5.24' }, at) =>
    Array.from({ length: tiltak }, (_, index) => [
      `${at + 1} Drift`,
      `${at + 1}.${index + 1} Et tiltak med et navn av vanlig lengde, som ${name} svarer for`,
      tidsrom,
      name,
    ]),
  );
  const kontakter = units.map((unit, at) => [unit.name, 'enhet', slackIdOf(unit, at) ?? '', emailOf(unit, at) ?? '']);
  return { 'Handlingsplan.tsv': tsv([HEADINGS, ...plan]), 'Kontakter.tsv': tsv([KONTAKTER_HEADINGS, ...kontakter]) };
}

/** Lets the units be in Slack, where Kontakter says. */
export function letIn(slack: PretendSlack, units: readonly Unit[]): void {
  for (const [at, unit] of units.entries()) {
    const id = slackIdOf(unit, at);
    const email = emailOf(unit, at);
    if (unit.meeting === 'channel' && id !== null) slack.channels.set(id, { member: true });
    if (unit.meeting === 'person' && id !== null) slack.users.set(id, { name: unit.name });
    if (email !== null) slack.users.set(`U0EPOST${at}`, { name: unit.name, email });
  }
}

const LETTER = { person: 'U', channel: 'C', group: 'S' } as const;

function slackIdOf({ meeting }: Unit, at: number): string | null {
  return meeting === 'email' || meeting === 'nowhere' ? null : `${LETTER[meeting]}0ENHET${at}`;
}

function emailOf({ meeting }: Unit, at: number): string | null {
  return meeting === 'email' ? `enhet${at}@prove.example` : null;
}

function tsv(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.join('\t')).join('\n')}\n`;
}
