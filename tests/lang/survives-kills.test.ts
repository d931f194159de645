import { describe } from 'vitest';
import { useDatabases } from '../support/survival/databases.ts';
import { itSurvivesDeathAtFirstStart } from '../support/survival/first-start.ts';
import { describeTwoInstances } from '../support/survival/instances.ts';
import { itTellsTheSameNews } from '../support/survival/news.ts';
import { itSurvivesRandomKills } from '../support/survival/random.ts';
import { useScenes } from '../support/survival/scene.ts';
import { BOT_SENDINGS, describeSteps, MORE_SENDINGS, SENDINGS } from '../support/survival/steps.ts';
import { describeBotAndKjor, describeTwoBots, itTakesOver } from '../support/survival/together.ts';
import { ONE_REPLY } from '../support/survival/units.ts';

const database = useDatabases();
const aScene = useScenes();

// At the same time, since most of it is waiting for dead processes' leases to run out.
describe.concurrent('in full', () => {
  itSurvivesRandomKills(aScene, 200);
  describeTwoInstances(aScene, database, {
    periods: 50,
    units: [
      { name: 'Personen', meeting: 'person', tiltak: 1 },
      { name: 'Kanalen', meeting: 'channel', tiltak: ONE_REPLY },
      { name: 'Enheten', meeting: 'email', tiltak: 2 },
    ],
    deaths: new Map([
      [0, 2],
      [10, 1],
      [20, 2],
      [30, 3],
      [40, 4],
    ]),
  });
  itTakesOver(aScene, database);
  describeSteps(aScene, [...SENDINGS, ...MORE_SENDINGS, ...BOT_SENDINGS]);
  itSurvivesDeathAtFirstStart(aScene, 40);
  itTellsTheSameNews(aScene);
  describeTwoBots(aScene, database);
  describeBotAndKjor(aScene);
});
