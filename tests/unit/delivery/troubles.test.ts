import { expect, it } from 'vitest';
import { createTroubleDesk } from '#src/delivery/troubles.ts';
import { MORNING } from '../../support/delivery.ts';
import { steppingTime } from '../../support/real-time.ts';
import { HELSEFELLESSKAP, startFiles, useStores } from '../../support/store.ts';

const stores = useStores(startFiles);

it('a trouble that two notice at the same time has begun once, and is ended by the time it began', async () => {
  const time = steppingTime(MORNING.ms);
  const { troubles, outbox } = await stores.open({ time });
  const heard: string[] = [];
  const desk = (name: string) =>
    createTroubleDesk({
      helsefellesskap: HELSEFELLESSKAP,
      troubles,
      admin: 'CADMIN',
      time,
      events: {
        posted() {},
        found() {},
        notPosted() {},
        closed() {},
        trouble: (key, what) => void heard.push(`${name}: ${what} ${key}`),
      },
    });
  const [one, other] = [desk('one'), desk('other')];
  await Promise.all([one.load(), other.load()]);

  await one.begin('jobb:ukesstatus', {});
  await time.sleep(1000);
  await other.begin('jobb:ukesstatus', {});
  expect(other.open()).toEqual([]);

  await other.load();
  await other.end('jobb:ukesstatus');
  expect(heard).toEqual(['one: began jobb:ukesstatus', 'other: ended jobb:ukesstatus']);
  const alerts = await outbox.due({ helsefellesskap: HELSEFELLESSKAP }, time.now(), 9);
  const [began] = alerts;
  expect(alerts).toHaveLength(1);
  if (began) expect((await other.told(began))?.troubles).toMatchObject([{ beganAt: MORNING.ms }]);
  expect(await outbox.count({ helsefellesskap: HELSEFELLESSKAP })).toEqual({ planned: 2 });
});
