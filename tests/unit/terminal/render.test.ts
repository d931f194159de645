import { describe, expect, it } from 'vitest';
import { context, header, listSection, type Message, section } from '#src/message/message.ts';
import { renderMessage } from '#src/terminal/render.ts';

const plain = (message: Message) => renderMessage(message, { colour: false });

describe('a message in a terminal', () => {
  it('is its blocks, one after another', () => {
    const blocks = [header('Tiltak & <frister>'), context('lest 08:00'), section('1.1 Mandat')];

    expect(plain({ text: 'Tiltak', blocks })).toBe('Tiltak & <frister>\nlest 08:00\n1.1 Mandat');
  });

  it('is its text when there are no blocks', () => {
    expect(plain({ text: 'Bare &lt;tekst&gt;', blocks: [] })).toBe('Bare <tekst>');
  });

  it('has its lines under their heading', () => {
    expect(plain({ text: '', blocks: [listSection('Uten frist (2)', ['5.8 · 5.9', '7.1'])] })).toMatch(
      /^Uten frist \(2\)\n {2}5\.8 · 5\.9\n {2}7\.1$/,
    );
  });

  it('has no buttons, since there is nothing to press', () => {
    const button = { type: 'button', action_id: 'del', text: { type: 'plain_text', text: 'Del' } } as const;

    expect(plain({ text: '', blocks: [section('7 ledige'), { type: 'actions', elements: [button] }] })).toBe(
      '7 ledige',
    );
  });

  it('says the same with and without colour', () => {
    const message = { text: '', blocks: [header('Tiltak'), context('lest 08:00'), section('*Frist* 1. mai')] };

    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes are what is looked for.
    const withoutCodes = renderMessage(message, { colour: true }).replace(/\u001b\[\d+m/g, '');
    expect(withoutCodes).toBe(plain(message));
  });
});
