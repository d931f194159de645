import { describe, expect, it } from 'vitest';
import { recorder } from '#src/memory/recorder.ts';
import { stateOf } from '#src/memory/state.ts';
import type { Model } from '#src/sheets/model.ts';
import { readModel } from '#src/sheets/read-model.ts';
import { openStore } from '#src/store/open-store.ts';
import { oslo } from '../../support/day.ts';
import { HELSEFELLESSKAP, startFiles, useStores } from '../../support/store.ts';

const stores = useStores(startFiles);
const sources = { handlingsplan: 'planen', kapasitet: 'plassene' };

const PLAN = [
  ['Nr', 'Tiltak', 'Frist', 'Ansvarlig'],
  ['1.1', 'Lage mal', '1.7.2024', 'Teamet'],
];
const PLACES = [
  ['Kommune', 'Kategori', 'Plasser', 'Bemannet', 'Belagt', 'Oppdatert'],
  ['Lillevik', 'rehabilitering', 4, 4, 1, '03.06.2024 07:00'],
];

function aModel(readAt: string, restored: Model['restored'] = []): Promise<Model> {
  const book = (name: string, rows: readonly (readonly (string | number)[])[]) => ({
    tabs: [{ name, rows, merges: [], url: null }],
    version: '1',
  });
  return readModel({
    handlingsplan: book('Handlingsplan', PLAN),
    kapasitet: book('Kapasitet', PLACES),
    withKpi: false,
    readAt: oslo(readAt),
    examples: [],
    restored,
  });
}

async function aRecorder() {
  let url = await stores.fresh();
  const state = stateOf(() => openStore({ url }));
  return {
    state,
    recorder: recorder(state, HELSEFELLESSKAP, sources),
    async loseState() {
      url = await stores.fresh();
      await state.discard();
    },
    async days() {
      const rows = await (await state.get()).history.kapasitet('plassene', '2024-01-01', '2024-12-31');
      return rows.map(({ day }) => day);
    },
  };
}

describe('what a reading shows', () => {
  it('is noted under the day it was read, not the day somebody asked', async () => {
    const { recorder: history, state, days } = await aRecorder();

    await history.note(await aModel('2024-06-03T23:50'));

    expect(await days()).toEqual(['2024-06-03']);
    expect((await history.past())?.records).toMatchObject([{ nr: '1.1', at: oslo('2024-06-03T23:50').ms }]);
    await state.close();
  });

  it('is noted for each day it is still so', async () => {
    const { recorder: history, state, days } = await aRecorder();
    const model = await aModel('2024-06-03T08:00');

    await history.note(model);
    await history.note(Object.create(model, { readAt: { value: oslo('2024-06-04T08:00') } }));

    expect(await days()).toEqual(['2024-06-03', '2024-06-04']);
    expect((await history.past())?.records).toHaveLength(1);
    await state.close();
  });

  it('is not noted anew when it is what the state itself had kept', async () => {
    const { recorder: history, state, days } = await aRecorder();

    await history.note(await aModel('2024-06-03T08:00', ['handlingsplan', 'kapasitet']));

    expect(await days()).toEqual([]);
    expect((await history.past())?.records).toEqual([]);
    await state.close();
  });

  it('is noted again in a state that has taken the place of one that was lost', async () => {
    const { recorder: history, state, days, loseState } = await aRecorder();
    const model = await aModel('2024-06-03T08:00');
    await history.note(model);
    await loseState();

    await history.note(model);

    expect(await days()).toEqual(['2024-06-03']);
    await state.close();
  });
});
