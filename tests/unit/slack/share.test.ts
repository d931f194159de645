import { describe, expect, it } from 'vitest';
import { LIMITS } from '#src/message/limits.ts';
import { section } from '#src/message/message.ts';
import { readQuestion, SHARE_ACTION, withShareButton } from '#src/slack/share.ts';

const answer = { text: '7 ledige', blocks: [section('7 ledige')] };

describe('the share button', () => {
  it('carries the question, and reads it back', () => {
    const question = { slash: '/kapasitet', words: '2 rehab nær «Orkland»' };
    const button = withShareButton(answer, question)?.blocks.at(-1);

    expect(button).toMatchObject({ type: 'actions', elements: [{ action_id: SHARE_ACTION }] });
    expect(readQuestion(JSON.stringify(question))).toEqual(question);
  });

  it('shows the text as a block when the answer has none, since Slack would hide it', () => {
    const { blocks } = withShareButton({ text: 'bare tekst', blocks: [] }, { slash: '/kpi', words: '' }) ?? {};

    expect(blocks?.[0]).toEqual(section('bare tekst'));
  });

  it.each([
    ['is too long to travel in a button', 'ord '.repeat(LIMITS.buttonValue / 4)],
    ['holds a birth number', 'Kari 01810750045'],
  ])('is left out when the question %s', (_, words) => {
    expect(withShareButton(answer, { slash: '/tiltak', words })).toBeNull();
  });

  it.each([undefined, '', 'v0:kapasitet', 'null', '{"slash":1,"words":""}', '{"slash":"/kpi"}'])(
    'from another release (%j) is not understood',
    (value) => {
      expect(readQuestion(value)).toBeNull();
    },
  );
});
