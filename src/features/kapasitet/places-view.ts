import type { Day } from '#src/domain/day.ts';
import type { PlaceOffer, PlaceSearch } from '#src/domain/kapasitet-places.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { context, escapeMrkdwn, header, type Message, section } from '#src/message/message.ts';
import { alder, dato } from '#src/message/norsk.ts';
import { lineSections } from './line-sections.ts';
import { dayAndDate, genitive, ledige, names, plasserAv } from './phrases.ts';
import { CONSENT, placesAsides } from './places-asides.ts';
import { conditions } from './row-line.ts';
import { rowName } from './row-name.ts';
import type { KapasitetSummary } from './summary.ts';

const LIST = { maxLines: 15, maxChars: 5000 };

/** The reply to «2 rehab nær Orkland fra fredag». */
export function placesMessage(search: PlaceSearch, summary: KapasitetSummary): Message {
  const title = titleOf(search, summary);
  const lead = leadOf(search, summary);
  const lines = search.offers.map((offer, index) => offerLine(offer, index + 1, search, summary));
  const isSecondBest = lead !== '' && lines.length > 0;
  return {
    text: [escapeMrkdwn(`${title}.`), lead, bestOffer(search, summary)].filter((t) => t !== '').join(' '),
    blocks: [
      header(title),
      context(summary.source),
      ...(lead === '' ? [] : [section(isSecondBest ? `${lead} Dette er bekreftet:` : lead)]),
      ...lineSections(
        cutLines(lines, LIST, (left) => `… og ${left} til. Spør om én kategori for å få en kortere liste.`),
      ),
      context(placesAsides(search, summary).join('\n')),
    ],
  };
}

/** A search, not a promise: a notification must not read as if the places were there. */
function titleOf({ find, withoutGruppe }: PlaceSearch, { now }: KapasitetSummary): string {
  const [only = '', ...others] = find.near;
  const first = others.length + withoutGruppe.length > 0 ? names(find.near, 2) : `${genitive(only)} kommunegruppe`;
  const near = find.near.length === 0 ? '' : `, ${first} først`;
  return `Søk: ${plasserAv(find.places, find.kategorier)} ${fromText(find.from, now.day)}${near}`;
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
  return best ? `${rowName(best.judged.row, withSeveralRows)}: ${amount(best, now)}. ${CONSENT}` : '';
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
