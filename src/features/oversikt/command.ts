import type { Answer, Command, Question } from '../feature.ts';
import { judgeModel } from '../judge-model.ts';
import { tiltakJson } from '../tiltak/json.ts';
import { oversiktMessage } from './view.ts';

export const oversiktCommand: Command = {
  name: 'handlingsplan',
  slash: '/handlingsplan',
  description: 'Hele handlingsplanen, aktivitet for aktivitet',
  usage: '',
  examples: [{ words: '', does: 'hele planen, én linje per tiltak' }],
  needs: ['handlingsplan'],
  uses: [],
  answer({ model, now }: Question): Answer {
    const judgement = judgeModel(model, now);
    const json = tiltakJson(model, judgement.tiltak, judgement, now);
    return { message: oversiktMessage({ model, now, judgement }), json };
  },
};
