import type { Answer, Command, Question } from '../feature.ts';
import { outgoingJson } from '../outgoing-json.ts';
import { weeklyStatus } from './job.ts';

export const ukesstatusCommand: Command = {
  name: 'ukesstatus',
  slash: null,
  description: 'Ukesstatus, slik den legges i kanalen mandag morgen',
  usage: '',
  examples: [{ words: '', does: 'ukesstatus som den er nå' }],
  needs: ['handlingsplan'],
  uses: ['kapasitet'],
  withKpi: true,
  answer({ model, now, channels }: Question): Answer {
    const status = weeklyStatus(model, now, channels);
    return { message: status.message, details: status.thread, json: { messages: outgoingJson([status]) } };
  },
};
