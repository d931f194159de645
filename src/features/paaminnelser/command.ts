import { isWorkingDay } from '#src/domain/working-days.ts';
import { escapeMrkdwn, type Message, section } from '#src/message/message.ts';
import { antall, ukedag } from '#src/message/norsk.ts';
import type { Answer, Command, Outgoing, Question } from '../feature.ts';
import { judgeModel } from '../judge-model.ts';
import { outgoingJson } from '../outgoing-json.ts';
import { outdatedText } from '../plan-view.ts';
import { reminders, secretariat } from './job.ts';
import { type ReminderSummary, summariseReminders } from './summary.ts';

export const paaminnelserCommand: Command = {
  name: 'paaminnelser',
  slash: null,
  description: 'Dagens påminnelser til hver ansvarlig, uten å sende dem',
  usage: '',
  examples: [{ words: '', does: 'påminnelsene for i dag' }],
  needs: ['handlingsplan'],
  uses: [],
  answer: answerReminders,
};

function answerReminders({ model, now, channels }: Question): Answer {
  const summary = summariseReminders(model, now);
  const messages = reminders(model, now);
  const toSecretariat = secretariat(model, now, channels);
  const text = overview(summary, messages.length, outdatedText(judgeModel(model, now)));
  return {
    message: { text, blocks: [section(text), ...toSecretariat.flatMap(({ message }) => message.blocks)] },
    details: messages.map(addressed),
    json: {
      messages: outgoingJson(messages),
      unmapped: summary.unmapped,
      secretariat: outgoingJson(toSecretariat),
    },
  };
}

function overview({ silent, unmapped, today }: ReminderSummary, count: number, outdated: string): string {
  if (silent === 'outdated') return `${outdated} Ingen påminnelser sendes.`;
  if (silent === 'quiet') return 'Rolig periode i Innstillinger: ingen påminnelser i dag.';
  const unreachable =
    unmapped.length > 0 ? ` ${antall(unmapped.length, 'enhet', 'enheter')} mangler Slack-id i Kontakter.` : '';
  if (count > 0)
    return `${antall(count, 'påminnelse er klar', 'påminnelser er klare')} for i dag. Ingenting er sendt herfra.${unreachable}`;
  if (!isWorkingDay(today))
    return `I dag er ${ukedag(today)}, en fridag. Påminnelser sendes på arbeidsdager.${unreachable}`;
  return `Ingen påminnelser i dag.${unreachable}`;
}

/** A reminder with its addressee on top, for reading in the terminal. */
function addressed({ to, message }: Outgoing): Message {
  return { ...message, blocks: [section(`*Til ${escapeMrkdwn(to.name)}*`), ...message.blocks] };
}
