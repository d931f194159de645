import { cutText } from '#src/cut-text.ts';
import type { Day, Moment } from '#src/domain/day.ts';
import { daysBetween } from '#src/domain/day.ts';
import type { Innstillinger } from '#src/domain/innstillinger.ts';
import type { Kategori } from '#src/domain/kapasitet.ts';
import { escapeMrkdwn } from '#src/message/message.ts';
import { antall, dato, klokkeslett, oppramsing, ukedag } from '#src/message/norsk.ts';

const PLACE_NAMES: Readonly<Record<Kategori, readonly [one: string, many: string]>> = {
  'korttid utredning/behandling': [
    'korttidsplass for utredning/behandling',
    'korttidsplasser for utredning/behandling',
  ],
  rehabilitering: ['rehabiliteringsplass', 'rehabiliteringsplasser'],
  avlastning: ['avlastningsplass', 'avlastningsplasser'],
  lindrende: ['lindrende plass', 'lindrende plasser'],
  skjermet: ['skjermet plass', 'skjermede plasser'],
  smitte: ['smitteplass', 'smitteplasser'],
  øhd: ['ØHD-plass', 'ØHD-plasser'],
  overgangsplass: ['overgangsplass', 'overgangsplasser'],
};

/** Characters of names in one sentence: kommuner have short ones, but a cell may hold anything. */
const NAMES_ROOM = 1000;

export const EMPTY_SHEET = 'Kapasitetsarket er tomt. Skriv én rad for hver kommune og kategori i fanen Kapasitet.';

/** «1 ledig», «6 ledige». */
export function ledige(n: number): string {
  return antall(n, 'ledig', 'ledige');
}

/** «rehabiliteringsplasser», «smitteplasser eller ØHD-plasser»; «korttidsplasser» when any kategori will do. */
export function plassnavn(kategorier: readonly Kategori[], n: number): string {
  if (kategorier.length === 0) return n === 1 ? 'korttidsplass' : 'korttidsplasser';
  return kategorier.map((kategori) => PLACE_NAMES[kategori][n === 1 ? 0 : 1]).join(' eller ');
}

/** «2 rehabiliteringsplasser». */
export function plasserAv(n: number, kategorier: readonly Kategori[]): string {
  return `${n} ${plassnavn(kategorier, n)}`;
}

/** Short enough for a line: «rehabilitering», «korttid», «ØHD». */
export function kategoriName(kategori: Kategori): string {
  if (kategori === 'øhd') return 'ØHD';
  return kategori === 'korttid utredning/behandling' ? 'korttid' : kategori;
}

/** «Orklands», «Røros’». */
export function genitive(name: string): string {
  return /[sxz]$/i.test(name) ? `${name}’` : `${name}s`;
}

/** «siste døgn», «siste 48 timer, helg ikke medregnet». */
export function freshPeriod({
  freshHours,
  weekendsCount,
}: Pick<Innstillinger, 'freshHours' | 'weekendsCount'>): string {
  const period = freshHours === 24 ? 'siste døgn' : `siste ${antall(freshHours, 'time', 'timer')}`;
  return weekendsCount ? period : `${period}, helg ikke medregnet`;
}

/** What comes after «siden»: «kl. 03:00», «i går 15:40», «16. mai». */
export function since(then: Moment, now: Moment): string {
  const days = daysBetween(then.day, now.day);
  if (days === 0) return `kl. ${klokkeslett(then)}`;
  return days === 1 ? `i går ${klokkeslett(then)}` : dato(then.day, now.day);
}

/** «fredag 7. juni». */
export function dayAndDate(day: Day, today: Day): string {
  return `${ukedag(day)} ${dato(day, today)}`;
}

/** A cell as it may be shown: cut at a word, and unable to ring or link. */
export function shown(cell: string, max = 60): string {
  return escapeMrkdwn(cutText(cell, max));
}

/** «Skaun og Heim», «Skaun, Heim, Hitra og 12 til». */
export function names(all: readonly string[], max: number): string {
  const room = all.findIndex((_, index) => index >= max || all.slice(0, index + 1).join(', ').length > NAMES_ROOM);
  if (room < 0) return oppramsing(all);
  const kept = all.slice(0, Math.max(room, 1));
  return `${kept.join(', ')} og ${all.length - kept.length} til`;
}
