import { describe, expect, it } from 'vitest';
import { header, section } from '#src/message/message.ts';
import { blockProblems, tooLongTogether } from '../support/slack/block-kit.ts';
import { aSlack } from '../support/slack/caller.ts';
import { ASKER, CHANNEL, type SlackObject } from '../support/slack/workspace.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const input = (element: SlackObject) => [{ type: 'input', label: plain('Frist'), element }];
const table = (rows: number, cells: number, text = 'x') => ({
  type: 'table',
  rows: Array.from({ length: rows }, () => Array.from({ length: cells }, () => ({ type: 'raw_text', text }))),
});
const chart = (more: SlackObject) => ({ type: 'data_visualization', title: 'Døgn', chart: more });
const point = (label: string, value = 1) => ({ label, value });

describe('Block Kit', () => {
  const button = (more: SlackObject) => ({ type: 'button', text: { type: 'plain_text', text: 'Vis' }, ...more });

  it.each([
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' }))],
    ['a block for modals only', [{ type: 'alert', text: { type: 'plain_text', text: 'x' } }]],
    ['an unknown block', [{ type: 'tabell' }]],
    ['an empty text', [section('')]],
    ['a long header', [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }]],
    ['markup in a header', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }]],
    ['an empty section', [{ type: 'section' }]],
    ['eleven context elements', [{ type: 'context', elements: Array.from({ length: 11 }, () => section('x').text) }]],
    ['a long button value', [{ type: 'actions', elements: [button({ value: 'x'.repeat(2001) })] }]],
    ['an unknown button style', [{ type: 'actions', elements: [button({ style: 'blue' })] }]],
    [
      'the same action twice',
      [{ type: 'actions', elements: [button({ action_id: 'a' }), button({ action_id: 'a' })] }],
    ],
    ['26 buttons', [{ type: 'actions', elements: Array.from({ length: 26 }, () => button({})) }]],
    ['a picture without a text for those who cannot see it', [{ type: 'image', image_url: 'https://prove.example' }]],
    ['a field to fill in', input({ type: 'plain_text_input' })],
    ['101 rows', [table(101, 2)]],
    ['21 cells in a row', [table(1, 21)]],
    ['more than 10 000 characters in a table', [table(10, 2, 'x'.repeat(501))]],
    ['a table of data that has only headings', [{ ...table(1, 2), type: 'data_table', caption: 'Døgn' }]],
    ['a chart of nothing', [chart({ type: 'pie', segments: [] })]],
    ['a chart with an empty slice', [chart({ type: 'pie', segments: [point('a', 0)] })]],
    [
      'a chart that lacks a point',
      [chart({ type: 'line', series: [{ name: 'a', data: [point('1')] }], axis_config: { categories: ['1', '2'] } })],
    ],
    ['three charts', Array.from({ length: 3 }, () => chart({ type: 'pie', segments: [point('a')] }))],
    ['too deep a block', [{ type: 'container', child_blocks: [section('')] }]],
    ['the same block_id twice', [section('a'), section('b')].map((block) => ({ ...block, block_id: 'x' }))],
  ])('refuses %s', (_, blocks) => {
    expect(blockProblems(blocks)).toHaveLength(1);
  });

  it('takes all the text that users have seen Slack take, and no more', () => {
    const blocks = (length: number) => Array.from({ length: 4 }, () => section('x'.repeat(length / 4)));

    expect(tooLongTogether(blocks(9596))).toBe(false);
    expect(tooLongTogether(blocks(9600))).toBe(true);
  });
});

it('takes what it may of each', () => {
  const blocks = [
    header('Ukesstatus'),
    table(100, 2),
    chart({ type: 'pie', segments: [point('a')] }),
    { type: 'container', width: 'wide', child_blocks: [section('x')] },
    { type: 'markdown', text: '**x**' },
  ];

  expect(blockProblems(blocks)).toEqual([]);
});

it('takes one table in a message', async () => {
  const { call } = await aSlack();
  const blocks = [table(2, 2), table(2, 2)];

  expect(await call('chat.postMessage', { channel: CHANNEL, text: 'x', blocks })).toMatchObject({
    error: 'invalid_attachments',
    response_metadata: { messages: ['[ERROR] only_one_table_allowed'] },
  });
});

describe('blocks.validate', () => {
  it('says all that is wrong, with what would be right', async () => {
    const { call } = await aSlack();
    const blocks = [{ type: 'section', text: { type: 'invalid', text: 'x' } }];

    expect(await call('blocks.validate', { blocks })).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [
        {
          code: 'failed_constraint',
          message: 'unsupported type: invalid',
          pointer: '/0/text/type',
          constraint: { type: 'enum', expected: ['plain_text', 'mrkdwn'] },
        },
      ],
    });
  });

  it.each([
    ['nothing', {}],
    ['two things', { blocks: [], message: {} }],
  ])('does not take %s', async (_, args) => {
    const { call } = await aSlack();

    expect(await call('blocks.validate', args)).toMatchObject({ error: 'invalid_arguments' });
  });
});

describe('a modal', () => {
  const modal = (more: SlackObject = {}) => ({ type: 'modal', title: plain('Velg'), blocks: [section('x')], ...more });

  it('opens with a trigger, once, within three seconds', async () => {
    const { slack, call } = await aSlack();
    const trigger_id = slack.trigger(ASKER);
    const late = slack.trigger(ASKER);

    expect(await call('views.open', { trigger_id, view: modal() })).toMatchObject({
      ok: true,
      view: { type: 'modal' },
    });
    expect(await call('views.open', { trigger_id, view: modal() })).toMatchObject({ error: 'exchanged_trigger_id' });
    slack.clock.advance(3001);
    expect(await call('views.open', { trigger_id: late, view: modal() })).toMatchObject({
      error: 'expired_trigger_id',
    });
  });

  it('has at most two above it, and changes only for one who has seen it last', async () => {
    const { slack, call } = await aSlack();
    const ids: string[] = [];
    const errors: unknown[] = [];
    for (const method of ['views.open', 'views.push', 'views.push', 'views.push']) {
      const trigger_id = slack.trigger(ASKER, ids.at(-1) ?? null);
      const { view, error } = await call(method, { trigger_id, view: modal() });
      if (view) ids.push(String((view as SlackObject).id));
      errors.push(error);
    }

    expect(errors).toEqual([undefined, undefined, undefined, 'push_limit_reached']);
    const change = { view_id: ids[0], view: modal(), hash: 'gammel' };
    expect(await call('views.update', change)).toMatchObject({ error: 'hash_conflict' });
  });

  it.each([
    ['a title of 25 characters', { title: plain('x'.repeat(25)) }],
    ['a table', { blocks: [table(2, 2)] }],
    ['something to fill in and no button for it', { blocks: input({ type: 'plain_text_input' }) }],
    ['101 blocks', { blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }],
    ['3 001 characters to remember', { private_metadata: 'x'.repeat(3001) }],
  ])('cannot have %s', async (_, more) => {
    const { slack, call } = await aSlack();

    const answer = await call('views.open', { trigger_id: slack.trigger(ASKER), view: modal(more) });

    expect(answer).toMatchObject({ error: 'invalid_arguments', response_metadata: { messages: [expect.any(String)] } });
  });
});
