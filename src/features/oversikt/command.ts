import type { Answer, Command, Question } from '../feature.ts';
import { judgeModel } from '../judge-model.ts';
import { answerTiltak } from '../tiltak/command.ts';
import { tiltakJson } from '../tiltak/json.ts';
import { oversiktMessage } from './view.ts';

export const oversiktCommand: Command = {
  name: 'handlingsplan',
  slash: '/handlingsplan',
  description: 'Hele handlingsplanen, aktivitet for aktivitet',
  usage: '[aktivitet]',
  examples: [
    { words: '', does: 'hele planen, én linje per tiltak' },
    { words: '5', does: 'aktivitet 5' },
  ],
  needs: ['handlingsplan'],
  uses: [],
  withPast: true,
  answer(question: Question): Answer {
    // «/handlingsplan 5» is a question about a part of it.
    if (question.words !== '') return answerTiltak(question);
    const { model, now } = question;
    const judgement = judgeModel(model, now);
    const json = tiltakJson(model, judgement.tiltak, judgement, now);
    return { message: oversiktMessage({ model, now, judgement }), json };
  },
};
