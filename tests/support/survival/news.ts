import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killedAt, type Step } from './deaths.ts';
import { delivered } from './life.ts';
import { keyOf } from './said-once.ts';
import { MONDAY, type Scenes } from './scene.ts';
import { bookOfUnits, TWO_REPLIES } from './units.ts';

const WEEK_BEFORE = '2024-05-27T08:00';
const HEAD = 'standard:ukesstatus:2024-W23:kanalen';

interface DeathAt {
  readonly step: Step;
  readonly key: string;
}

/** While the first reply is sent, the channel has heard the message, and the state knows. */
const DEATHS: readonly DeathAt[] = [
  { step: 'done by Slack, and not answered', key: HEAD },
  { step: 'begun, and not done by Slack', key: `${HEAD}:1` },
];

export function itTellsTheSameNews(aScene: Scenes): void {
  it('what is new since last time is told as if nothing had happened, when whoever began to tell it is killed', async () => {
    const [undisturbed, ...disturbed] = await Promise.all([null, ...DEATHS].map((death) => weekAfter(aScene, death)));

    expect(JSON.stringify(undisturbed)).toContain('Nytt siden sist');
    expect(disturbed).toEqual(DEATHS.map(() => undisturbed));
  });
}

/** What the channel hears in a week when deadlines have been moved: each message whole, with its key. */
async function weekAfter(aScene: Scenes, death: DeathAt | null) {
  const unit = { name: 'Enheten', meeting: 'person', tiltak: TWO_REPLIES } as const;
  const scene = await aScene({ units: [unit] });
  await scene.kjor('ukesstatus', WEEK_BEFORE).end;
  const said = scene.slack.posts.length;
  for (const [name, content] of Object.entries(bookOfUnits([{ ...unit, tidsrom: '15.5.24' }]))) {
    await writeFile(join(scene.book, name), content);
  }

  if (death) await killedAt(death.step, death.key, scene.kjor('ukesstatus', MONDAY), scene.slack);
  expect(delivered(await scene.kjor('ukesstatus', MONDAY).end)).toMatchObject({ failed: 0 });
  return scene.slack.posts.slice(said).map((post) => ({ key: keyOf(post), text: post.text, blocks: post.blocks }));
}
