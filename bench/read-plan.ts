import { momentInOslo, parseIsoDay } from '#src/domain/day.ts';
import { judgeModel } from '#src/features/judge-model.ts';
import { readModel } from '#src/sheets/read-model.ts';
import type { Snapshot } from '#src/workbook/workbook.ts';
import { inventedPlan } from './invented-plan.ts';
import { compare, inTurns, type Measure, timed } from './measure.ts';

const LARGE = 10_000;
const SMALL = 1000;

/** Reading a plan and judging it, from cells in memory, beside taking the same cells out of JSON. */
export async function measurePlan(): Promise<readonly Measure[]> {
  const [large, small] = [inventedPlan(LARGE), inventedPlan(SMALL)];
  const json = JSON.stringify(large.tabs);
  const costs = await inTurns(
    {
      parse: () => timed(() => JSON.parse(json)),
      large: () => timed(() => readAndJudge(large, LARGE)),
      small: () => timed(() => readAndJudge(small, SMALL)),
    },
    { runs: 25, warmUp: 8 },
  );
  return [
    compare({ name: 'read and judge 10 000 tiltak', target: 25, unit: 'ms', bot: costs.large, baseline: costs.parse }),
    compare({ name: '10 000 tiltak beside 1 000', target: 13, unit: 'ms', bot: costs.large, baseline: costs.small }),
  ];
}

/** As a new version each time: one that has been read is not read again. */
async function readAndJudge(handlingsplan: Snapshot, expected: number): Promise<void> {
  const model = await readModel({
    handlingsplan: { ...handlingsplan },
    kapasitet: null,
    withKpi: false,
    readAt: NOW,
    examples: [],
  });
  const { tiltak } = judgeModel(model, NOW);
  // The model reads what it is asked for; an answer about the plan asks for its faults, too.
  if (tiltak.length !== expected || model.planFaults.length === 0)
    throw new Error(`${tiltak.length} of ${expected} tiltak were judged`);
}

const MORNING = 8 * 60;
const NOW = momentInOslo(day('2024-06-03'), MORNING);

function day(text: string) {
  const found = parseIsoDay(text);
  if (found === null) throw new Error(`${text} is no day`);
  return found;
}
