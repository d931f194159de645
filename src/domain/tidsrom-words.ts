import { phrases, spellings } from './tidsrom-spelling.ts';

/** How people spell what a «Tidsrom» cell can hold, in lower case: bokmål, nynorsk and the usual short forms. */

/** «jul» is left out: it is Christmas as often as July. */
export const MONTH_WORDS = spellings<number>([
  [1, 'januar, jan'],
  [2, 'februar, feb, febr'],
  [3, 'mars, mar'],
  [4, 'april, apr'],
  [5, 'mai'],
  [6, 'juni, jun'],
  [7, 'juli'],
  [8, 'august, aug'],
  [9, 'september, sept, sep'],
  [10, 'oktober, okt'],
  [11, 'november, nov'],
  [12, 'desember, des'],
]);

export const WEEKDAY_WORDS = spellings<number>([
  [1, 'mandag, måndag, man'],
  [2, 'tirsdag, tysdag, tir, tirs, tys'],
  [3, 'onsdag, ons'],
  [4, 'torsdag, tor, tors'],
  [5, 'fredag, fre'],
  [6, 'lørdag, laurdag, lør, lau'],
  [7, 'søndag, sundag, søn'],
]);

/** In the order of the year; winter began the December before. */
export const SEASON_WORDS = spellings<number>([
  [1, 'vinter, vinteren'],
  [2, 'vår, våren'],
  [3, 'sommer, sommeren, sommar, sommaren'],
  [4, 'høst, høsten, haust, hausten'],
]);

export const ORDINAL_WORDS = spellings<number>([
  [1, 'første, fyrste'],
  [2, 'andre, annet, annen, anna'],
  [3, 'tredje'],
  [4, 'fjerde'],
]);

type PartOfYear = 'quarter' | 'tertial' | 'half-year';

export const PART_WORDS = spellings<PartOfYear>([
  ['quarter', 'kvartal, kvartalet, kv, q'],
  ['tertial', 'tertial, tertialet, t'],
  ['half-year', 'halvår, halvåret, h'],
]);

/** «III kvartal»; no other part of the year is counted so. */
export const ROMAN_WORDS = spellings<number>([
  [1, 'i'],
  [2, 'ii'],
  [3, 'iii'],
  [4, 'iv'],
]);
export const ROMAN_UNIT_WORDS = spellings<true>([[true, 'kvartal, kvartalet']]);

/** «Mai måned». */
export const MONTH_UNIT_WORDS = spellings<true>([[true, 'måned, månad']]);

export const WEEK_WORDS = spellings<true>([
  [true, 'uke, uka, uken, uker, ukene, veke, veka, veker, vekene, vekane, u'],
]);

/** The day of the month each stands for; `last` varies with the month. */
export const PART_OF_MONTH_WORDS = spellings<number | 'last'>([
  [10, 'primo'],
  [20, 'medio'],
  ['last', 'ultimo'],
]);

export const TURN_OF_YEAR = phrases<true>([[true, 'årsskiftet, årsskifte, ved årsskiftet']]);

export const CLOCK_WORDS = spellings<true>([[true, 'kl, klokka, klokken, klokkan']]);

/** `soft`: «innen sommeren» is before the holidays; `out`: to its very end; `to`: between two ends, too; `name`: the bare word. */
export const BY = phrases<'soft' | 'out' | 'to' | 'name'>([
  ['soft', 'innen, innan, senest, seinast, seinest'],
  ['to', 'til, til og med, t o m, tom, frem til, fram til, inntil, frem til og med, fram til og med'],
  ['name', 'frist, fristen, tidsfrist, fristen er, frist er, deadline'],
  ['out', 'utgangen av, ved utgangen av, før utgangen av, slutten av, ved slutten av, før slutten av, ut'],
  ['out', 'utgongen av, ved utgongen av, før utgongen av, i slutten av'],
  ['out', 'utløpet av, ved utløpet av, før utløpet av'],
  ['out', 'i løpet av, innen løpet av, ila, i l a'],
]);

export const BEFORE = phrases<true>([[true, 'før']]);
export const FROM = phrases<true>([[true, 'fra, fra og med, f o m, fom, frå, frå og med, med start fra']]);
export const BETWEEN = phrases<true>([[true, 'mellom']]);
export const AND = phrases<true>([[true, 'og']]);
/** Between the nr of two tiltak. */
export const AND_NR = phrases<true>([[true, 'og, samt, og samt']]);

/** «… og utover». */
export const ONWARDS = phrases<true>([
  [true, 'og utover, utover, og fremover, og framover, fremover, framover, og videre, og vidare'],
]);

