import { describe, expect, it } from 'vitest';
import { deliveryText, failureLines } from '#src/cli/kjor-report.ts';

const NOTHING = { sent: 0, skipped: 0, nowhere: 0, failed: 0, waiting: 0 };

describe('what a run came to', () => {
  it.each([
    [{}, 'Påminnelser: ingenting å sende nå.'],
    [{ sent: 1 }, 'Påminnelser: 1 melding sendt.'],
    [{ skipped: 2 }, 'Påminnelser: ingenting nytt sendt, 2 var sendt før.'],
    [
      { skipped: 1, nowhere: 1 },
      'Påminnelser: ingenting nytt sendt, 1 har ingen å sendes til (sett SLACK_CHANNEL, eller fyll ut Kontakter).',
    ],
    [{ sent: 22, failed: 2 }, 'Påminnelser: 22 meldinger sendt, 2 kom ikke fram.'],
    [
      { sent: 2, skipped: 3, failed: 4, waiting: 4 },
      'Påminnelser: 2 meldinger sendt, 3 var sendt før, 4 venter på Slack (kjør igjen om litt, eller la boten gjøre det).',
    ],
  ])('%j is said as «%s»', (counts, text) => {
    expect(deliveryText({ title: 'påminnelser' }, { ...NOTHING, ...counts })).toBe(text);
  });
});

describe('why something did not come through', () => {
  const failed = { ...NOTHING, failed: 1 };

  it('is said once for all it is about, threads and names with a colon too', () => {
    const reasons = new Map([
      ['standard:paaminnelser:2024-06-03:Teamet', 'Kanalen finnes ikke.'],
      ['standard:ukesstatus:2024-W23:kanalen:2', 'Slack ba meg vente litt.'],
      ['standard:paaminnelser:2024-06-03:Råd: helse', 'Kanalen finnes ikke.'],
      ['standard:varsel:mottaker:Teamet@1:begynt:sekretariatet', 'Kanalen finnes ikke.'],
    ]);

    expect(failureLines(failed, reasons)).toEqual([
      'Kanalen finnes ikke. Gjelder: Teamet, Råd: helse, varselet i SLACK_ADMIN_CHANNEL.',
      'Slack ba meg vente litt. Gjelder: kanalen.',
    ]);
  });

  it('names no more than eight', () => {
    const reasons = new Map(
      Array.from({ length: 10 }, (_, at) => [`standard:paaminnelser:2024-06-03:E${at}`, 'Kanalen finnes ikke.']),
    );

    expect(failureLines(failed, reasons)).toEqual([
      'Kanalen finnes ikke. Gjelder: E0, E1, E2, E3, E4, E5, E6, E7 … og 2 til.',
    ]);
  });

  it('is said of what an earlier run gave up, too', () => {
    expect(failureLines(failed, new Map())).toEqual([expect.stringContaining('gitt opp i en tidligere kjøring')]);
    expect(failureLines({ ...failed, waiting: 1 }, new Map())).toEqual([]);
    expect(failureLines(NOTHING, new Map())).toEqual([]);
  });
});
