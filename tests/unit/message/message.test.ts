import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellLink } from '#src/message/cell-link.ts';
import { cutLines } from '#src/message/cut-lines.ts';
import { LIMITS, overLimits } from '#src/message/limits.ts';
import { context, escapeMrkdwn, header, listSection, section, shortCell } from '#src/message/message.ts';
import { pages } from '#src/message/pages.ts';

describe('a cell in a message', () => {
  it.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['<@U0123456789>', '&lt;@U0123456789&gt;'],
    ['A & B', 'A &amp; B'],
    ['&amp;', '&amp;amp;'],
    ['*viktig*', '∗viktig∗'],
    ['`kode`', 'ˋkodeˋ'],
    ['(*viktig*)', '(∗viktig∗)'],
    ['~strøket~', '∼strøket∼'],
    ['5 * 3', '5 * 3'],
    ['5*3', '5*3'],
    ['pasienter >70 år', 'pasienter &gt;70 år'],
  ])('«%s» is shown and does nothing', (text, shown) => {
    expect(escapeMrkdwn(text)).toBe(shown);
  });

  it('fits its room also when every letter is escaped, and is never cut inside an escape', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '&', '<', ' ', '*', 'å', '😀'), maxLength: 400 }),
        fc.integer({ min: 10, max: 200 }),
        (text, max) => {
          const short = shortCell(text, max);
          expect(short.length).toBeLessThanOrEqual(max);
          expect(short).not.toMatch(/&(?!(?:amp|lt|gt);)/);
          expect(escapeMrkdwn(text).length <= max ? short : '').toBe(
            escapeMrkdwn(text).length <= max ? escapeMrkdwn(text) : '',
          );
        },
      ),
    );
  });
});

describe('a link to a cell', () => {
  const urls = { 'Vår plan!': 'https://docs.google.example/d/1#gid=0' };

  it.each([
    ['Vår plan!!C5', '<https://docs.google.example/d/1#gid=0&range=C5|Vår plan!!C5>'],
    ['Handlingsplan!C5', 'Handlingsplan!C5'],
    ['<b>!C5', '&lt;b&gt;!C5'],
  ])('%s', (cell, link) => {
    expect(cellLink(cell, urls)).toBe(link);
  });
});

describe('cutting lines', () => {
  const more = (left: number) => `… og ${left} til`;

  it.each([
    [['a', 'b', 'c'], 3, 100, ['a', 'b', 'c']],
    [['a', 'b', 'c', 'd'], 3, 100, ['a', 'b', '… og 2 til']],
    [['a', 'b', 'c'], 10, 4, ['a', 'b', '… og 1 til']],
    [['aaaaaaaaaa'], 10, 4, ['… og 1 til']],
    [[], 3, 100, []],
  ])('%j to %i lines and %i letters', (lines, maxLines, maxChars, expected) => {
    expect(cutLines(lines, { maxLines, maxChars }, more)).toEqual(expected);
  });

  it('always accounts for every line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 30 })),
        fc.integer({ min: 1, max: 20 }),
        fc.nat({ max: 300 }),
        (lines, maxLines, maxChars) => {
          const kept = cutLines(lines, { maxLines, maxChars }, (left) => `LEFT ${left}`);
          const left = Number(/^LEFT (\d+)$/.exec(kept.at(-1) ?? '')?.[1] ?? 0);
          expect(kept.length - (left > 0 ? 1 : 0) + left).toBe(lines.length);
          expect(kept.length).toBeLessThanOrEqual(maxLines);
        },
      ),
    );
  });
});

describe('pages', () => {
  it('keep every line, each page within Slack’s limits', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ minLength: 1, maxLength: 400 }).map((s) => `x${s.replace(/\n/g, ' ')}`),
          { maxLength: 80 },
        ),
        (lines) => {
          const messages = pages('Over fristen', lines);
          const shown = messages.flatMap(({ blocks }) =>
            blocks.flatMap((b) => (b.type === 'section' ? [b.text?.text ?? ''] : [])),
          );
          expect(shown.join('\n')).toBe(lines.join('\n'));
          for (const message of messages) expect(overLimits(message)).toEqual([]);
        },
      ),
    );
  });

  it('are numbered when there are several, and none when there is nothing', () => {
    const titles = pages(
      'Alle <tiltak>',
      Array.from({ length: 200 }, () => 'x'.repeat(100)),
    ).map(({ text }) => text);
    expect(titles.slice(0, 2)).toEqual(['Alle &lt;tiltak&gt; (1 av 4)', 'Alle &lt;tiltak&gt; (2 av 4)']);
    expect(pages('Over fristen', [])).toEqual([]);
  });

  it('cut a line that fits on no page, never inside an escape or a link', () => {
    const [page] = pages('Lang', [`${'x'.repeat(2896)}&amp;${'y'.repeat(100)}`]);
    const [, body] = page?.blocks ?? [];
    expect(body?.type === 'section' && body.text?.text).toBe(`${'x'.repeat(2896)}…`);
  });
});

describe('what Slack would refuse', () => {
  it.each([
    ['nothing', { text: 'Hei', blocks: [header('Hei'), section('Hei'), context('Hei')] }, []],
    ['too many blocks', { text: '', blocks: Array.from({ length: 51 }, () => section('x')) }, ['blocks: 51 > 50']],
    ['a long section', { text: '', blocks: [section('x'.repeat(3001))] }, ['section: 3001 > 3000']],
    ['a long text', { text: 'x'.repeat(4001), blocks: [] }, ['text: 4001 > 4000']],
    ['empty text', { text: '', blocks: [section('')] }, ['section: empty text']],
    [
      'much in all',
      { text: '', blocks: Array.from({ length: 4 }, () => section('x'.repeat(2500))) },
      ['whole message: 10000 > 9000'],
    ],
  ])('%s', (_, message, problems) => {
    expect(overLimits(message)).toEqual(problems);
  });

  it('is not a long title: that is cut', () => {
    expect(header('Ord '.repeat(100)).text.text.length).toBeLessThanOrEqual(LIMITS.header);
  });
});

describe('a list', () => {
  it('is its heading in bold, and its lines', () => {
    expect(listSection('KPI', ['a', 'b']).text?.text).toBe('*KPI*\na\nb');
  });
});
