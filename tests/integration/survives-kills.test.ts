import { describe } from 'vitest';
import { useDatabases } from '../support/survival/databases.ts';
import { itSurvivesDeathAtFirstStart } from '../support/survival/first-start.ts';
import { describeTwoInstances } from '../support/survival/instances.ts';
import { itTellsTheSameNews } from '../support/survival/news.ts';
import { itSurvivesRandomKills } from '../support/survival/random.ts';
import { useScenes } from '../support/survival/scene.ts';
import { describeSteps, SENDINGS } from '../support/survival/steps.ts';
import { describeBotAndKjor, describeTwoBots } from '../support/survival/together.ts';

const database = useDatabases();
const aScene = useScenes();

// At the same time, since most of it is waiting for dead processes' leases to run out.
describe.concurrent('in short', { timeout: 120_000 }, () => {
  describeTwoInstances(aScene, database, {
    periods: 8,
    units: [
      { name: 'Personen', meeting: 'person', tiltak: 1 },
      { name: 'Kanalen', meeting: 'channel', tiltak: 2 },
      { name: 'Enheten', meeting: 'email', tiltak: 1 },
    ],
    deaths: new Map([[3, 3]]),
  });
  itSurvivesRandomKills(aScene, 25);
  describeSteps(aScene, SENDINGS);
  itTellsTheSameNews(aScene);
  describeTwoBots(aScene, database);
  describeBotAndKjor(aScene);
  itSurvivesDeathAtFirstStart(aScene, 4);
});
