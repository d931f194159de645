import { describe, expect, it } from 'vitest';
import { stateOf } from '#src/memory/state.ts';
import { openStore } from '#src/store/open-store.ts';
import { type Store, StoreError } from '#src/store/store.ts';
import { startFiles, useStores } from '../../support/store.ts';

const stores = useStores(startFiles);

describe('the state', () => {
  it('is opened once, by whoever asks first', async () => {
    const url = await stores.fresh();
    let opened = 0;
    const state = stateOf(() => {
      opened += 1;
      return openStore({ url });
    });

    const [one, other] = await Promise.all([state.get(), state.get()]);

    expect(one).toBe(other);
    expect(opened).toBe(1);
    await state.close();
  });

  it('that cannot be opened is tried again by the next one who asks', async () => {
    const url = await stores.fresh();
    let away = true;
    const state = stateOf(async () => {
      if (away) throw new StoreError('unreachable', 'Databasen svarer ikke.');
      return openStore({ url });
    });
    await expect(state.get()).rejects.toMatchObject({ trouble: 'unreachable' });
    away = false;

    await (await state.get()).check();

    await state.close();
  });

  it('is opened anew when it was let go of, and then it is known that there was one', async () => {
    const url = await stores.fresh();
    const told: boolean[] = [];
    const state = stateOf((hadState) => {
      told.push(hadState);
      return openStore({ url, hadState });
    });
    const first = await state.get();

    await state.discard();
    const second = await state.get();

    expect(second).not.toBe(first);
    expect(told).toEqual([false, true]);
    await state.close();
  });

  it('that was let go of before it failed to open, is not missed by the one opened since', async () => {
    const url = await stores.fresh();
    const first = Promise.withResolvers<Store>();
    const opening = [first.promise, openStore({ url })];
    const state = stateOf(() => opening.shift() ?? openStore({ url }));
    const failed = expect(state.get()).rejects.toMatchObject({ trouble: 'unreachable' });
    const letGo = state.discard();

    const second = await state.get();
    first.reject(new StoreError('unreachable', 'Databasen svarer ikke.'));
    await Promise.all([failed, letGo]);

    expect(await state.get()).toBe(second);
    await state.close();
  });

  it('is not opened any more when it is closed', async () => {
    const url = await stores.fresh();
    const state = stateOf(() => openStore({ url }));
    const store = await state.get();

    await state.close();

    await expect(state.get()).rejects.toBeInstanceOf(StoreError);
    await expect(store.check()).rejects.toBeInstanceOf(StoreError);
  });
});
