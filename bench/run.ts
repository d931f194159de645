import { availableParallelism } from 'node:os';
import { startSlack } from '../tests/support/slack/slack.ts';
import { measureAnswers } from './answers.ts';
import { startAsker } from './asker.ts';
import { measureColdStart } from './cold.ts';
import { measureDelivery } from './delivery.ts';
import { measureEndurance } from './endurance.ts';
import { measureGoogleLoading } from './google-loading.ts';
import type { Measure } from './measure.ts';
import { measureNews } from './news.ts';
import { makePlace } from './place.ts';
import { starter } from './program.ts';
import { measurePlan } from './read-plan.ts';
import { measureReadiness } from './readiness.ts';
import { measureRefresh } from './refresh.ts';

const place = makePlace();
const slack = await startSlack();
const asker = await startAsker();
const start = starter(place, slack.apiUrl);

type Part = () => Promise<readonly Measure[]>;
const PARTS: readonly Part[] = [
  measurePlan,
  () => measureColdStart(place),
  () => measureReadiness(start, asker),
  () => measureAnswers(place, start, asker),
  () => measureDelivery(place),
  () => measureGoogleLoading(place),
  measureRefresh,
  measureNews,
];
/** What takes several minutes: `npm run bench -- --lang`. */
const LONG_PARTS: readonly Part[] = [() => measureEndurance(place)];

try {
  const measures: Measure[] = [];
  for (const part of process.argv.includes('--lang') ? LONG_PARTS : PARTS) {
    const found = await part();
    measures.push(...found);
    for (const measure of found) process.stderr.write(`${line(measure)}\n`);
  }
  const report = { node: process.version, cpus: availableParallelism(), measures };
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
} finally {
  asker.close();
  await slack.stop();
  place.remove();
}

function line({ name, ratio, target, ok, median, baseline, unit, points }: Measure): string {
  const limit = target === null ? '' : ` (at most ${target})`;
  const beside = unit === 'commits' ? `${baseline} messages` : `${baseline} ${unit}`;
  const onTheWay = points ? `: ${points.map((point) => point.toFixed(1)).join(', ')}` : '';
  return `${ok ? '✓' : '✗'} ${name}: ${ratio}${limit}, ${median} ${unit} beside ${beside}${onTheWay}`;
}
