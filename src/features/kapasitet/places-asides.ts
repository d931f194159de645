import type { Day } from '#src/domain/day.ts';
import type { PlaceSearch } from '#src/domain/kapasitet-places.ts';
import type { PlaceQuestion } from '#src/domain/kapasitet-question.ts';
import { shortCell } from '#src/message/message.ts';
import { dato, oppramsing } from '#src/message/norsk.ts';
import { freshPeriod, names, plassnavn } from './phrases.ts';
import type { KapasitetSummary } from './summary.ts';

const MOST_NAMES = 8;
/** More than these are a whole kommunegruppe, which nobody types one by one. */
const MOST_NEAR = 3;

/** The ethics of asking another kommune (seed plan 001, tiltak 7.1): it is never the bot's, nor the hospital's, choice alone. */
export const CONSENT = 'Pasienten må selv ønske plass i en annen kommune.';

/** What a search leaves out or cannot know, and how to ask better; one line each. */
export function placesAsides(search: PlaceSearch, { rule, now }: KapasitetSummary): readonly string[] {
  const { offers, stale, notReported, closed, withoutRows, find } = search;
  return [
    ...(offers.length > 0 ? orderAsides(search) : []),
    withoutRows.length > 0 && `${list(withoutRows)} har ingen ${plassnavn(find.kategorier, 2)} i arket.`,
    notReported.length > 0 && `Ikke rapportert: ${list(notReported)}.`,
    stale.length > 0 && `Ikke bekreftet ${freshPeriod(rule)}: ${list(stale)}.`,
    closed.length > 0 && `${list(closed)} har ledig, men tar ikke imot fra andre kommuner.`,
    kategoriAside(search, now.day),
    offers.length > 0 && CONSENT,
  ].filter((text) => text !== false);
}

function orderAsides({ find, withoutGruppe }: PlaceSearch): readonly string[] {
  if (find.near.length === 0) {
    return ['De med nok plasser står først, ellers alfabetisk. Skriv «nær» og en kommune for å få dens gruppe først.'];
  }
  const gruppe = withoutGruppe.length < find.near.length ? ' og kommunegruppen' : '';
  return [
    ...(withoutGruppe.length > 0 ? [`${list(withoutGruppe)} har ingen kommunegruppe i Kontakter.`] : []),
    `De med nok plasser står først; ellers ${list(find.near)}${gruppe}, så resten alfabetisk. Avstand kjenner jeg ikke.`,
  ];
}

function kategoriAside({ find, offers }: PlaceSearch, today: Day): string | false {
  if (find.kategorier.length > 0) {
    return offers.length === 0 && `Prøv uten kategori: \`/kapasitet ${withoutKategori(find, today)}\`.`;
  }
  return 'Alle kategorier unntatt ØHD er med. Skriv for eksempel «rehab» for å få bare én.';
}

/** The question again, as it would be typed. */
function withoutKategori({ places, near, from }: PlaceQuestion, today: Day): string {
  const nearText = near.length === 0 || near.length > MOST_NEAR ? '' : ` nær ${oppramsing(near.map(name))}`;
  const fromText = from === null || from <= today ? '' : ` fra ${dato(from, today)}`;
  return `${places}${nearText}${fromText}`;
}

function list(kommuner: readonly string[]): string {
  return names(kommuner.map(name), MOST_NAMES);
}

function name(kommune: string): string {
  return shortCell(kommune, 40);
}
