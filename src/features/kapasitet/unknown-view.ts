import { hideBirthNumbers } from '#src/domain/birth-number.ts';
import type { UnknownWords } from '#src/domain/kapasitet-question.ts';
import { type Message, section } from '#src/message/message.ts';
import type { Asked } from './asked.ts';
import { shown } from './phrases.ts';

/** «Jeg kjenner ikke «Malvk». Mente du Malvik? Prøv `/kapasitet Malvik`.» */
export function unknownMessage({ phrase, suggestion, corrected }: UnknownWords): Message {
  const what = `Jeg kjenner ikke «${typed(phrase)}».`;
  const text =
    suggestion === null || corrected === null
      ? `${what} Skriv en kommune, en kategori som rehab eller avlastning, eller \`/kapasitet alle\`.`
      : `${what} Mente du ${shown(suggestion)}? Prøv \`/kapasitet ${typed(corrected)}\`.`;
  return { text, blocks: [section(text)] };
}

/** Nothing of what was typed is said back: the words may be about a patient. */
export function askAgainMessage(why: Extract<Asked, { kind: 'ask-again' }>['why']): Message {
  const text =
    why === 'no-places'
      ? 'Skriv hvor mange plasser du trenger, minst 1. Prøv `/kapasitet 1 rehab`.'
      : 'Jeg forsto ikke spørsmålet. Skriv ikke noe om enkeltpasienter. Prøv `/kapasitet 2 rehab nær Orkland fra fredag` eller `/kapasitet hjelp`.';
  return { text, blocks: [section(text)] };
}

/** Somebody may have pasted more than a place name. */
function typed(words: string): string {
  return shown(hideBirthNumbers(words), 80);
}
