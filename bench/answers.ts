import type { Asker } from './asker.ts';
import { kapasitetRows } from './invented-kapasitet.ts';
import { inventedKommuner, kontakterRows } from './invented-kommuner.ts';
import { compare, inTurns, type Measure } from './measure.ts';
import type { Place } from './place.ts';
import type { Starter } from './program.ts';

/** `/kapasitet` over 400 kommuner, beside a Bolt app that answers with the very same message without thinking. */
export async function measureAnswers(place: Place, start: Starter, asker: Asker): Promise<readonly Measure[]> {
  const kommuner = inventedKommuner(400);
  const kapasitet = place.writeWorkbook('kapasitet', { Kapasitet: kapasitetRows(kommuner) });
  const handlingsplan = place.writeWorkbook('handlingsplan', { Kontakter: kontakterRows(kommuner) });

  const bot = await start.bot({ handlingsplan, kapasitet });
  const { body } = await asker.ask(bot.to, '/kapasitet');
  if (!body.includes('av 400 har')) throw new Error(`the bot did not answer about 400 kommuner: ${body}`);
  const bare = await start.bareBolt(place.writeFile('message.json', body));

  try {
    const ask = async (to: string) => (await asker.ask(to, '/kapasitet')).ms;
    const costs = await inTurns({ bot: () => ask(bot.to), bare: () => ask(bare.to) }, { runs: 2000, warmUp: 300 });
    return [
      compare({
        name: '/kapasitet, 400 kommuner',
        target: 2,
        unit: 'ms',
        bot: costs.bot,
        baseline: costs.bare,
        withP99: true,
      }),
    ];
  } finally {
    await Promise.all([bot.stop(), bare.stop()]);
  }
}
