import { isoMoment } from '#src/domain/day.ts';
import type { KpiResult } from '#src/domain/kpi-result.ts';
import { kpiContract } from '#src/sheets/kpi.ts';
import type { Answer, Command, Question } from '../feature.ts';
import { detailMessage } from './detail-view.ts';
import { overviewMessage } from './overview-view.ts';
import { noKpiMessage, unknownKpiMessage } from './plain-view.ts';
import { parseKpiQuestion } from './question.ts';
import { kpiResults } from './results.ts';
import { kpiFaults, summariseKpis } from './summary.ts';

export const kpiCommand: Command = {
  name: 'kpi',
  slash: '/kpi',
  description: 'KPI-ene mot målene, og hvem som ikke har rapportert',
  usage: '[nr]',
  examples: [
    { words: '', does: 'alle KPI-ene mot målene' },
    { words: '3', does: 'én KPI, med tallene bak' },
  ],
  needs: ['handlingsplan'],
  uses: [],
  withKpi: true,
  otherTabs: true,
  answer: answerKpi,
};

function answerKpi({ words, model, now }: Question): Answer {
  const all = kpiResults(model, now);
  const json = (kpi: readonly KpiResult[]) => ({ asOf: isoMoment(now), kpi, faults: kpiFaults(model) });
  if (all.length === 0) return { message: noKpiMessage(model.missingTabs.includes(kpiContract.name)), json: json([]) };

  const question = parseKpiQuestion(words, all);
  switch (question.kind) {
    case 'all':
      return { message: overviewMessage(summariseKpis(all, model, now), model, now), json: json(all) };
    case 'some':
      return {
        message: overviewMessage(summariseKpis(question.results, model, now), model, now),
        json: json(question.results),
      };
    case 'one':
      return { message: detailMessage(question.result, model, now), json: json([question.result]) };
    case 'unknown': {
      const { suggestion } = question;
      return {
        message: unknownKpiMessage(question.words, suggestion, all),
        json: { ...json([]), suggestion: suggestion?.nr ?? null },
      };
    }
  }
}
