import type { Delivery } from '../delivery/speaker.ts';
import type { Job } from '../features/feature.ts';
import { antall } from '../message/norsk.ts';

const MOST_NAMES = 8;

/** «Påminnelser: 22 meldinger sendt, 3 var sendt før, 1 har ingen å sendes til.» */
export function deliveryText(
  { title }: Pick<Job, 'title'>,
  { sent, skipped, nowhere, failed, waiting }: Delivery,
): string {
  const saidBefore = skipped - nowhere;
  const parts = [
    ...(sent > 0 ? [`${antall(sent, 'melding', 'meldinger')} sendt`] : []),
    ...(sent === 0 && skipped > 0 ? ['ingenting nytt sendt'] : []),
    ...(saidBefore > 0 ? [`${saidBefore} var sendt før`] : []),
    ...(nowhere > 0 ? [`${nowhere} har ingen å sendes til (sett SLACK_CHANNEL, eller fyll ut Kontakter)`] : []),
    ...(failed > waiting ? [`${failed - waiting} kom ikke fram`] : []),
    ...(waiting > 0 ? [`${waiting} venter på Slack (kjør igjen om litt, eller la boten gjøre det)`] : []),
  ];
  const name = title.charAt(0).toUpperCase() + title.slice(1);
  return `${name}: ${parts.length === 0 ? 'ingenting å sende nå' : parts.join(', ')}.`;
}

/**
 * Why messages did not come through, one line a reason, with those it is about.
 * @param reasons by the key of each message
 */
export function failureLines({ failed, waiting }: Delivery, reasons: ReadonlyMap<string, string>): readonly string[] {
  if (reasons.size === 0) return failed > waiting ? [GIVEN_UP_BEFORE] : [];
  const named = [...reasons].map(([key, reason]) => ({ reason, name: recipientOf(key) }));
  return [...Map.groupBy(named, ({ reason }) => reason)].map(([reason, all]) => {
    const names = [...new Set(all.map(({ name }) => name))];
    const shown = names.slice(0, MOST_NAMES).join(', ');
    const left = names.length > MOST_NAMES ? ` … og ${names.length - MOST_NAMES} til` : '';
    return `${reason} Gjelder: ${shown}${left}.`;
  });
}

const GIVEN_UP_BEFORE =
  'Det som ikke kom fram, ble gitt opp i en tidligere kjøring. Det kan ha kommet fram likevel, så jeg sender det ikke på nytt.';

/** The unit a message was for. A key is helsefellesskap, job, period, recipient and part; a name may hold a colon. */
function recipientOf(key: string): string {
  const [, job, , ...rest] = key.split(':');
  // An alert's period names the trouble it is about.
  return job === 'varsel' ? 'varselet i SLACK_ADMIN_CHANNEL' : rest.join(':').replace(/:\d+$/, '');
}
