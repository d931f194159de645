import type { Answer, Command, Question } from '../feature.ts';
import { judgeModel } from '../judge-model.ts';
import { planNews } from '../plan-news.ts';
import { findUnit } from '../unit.ts';
import { changeable } from './changeable.ts';
import { detailMessage } from './detail-view.ts';
import { tiltakJson } from './json.ts';
import { emptyPlanMessage, listMessage, noSuchMessage, unknownAskerMessage } from './list-view.ts';
import { parseTiltakQuestion, selectTiltak, suggestion, type TiltakQuestion } from './question.ts';

export const tiltakCommand: Command = {
  name: 'tiltak',
  slash: '/tiltak',
  description: 'Tiltakene i handlingsplanen: frist, ansvarlig og status',
  usage: '[forfalt | 5.7 | trondheim | mine | fritekst]',
  examples: [
    { words: '', does: 'alle tiltak, de som haster først' },
    { words: 'forfalt', does: 'tiltak over fristen (også snart, venter, uten frist, uten ansvarlig, uklare, ferdige)' },
    { words: '5.7', does: 'alt om ett tiltak' },
    { words: '5', does: 'tiltakene i aktivitet 5' },
    { words: 'trondheim', does: 'tiltak som en enhet eller kommune har ansvar for' },
    { words: 'mine', does: 'tiltak for enheten din' },
    { words: 'epikrise', does: 'tiltak der ordet står' },
  ],
  needs: ['handlingsplan'],
  uses: [],
  withPast: true,
  answer: answerTiltak,
};

/** Also what the whole plan answers with when somebody asks it for a part. */
export function answerTiltak({ words, model, now, unit, past = null }: Question): Answer {
  const judgement = judgeModel(model, now);
  const asked = parseTiltakQuestion(words, model);
  if (asked.kind === 'mine' && unit === null) {
    return { message: unknownAskerMessage(), json: tiltakJson(model, [], judgement, now) };
  }

  const question: Exclude<TiltakQuestion, { kind: 'mine' }> =
    asked.kind === 'mine' ? { kind: 'unit', unit: unit ?? '' } : asked;
  if (asked.kind === 'mine' && unit !== null && findUnit(unit, model) === null && judgement.tiltak.length > 0) {
    const message = noSuchMessage(unit, suggestion(unit, model), { model, now, judgement });
    return { message, json: tiltakJson(model, [], judgement, now) };
  }
  const shown = selectTiltak(question, judgement.tiltak, model);
  const json = tiltakJson(model, shown, judgement, now);
  const view = { model, now, judgement };
  if (judgement.tiltak.length === 0) return { message: emptyPlanMessage(model, now), json };

  const [only] = shown;
  if (question.kind === 'nr' && shown.length === 1 && only) {
    const slips = planNews(model, now, past).slipsOf(only);
    const status = changeable(only);
    return { message: detailMessage(only, slips, view), json, ...(status ? { changeable: status } : {}) };
  }
  const noSuch =
    shown.length === 0 && (question.kind === 'text' || question.kind === 'nr' || question.kind === 'aktivitet');
  if (noSuch) return { message: noSuchMessage(words, suggestion(words, model), view), json };
  return { message: listMessage(question, shown, view), json };
}