/** True for the word that can stand alone: «innen utgangen av året» is the plan's year. «I år» would be the reader's. */
export const YEAR_WORDS = spellings<boolean>([
  [true, 'året'],
  [false, 'år'],
]);

/** Words that add nothing before a period. */
export const FILLER = phrases<true>([
  [
    true,
    'den, det, i, på, hele, heile, perioden, tidsrommet, gjennom, gjennom hele, gjennom heile, i perioden, i tidsrommet',
  ],
]);

/** `sometimes`: how often, not how long; with an end it needs a year («årlig i mai» has no last day). */
export const ONGOING = phrases<'always' | 'sometimes'>([
  ['always', 'løpende, løpande, fortløpende, fortløpande, kontinuerlig, kontinuerleg'],
  ['sometimes', 'årlig, årleg, årvisst, månedlig, månedleg, månadleg, månadlig, ukentlig, ukentleg, vekentleg'],
  ['sometimes', 'daglig, dagleg, kvartalsvis, tertialvis, halvårlig, halvårleg, halvårsvis, jevnlig, jevnleg'],
  ['sometimes', 'jamleg, jamnleg, regelmessig, ved behov, etter behov'],
]);

export const EVERY_WORDS = spellings<true>([[true, 'hver, hvert, kvar, kvart, annenhver, annethvert, annankvar']]);

export const EVERY_WHAT_WORDS = spellings<true>([
  [true, 'år, kvartal, halvår, tertial, semester, måned, månad, uke, veke, dag, virkedag, yrkedag'],
]);

/** «… og deretter løpende». */
export const THEN = phrases<true>([[true, 'deretter, så, videre, vidare']]);

/** `done`: what it waits for is named, and «er ferdig» may follow. `after`: «etter» may also mean a date. `when` needs it. */
export const WAITS = phrases<'done' | 'after' | 'when'>([
  ['done', 'avhengig av, avheng av, avh av, avhenger av, avhengig av at, avhenger av at, avheng av at, i påvente av'],
  ['done', 'avventer, avventar, avvent, avventer at, venter på, ventar på, venter på at, ventar på at'],
  ['after', 'etter'],
  ['when', 'etter at, når, så snart'],
]);

export const TILTAK_WORDS = spellings<true>([[true, 'tiltak, tiltaket, nr, punkt, pkt, sak']]);

export const IS_DONE = phrases<true>([
  [true, 'er ferdig, er ferdige, er gjennomført, er gjennomførte, er fullført, er fullførte, er avsluttet'],
  [true, 'er avslutta, er utført, er utførte, er klar, er klart, er klare, er levert, er vedtatt, er vedteke'],
  [true, 'er på plass, er godkjent, er avklart, er besluttet, er etablert, er levert, er i gang, er i drift'],
]);

/** `moved`: says that the date has been changed; `remark`: may as well be about something else. */
export const NEW_DATE = phrases<'moved' | 'remark'>([
  ['moved', 'utsatt til, utsatt, utsett til, utsett, flyttet til, flyttet, flytta til, flytta, forskjøvet til'],
  ['moved', 'endret til, endra til, forlenget til, forlenga til'],
  ['remark', 'nå, no, ny, nytt, ny frist, ny dato, nytt tidsrom, planlagt, planlagt til, planlagd, planlagd til'],
]);

/** Tells what happened; no deadline. */
export const ACTUAL = phrases<true>([[true, 'faktisk']]);

/** The blanks of a template: «Dato», «xx.xx», «dd.mm.åå», «n/a». */
export const BLANK_WORDS = spellings<true>([[true, 'dato, xx, xxxx, dd, mm, åå, åååå, aa, aaaa, yy, yyyy, n, a']]);

export const NOT_SET = phrases<true>([
  [true, 'ikke satt, ikke satt frist, ikke fastsatt, ikke avklart, ikke bestemt, ikke angitt, ikke aktuelt'],
  [true, 'ikkje sett, ikkje sett frist, ikkje fastsett, ikkje avklart, ikkje avklara, ikkje bestemt, ikkje aktuelt'],
  [true, 'avklares, avklarast, må avklares, må avklarast, skal avklares, fastsettes, fastsettast, settes, bestemmes'],
  [true, 'tbd, tba, na, ingen, ingen frist, uten frist, utan frist, kommer, kjem, mangler, manglar'],
]);

export const NOT_YET = phrases<true>([
  [true, 'senere, seinere, seinare, nærmere, nærmare, ennå, enno, enda, endå, foreløpig, førebels'],
]);
