import { isWorkingDay } from '#src/domain/working-days.ts';
import { type Message, section, shortCell } from '#src/message/message.ts';
import { antall, ukedag } from '#src/message/norsk.ts';
import type { Answer, Command, Occasion, Outgoing, Question } from '../feature.ts';
import { judgeModel } from '../judge-model.ts';
import { outgoingJson } from '../outgoing-json.ts';
import { outdatedText } from '../plan-view.ts';
import { paaminnelserJob, reminders, secretariat } from './job.ts';
import { dayNames } from './preview.ts';
import { isReminderDay } from './reminder-days.ts';
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

function answerReminders({ model, now, channels, past = null }: Question): Answer {
  const occasion = { model, now, channels, past };
  const summary = summariseReminders(model, now);
  const messages = reminders(summary, occasion);
  const toSecretariat = secretariat(summary, occasion);
  const text = overview(summary, messages.length, occasion);
  return {
    message: { text, blocks: [section(text), ...toSecretariat.flatMap(({ content }) => content().message.blocks)] },
    details: messages.map(addressed),
    json: {
      messages: outgoingJson(paaminnelserJob, occasion, messages),
      unmapped: summary.unmapped,
      secretariat: outgoingJson(paaminnelserJob, occasion, toSecretariat),
    },
  };
}

function overview({ silent, unmapped }: ReminderSummary, count: number, { model, now, channels }: Occasion): string {
  if (silent === 'outdated') return `${outdatedText(judgeModel(model, now))} Ingen påminnelser sendes.`;
  if (silent === 'quiet') return 'Rolig periode i Innstillinger: ingen påminnelser i dag.';
  const { innstillinger } = model;
  const instead = channels.summary === null ? '' : ' Påminnelsene til dem går i kanalen.';
  const unreachable =
    unmapped.length > 0
      ? ` ${antall(unmapped.length, 'enhet', 'enheter')} mangler Slack-id og e-post i Kontakter.${instead}`
      : '';
  if (count > 0)
    return `${antall(count, 'påminnelse er klar', 'påminnelser er klare')} for i dag. Ingenting er sendt herfra.${unreachable}`;
  if (!isWorkingDay(now.day))
    return `I dag er ${ukedag(now.day)}, en fridag. Påminnelser sendes på arbeidsdager.${unreachable}`;
  if (!isReminderDay(now.day, innstillinger))
    return `I dag er ${ukedag(now.day)}. Påminnelser sendes ${dayNames(innstillinger.paaminnelser.weekdays)}.${unreachable}`;
  return `Ingen påminnelser i dag.${unreachable}`;
}

/** A reminder with its addressee on top, for reading in the terminal. */
function addressed({ to, content }: Outgoing): Message {
  const { message } = content();
  return { ...message, blocks: [section(`*Til ${shortCell(to.name, 200)}*`), ...message.blocks] };
}
