import { availableParallelism } from 'node:os';
import { startSlack } from '../tests/support/slack.ts';
import { measureAnswers } from './answers.ts';
import { startAsker } from './asker.ts';
import { measureColdStart } from './cold.ts';
import type { Measure } from './measure.ts';
import { makePlace } from './place.ts';
import { starter } from './program.ts';
import { measurePlan } from './read-plan.ts';
import { measureReadiness } from './readiness.ts';

const place = makePlace();
const slack = await startSlack();
const asker = await startAsker();
const start = starter(place, slack.apiUrl);

const PARTS: readonly (() => Promise<readonly Measure[]>)[] = [
  measurePlan,
  () => measureColdStart(place),
  () => measureReadiness(start, asker),
  () => measureAnswers(place, start, asker),
];

try {
  const measures: Measure[] = [];
  for (const part of PARTS) {
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

function line({ name, ratio, target, ok, median, baseline, unit }: Measure): string {
  return `${ok ? '✓' : '✗'} ${name}: ${ratio} (at most ${target}), ${median} ${unit} beside ${baseline} ${unit}`;
}
