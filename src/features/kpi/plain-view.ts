import { cutText } from '#src/cut-text.ts';
import type { KpiResult } from '#src/domain/kpi-result.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { escapeMrkdwn, type Message, section } from '#src/message/message.ts';
import { kpiDataContract } from '#src/sheets/kpi-data.ts';
import { kpiTitle } from './figures.ts';

/** Said once instead of for every KPI. */
export const NO_DATA_TAB = `Fanen ${kpiDataContract.name} mangler, så ingen KPI kan regnes ut.`;

/** There is nothing to show: the workbook has no KPI tab, or an empty one. */
export function noKpiMessage(missingTab: boolean): Message {
  return plain(
    missingTab
      ? 'Fanen KPI mangler i handlingsplanen. Kopier den fra malen, og skriv én rad for hver KPI.'
      : 'Fanen KPI er tom. Skriv én rad for hver KPI: nummer, navn, teller, nevner og mål.',
  );
}

/** Nothing goes by those words: the nearest, or what there is. */
export function unknownKpiMessage(words: string, suggestion: KpiResult | null, results: readonly KpiResult[]): Message {
  const asked = cutText(words, 60);
  if (suggestion !== null) {
    const question = escapeMrkdwn(`Jeg kjenner ikke «${asked}». Mente du KPI ${kpiTitle(suggestion)}?`);
    const command = `/kpi ${escapeMrkdwn(suggestion.nr)}`;
    return { text: `${question} Prøv ${command}.`, blocks: [section(`${question} Prøv \`${command}\`.`)] };
  }
  const problem = /^(?:kpi|nr\.?)?\s*\d+$/i.test(words)
    ? `Det finnes ingen KPI ${asked.replace(/\D/g, '')}.`
    : `Jeg kjenner ikke «${asked}».`;
  const known = cutLines(results.map(kpiTitle), { maxLines: 15, maxChars: 1500 }, (left) => `… og ${left} til`);
  return {
    text: escapeMrkdwn(`${problem} Disse finnes: ${known.join(', ')}.`),
    blocks: [section(escapeMrkdwn([`${problem} Disse finnes:`, ...known].join('\n')))],
  };
}

function plain(text: string): Message {
  return { text, blocks: [section(text)] };
}
