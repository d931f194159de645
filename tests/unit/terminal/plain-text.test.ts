import { describe, expect, it } from 'vitest';
import { escapeMrkdwn } from '#src/message/message.ts';
import { plainText } from '#src/terminal/plain-text.ts';

describe('Slack’s markup in a terminal', () => {
  it.each([
    ['*Over fristen (8)*', 'Over fristen (8)'],
    ['<https://docs.google.com/x#gid=0&range=B2|Handlingsplan!B2>', 'Handlingsplan!B2'],
    ['se *1.1*, *2.1* og «*3.1*»', 'se 1.1, 2.1 og «3.1»'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a &lt; b &amp; c &gt; d', 'a < b & c > d'],
    ['&amp;lt;', '&lt;'],
    ['skriv `/tiltak`', 'skriv `/tiltak`'],
    ['farlig \u001b[31mrødt\u0007 \u009b2J', 'farlig [31mrødt 2J'],
    ['linje\nlinje\tinnrykk', 'linje\nlinje\tinnrykk'],
  ])('%j', (mrkdwn, text) => {
    expect(plainText(mrkdwn, { colour: false })).toBe(text);
  });

  it('is bold where a terminal can show it', () => {
    expect(plainText('*Frist* 1. mai', { colour: true })).toBe('\u001b[1mFrist\u001b[22m 1. mai');
  });

  it.each(['<!channel>', 'R&D < 5 > 2', '&amp;'])('shows a cell as it was written: %s', (cell) => {
    expect(plainText(escapeMrkdwn(cell), { colour: false })).toBe(cell);
  });
});
