import { describe, expect, it } from 'vitest';
import { LIMITS, overLimits } from '#src/message/limits.ts';
import { section } from '#src/message/message.ts';
import { RELEASE_ACTION, withReleaseButton } from '#src/message/release-button.ts';

const button = { type: 'actions', elements: [{ type: 'button', action_id: RELEASE_ACTION, value: 'paaminnelser' }] };

describe('the button that sends what a preview shows', () => {
  it('stands last, and carries the job', () => {
    const preview = { text: '3 påminnelser', blocks: [section('Til Lillevik')] };

    expect(withReleaseButton(preview, 'paaminnelser')).toMatchObject({
      text: '3 påminnelser',
      blocks: [section('Til Lillevik'), button],
    });
  });

  it('shows the text as a block when the preview has none, since Slack would hide it', () => {
    const { blocks } = withReleaseButton({ text: '3 påminnelser', blocks: [] }, 'paaminnelser');

    expect(blocks).toMatchObject([section('3 påminnelser'), button]);
  });

  it.each([
    [
      'has as many blocks as Slack takes',
      { text: 'mange', blocks: Array.from({ length: LIMITS.blocks }, () => section('x')) },
    ],
    ['has a text that is too long', { text: 'ord '.repeat(2000), blocks: [section('x')] }],
  ])('is there also when the preview %s', (_, preview) => {
    const message = withReleaseButton(preview, 'paaminnelser');

    expect(overLimits(message)).toEqual([]);
    expect(message.blocks.at(-1)).toMatchObject(button);
  });
});
