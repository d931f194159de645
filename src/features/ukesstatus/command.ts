import type { Answer, Command, Question } from '../feature.ts';
import { outgoingJson } from '../outgoing-json.ts';
import { ukesstatusJob, weeklyStatus } from './job.ts';

export const ukesstatusCommand: Command = {
  name: 'ukesstatus',
  slash: null,
  description: 'Ukesstatus, slik den legges i kanalen hver uke',
  usage: '',
  examples: [{ words: '', does: 'ukesstatus som den er nå' }],
  needs: ['handlingsplan'],
  uses: ['kapasitet'],
  withKpi: true,
  withPast: true,
  answer({ model, now, channels, past = null }: Question): Answer {
    const occasion = { model, now, channels, past };
    const status = weeklyStatus(occasion);
    const { message, thread } = status.content();
    return { message, details: thread, json: { messages: outgoingJson(ukesstatusJob, occasion, [status]) } };
  },
};
