import { type CellValue, cellText } from './cell-value.ts';
import { remembered } from './remembered.ts';
import { statusOfAlternatives, statusOfOpening, wordsOf } from './status-remark.ts';
import { COLOURLESS, LIGHT_SYMBOLS, type Light, lightOfWord, statusOfPhrase, TICKS } from './status-words.ts';

/** What people say about a tiltak. `not-reported` is neither green nor planned; `unknown` needs a person to mend it. */
export type Status =
  | 'done'
  | 'on-track'
  | 'minor-deviation'
  | 'critical-deviation'
  | 'not-started'
  | 'on-hold'
  | 'cancelled'
  | 'not-reported'
  | 'unknown';

/** A «Status» cell: how it was read, and the text to show when it could not be. */
export interface StatusReading {
  readonly text: string;
  readonly status: Status;
}

/** What a light alone means (seed plan 001: «Ingen avvik», «Mindre avvik, men håndteres», «Kritiske avvik …»). */
const MEANING: Record<Light, Status> = { green: 'on-track', yellow: 'minor-deviation', red: 'critical-deviation' };

/** What may be said beside a light without contradicting it. */
const AGREES: Record<Light, readonly Status[]> = {
  green: ['on-track', 'done', 'not-started', 'cancelled'],
  yellow: ['minor-deviation', 'on-hold', 'not-started', 'cancelled'],
  red: ['critical-deviation', 'on-hold', 'not-started', 'cancelled'],
};

/** No status is this long, even with a date and with every word of it split by a scanner. */
const LONGEST = 80;

/**
 * Reads a «Status» cell: a light (symbol or colour word), a phrase in bokmål or nynorsk, or both. A phrase is more
 * exact than a light and wins when the two agree; when they do not, the status is `unknown`. Blank and the template's
 * placeholders are `not-reported`. A word for done may carry a date («Ferdig 1.5.24»), any other a remark («Utgår –
 * erstattet av 5.7»); neither is kept here.
 */
export function parseStatus(cell: CellValue): StatusReading {
  const text = cellText(cell);
  const readable = cell === null || typeof cell === 'string';
  return { text, status: readable && text.length <= LONGEST ? readStatus(text) : 'unknown' };
}

const readStatus = remembered((text: string): Status => {
  const plain = text.normalize('NFKC').toLowerCase().replace(VARIATION, '');
  const undated = plain.replace(TRAILING_DATE, '');
  if (undated !== plain && decide(readSigns(undated)) === 'done') return 'done';
  return decide(readSigns(plain));
});

/** Marks a symbol as a picture or as text; «✔» and «✔️» are the same. */
const VARIATION = /[\ufe0e\ufe0f]/g;

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const MONTH_NAME =
  '(?:jan(?:uar)?|feb(?:ruar)?|mars?|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?)';
const YEAR = '(?:20\\d\\d|\\d\\d)';
const DATE = `(?:${DAY} ?[./] ?${MONTH}(?: ?[./] ?${YEAR}|\\.)?|20\\d\\d-${MONTH}-${DAY}|${DAY}\\.? ?${MONTH_NAME}\\.?(?: ${YEAR})?)`;
const TRAILING_DATE = new RegExp(`(?<=[^\\d.])(?:(?:den|pr|per)\\.? )?${DATE}[).]*$`);

interface Signs {
  readonly lights: ReadonlySet<Light>;
  readonly ticked: boolean;
  readonly colourless: number;
  /** What the words say; null when there are none. */
  readonly said: Status | null;
}

function readSigns(text: string): Signs {
  const lights = new Set<Light>();
  let [ticked, colourless, letters] = [false, 0, ''];
  for (const char of text) {
    const light = LIGHT_SYMBOLS.get(char);
    if (light) lights.add(light);
    else if (TICKS.has(char)) ticked = true;
    else if (COLOURLESS.has(char)) colourless++;
    else {
      letters += char;
      continue;
    }
    letters += ' ';
  }
  return { lights, ticked, colourless, said: readWords(letters, lights) };
}

/** Takes the colour words out (into `lights`) and reads what remains as one phrase. */
function readWords(text: string, lights: Set<Light>): Status | null {
  const all = wordsOf(text);
  const words = all.length > 1 && all[0] === 'status' ? all.slice(1) : all;
  const whole = words.join('');
  const only = lightOfWord(whole);
  if (only) lights.add(only);
  if (only || whole === '') return null;

  const known = statusOfPhrase(whole);
  if (known) return known;

  const rest = words.filter((word, i) => {
    const light = lightOfWord(word);
    if (light) lights.add(light);
    return !light && !(word === 'lys' && lightOfWord(words[i - 1] ?? ''));
  });
  if (rest.length === 0) return null;
  return statusOfPhrase(rest.join('')) ?? statusOfAlternatives(text) ?? statusOfOpening(text) ?? 'unknown';
}

function decide({ lights, ticked, colourless, said }: Signs): Status {
  const spoken = said ?? (ticked ? 'done' : null);
  if (ticked && spoken !== 'done' && spoken !== 'cancelled') return 'unknown';

  const [light, ...others] = lights;
  if (!light) return spoken ?? (colourless === 0 || colourless === 3 ? 'not-reported' : 'unknown');
  // «Grønn / Gul / Rød» is the template's own choice of answers, not an answer.
  if (others.length > 0) return others.length === 2 && !spoken ? 'not-reported' : 'unknown';
  if (!spoken) return MEANING[light];
  return AGREES[light].includes(spoken) ? spoken : 'unknown';
}
