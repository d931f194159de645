import { type GoogleProcess, startGoogleProcess } from './google-process.ts';
import { compare, inTurns, type Measure, timed } from './measure.ts';
import { startRefreshingBot } from './refreshing-bot.ts';

/** A low figure for an answer over the internet; the stand-in takes one or two milliseconds. */
const FAR_MS = 100;

/**
 * What a running bot does when the sheet of places has changed, beside the same requests made with nothing but `fetch`,
 * their answers read as JSON: until its cells are there, and until they are compared with the last good ones and parsed.
 */
export async function measureRefresh(): Promise<readonly Measure[]> {
  const google = await startGoogleProcess();
  const bot = startRefreshingBot(google);
  const afterEdit = (work: () => Promise<void>) => async () => {
    await google.edit();
    return timed(work);
  };
  try {
    await bot.refresh();
    const structure = (await google.edit()).filter(isStructure);
    await bot.refresh();
    const asked = await google.edit();
    if (asked.length !== 2 || structure.length !== 1) throw new Error(`the bot asked for ${asked.join(', ')}`);
    const subjects = { bot: afterEdit(bot.refresh), bare: afterEdit(() => fetchAll(google, asked)) };
    const near = await inTurns(
      {
        ...subjects,
        cells: afterEdit(bot.cells),
        structure: afterEdit(bot.structure),
        bareStructure: afterEdit(() => fetchAll(google, structure)),
      },
      { runs: 300, warmUp: 100 },
    );
    await google.slow(FAR_MS);
    const far = await inTurns(subjects, { runs: 30, warmUp: 3 });

    const name = 'refresh of 400 kommuner';
    const ms = { unit: 'ms', target: null } as const;
    return [
      compare({ ...ms, name, target: 1.3, bot: near.cells, baseline: near.bare }),
      compare({ ...ms, name: `${name}, until it is a model`, bot: near.bot, baseline: near.bare }),
      compare({ ...ms, name: `the same, answers ${FAR_MS} ms away`, bot: far.bot, baseline: far.bare }),
      compare({ ...ms, name: 'its structure', bot: near.structure, baseline: near.bareStructure }),
    ];
  } finally {
    await google.stop();
  }
}

function isStructure(address: string): boolean {
  return /^v4\/spreadsheets\/[^/]+\?/.test(address);
}

/** One after the other, packed and over a connection that stays open, as the client asks. */
async function fetchAll({ root, token }: GoogleProcess, addresses: readonly string[]): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip', 'user-agent': 'bench (gzip)' };
  for (const address of addresses) {
    const response = await fetch(`${root}${address}`, { headers });
    if (!response.ok) throw new Error(`the stand-in answered ${response.status}`);
    await response.json();
  }
}
