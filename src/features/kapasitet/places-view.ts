import type { Day } from '#src/domain/day.ts';
import type { PlaceOffer, PlaceSearch } from '#src/domain/kapasitet-places.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { context, escapeMrkdwn, header, type Message, section } from '#src/message/message.ts';
import { alder, dato } from '#src/message/norsk.ts';
import { lineSections } from './line-sections.ts';
import { dayAndDate, freshPeriod, ledige, names, plasserAv, plassnavn, shown } from './phrases.ts';
import { conditions, rowName } from './row-line.ts';
import type { KapasitetSummary } from './summary.ts';

const LIST = { maxLines: 15, maxChars: 5000 };
const MOST_NAMES = 6;

/** The ethics of asking another kommune (seed plan 001, tiltak 7.1): it is never the bot's, nor the hospital's, choice alone. */
const CONSENT = 'Pasienten må selv ønske plass i en annen kommune.';

/** The reply to «2 rehab nær Orkland fra fredag». */
export function placesMessage(search: PlaceSearch, summary: KapasitetSummary): Message {
  const title = titleOf(search, summary);
  const lead = leadOf(search, summary);
  const lines = search.offers.map((offer, index) => offerLine(offer, index + 1, search, summary));
  const isSecondBest = lead !== '' && lines.length > 0;
  return {
    text: [escapeMrkdwn(`${title}.`), lead, bestOffer(search, summary), CONSENT].filter((t) => t !== '').join(' '),
    blocks: [
      header(title),
      context(summary.source),
      ...(lead === '' ? [] : [section(isSecondBest ? `${lead} Dette er nærmest:` : lead)]),
      ...lineSections(
        cutLines(lines, LIST, (left) => `… og ${left} til. Spør om én kategori for å få en kortere liste.`),
      ),
      context([...asides(search, summary), CONSENT].join('\n')),
    ],
  };
}

function titleOf({ find }: PlaceSearch, { now }: KapasitetSummary): string {
  const near = find.near.length === 0 ? '' : `, nærmest ${names(find.near, 2)} først`;
  return `${plasserAv(find.places, find.kategorier)} ${fromText(find.from, now.day)}${near}`;
}

/** Said first when nothing fits exactly. */
function leadOf({ offers, find }: PlaceSearch, { now }: KapasitetSummary): string {
  if (offers.length === 0) return 'Ingen kommune har bekreftet ledige plasser som passer.';
  if (offers[0]?.enough) return '';
  return `Ingen har bekreftet ${plasserAv(find.places, find.kategorier)} ${fromText(find.from, now.day)}.`;
}

/** «fra fredag 7. juni», «nå». */
function fromText(from: Day | null, today: Day): string {
  return from !== null && from > today ? `fra ${dayAndDate(from, today)}` : 'nå';
}

function bestOffer({ offers: [best] }: PlaceSearch, { now, withSeveralRows }: KapasitetSummary): string {
  return best ? `${rowName(best.judged.row, withSeveralRows)}: ${amount(best, now)}.` : '';
}

function amount({ ledig, later }: PlaceOffer, now: KapasitetSummary['now']): string {
  return `${ledige(ledig)}${later ? ` først fra ${dato(later, now.day)}` : ''}`;
}

function offerLine(
  offer: PlaceOffer,
  nr: number,
  { find }: PlaceSearch,
  { now, withSeveralRows }: KapasitetSummary,
): string {
  const { row } = offer.judged;
  const fewer = offer.ledig < find.places ? `, færre enn ${find.places}` : '';
  const age = row.oppdatert ? alder(row.oppdatert, now) : '';
  return [`${nr}. *${rowName(row, withSeveralRows)}*  ${amount(offer, now)}${fewer}`, age, ...conditions(row)]
    .filter((part) => part !== '')
    .join(' · ');
}

function asides(search: PlaceSearch, { rule }: KapasitetSummary): readonly string[] {
  const { unconfirmed, closed, withoutRows, withoutGruppe, find } = search;
  const list = (kommuner: readonly string[]) =>
    names(
      kommuner.map((kommune) => shown(kommune, 40)),
      MOST_NAMES,
    );
  return [
    withoutRows.length > 0 && `${list(withoutRows)} har ingen ${plassnavn(find.kategorier, 2)} i arket.`,
    unconfirmed.length > 0 && `${list(unconfirmed)} har ikke bekreftet tall ${freshPeriod(rule)}.`,
    closed.length > 0 && `${list(closed)} har ledig, men tar ikke imot fra andre kommuner.`,
    withoutGruppe.length > 0 &&
      `${list(withoutGruppe)} har ingen kommunegruppe i Kontakter, så de andre står i alfabetisk rekkefølge.`,
    find.near.length === 0 && 'Skriv «nær» og en kommune for å få de nærmeste først.',
  ].filter((text) => text !== false);
}
