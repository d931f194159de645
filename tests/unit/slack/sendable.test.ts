import { describe, expect, it } from 'vitest';
import { LIMITS } from '#src/message/limits.ts';
import { header, section } from '#src/message/message.ts';
import { sendable } from '#src/slack/sendable.ts';
import { blockProblems, tooLongTogether } from '../../support/slack/block-kit.ts';

const full = { text: 'full', blocks: [header('Full'), section('x'.repeat(LIMITS.sectionText))] };
const plain = { text: 'kort', blocks: [section('kort')] };

describe('what may be sent to Slack', () => {
  it('is the fullest version that keeps the limits', () => {
    const tooMuch = { text: 'for mye', blocks: [section('x'.repeat(LIMITS.sectionText + 1))] };

    expect(sendable(full, plain)).toMatchObject({ text: 'full', blocks: full.blocks });
    expect(sendable(tooMuch, plain)).toMatchObject({ text: 'kort' });
  });

  it.each([
    ['too many blocks', { text: 'tekst', blocks: Array.from({ length: 51 }, () => section('x')) }],
    ['too much text in all', { text: 'tekst', blocks: Array.from({ length: 4 }, () => section('x'.repeat(2900))) }],
    ['an empty block', { text: 'tekst', blocks: [section('')] }],
  ])('is the text alone, when every version has %s', (_, message) => {
    expect(blockProblems(message.blocks).length > 0 || tooLongTogether(message.blocks)).toBe(true);
    expect(sendable(message)).toMatchObject({ text: 'tekst', blocks: [] });
  });

  it('is a text that is cut at a word, when even that is too long', () => {
    const { text } = sendable({ text: 'ord '.repeat(2000), blocks: [] });

    expect(text.length).toBeLessThanOrEqual(LIMITS.text);
    expect(text.endsWith('ord…')).toBe(true);
  });

  it('holds no birth number in text, blocks or button values', () => {
    const birthNumber = '01810750045';
    const button = { type: 'button', text: { type: 'plain_text', text: 'Vis' }, value: birthNumber } as const;
    const sent = sendable({
      text: birthNumber,
      blocks: [section(birthNumber), { type: 'actions', elements: [button] }],
    });

    expect(JSON.stringify(sent)).not.toContain(birthNumber);
  });
});
