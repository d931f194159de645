import type { Answer, Command, Question } from '../feature.ts';
import { sjekkDetails, sjekkMessage } from './view.ts';

export const sjekkCommand: Command = {
  name: 'sjekk',
  slash: null,
  description: 'Hvordan boten leser arkene, og hva som bør rettes',
  usage: '',
  examples: [{ words: '', does: 'hvordan fanene leses, og feil å rette' }],
  needs: ['handlingsplan', 'kapasitet'],
  uses: [],
  withKpi: true,
  answersAnything: true,
  answer({ model, now }: Question): Answer {
    return {
      message: sjekkMessage(model, now),
      details: sjekkDetails(model),
      json: {
        sheets: model.tabs,
        missing: model.missingTabs,
        unused: model.unusedTabs,
        faults: model.faults,
      },
      toMend: model.faults.length > 0,
    };
  },
};
