import { describe, expect, it } from 'vitest';
import { sceneWith } from '../support/google/scene.ts';

const plan = {
  name: 'Plan',
  rows: [
    ['Nr', 'Frist'],
    ['1.2', { serial: 45_444 }],
    ['1.1', null],
  ],
};

/** What tests lean on when they let people edit behind the bot's back. */
describe('a person', () => {
  it('types as one does in a Norwegian sheet', async () => {
    const { ola } = await sceneWith([plan]);
    ola.type('Plan!B3', '1.5.24');
    ola.type('Plan!C3', '1,5');

    expect(ola.read('Plan')[2]).toEqual(['1.1', { serial: 45_413 }, 1.5]);
  });

  it('clears, sets and notes', async () => {
    const { ola } = await sceneWith([plan]);
    ola.clear('Plan!A2:B2');
    ola.set('Plan!A3', { person: 'kari@kommune.example', shown: 'Kari' });
    ola.note('Plan!A3', 'Ny fra august');

    expect(ola.read('Plan')).toEqual([['Nr', 'Frist'], [], ['Kari']]);
    expect(ola.at('Plan!A3')).toMatchObject({ note: 'Ny fra august', userEnteredValue: { stringValue: '@' } });
  });

  it('puts in, takes out, moves and sorts rows', async () => {
    const { ola } = await sceneWith([plan]);
    const numbers = () => ola.read('Plan').map(([nr]) => nr);

    ola.sort('Plan', 0);
    expect(numbers()).toEqual(['Nr', '1.1', '1.2']);
    ola.insertRows('Plan', 1, 2);
    expect(numbers()).toEqual(['Nr', undefined, undefined, '1.1', '1.2']);
    ola.moveRows('Plan', 3, 1, 1);
    expect(numbers()).toEqual(['Nr', '1.1', undefined, undefined, '1.2']);
    ola.deleteRows('Plan', 2, 2);
    expect(numbers()).toEqual(['Nr', '1.1', '1.2']);
  });

  it('puts in and takes out columns', async () => {
    const { ola } = await sceneWith([plan]);
    ola.insertColumns('Plan', 1);
    expect(ola.read('Plan')[0]).toEqual(['Nr', null, 'Frist']);
    ola.deleteColumns('Plan', 0, 2);
    expect(ola.read('Plan')[0]).toEqual(['Frist']);
  });

  it('has tabs come, go and change name', async () => {
    const { ola } = await sceneWith([plan]);
    ola.addTab('Logg', [['linje']]);
    ola.renameTab('Plan', 'Handlingsplan');
    expect(ola.read('Logg')).toEqual([['linje']]);
    ola.deleteTab('Logg');

    expect(ola.book.sheets.map(({ title }) => title)).toEqual(['Handlingsplan']);
  });
});
