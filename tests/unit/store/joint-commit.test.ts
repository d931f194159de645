import { describe, expect, it } from 'vitest';
import { jointCommit } from '#src/store/joint-commit.ts';
import { startFiles, useStores } from '../../support/store.ts';

const stores = useStores(startFiles);

/** A database that keeps words, and commits all that is done to it in one go, or nothing of it. */
function aDatabase() {
  const commits: (readonly string[])[] = [];
  async function commit<T>(run: (words: string[]) => Promise<T>): Promise<T> {
    const words: string[] = [];
    const result = await run(words);
    commits.push(words);
    return result;
  }
  return { commits, ...jointCommit<string[]>(commit, commit) };
}

const keep = (word: string) => async (words: string[]) => words.push(word);

async function refuse(): Promise<never> {
  throw new Error('refused');
}

describe('what is written at about the same time', () => {
  it('is committed together, in the order it came', async () => {
    const { commits, write } = aDatabase();
    await Promise.all([write(keep('a')), write(keep('b')), write(keep('c'))]);
    expect(commits).toEqual([['a', 'b', 'c']]);
  });

  it('is told of only when it is safe', async () => {
    const { commits, write } = aDatabase();
    const told: number[] = [];
    await Promise.all(['a', 'b'].map((word) => write(keep(word)).then(() => told.push(commits.length))));
    expect(told).toEqual([1, 1]);
  });

  it('is not hurt by one that cannot be done', async () => {
    const { commits, write } = aDatabase();
    const outcomes = await Promise.allSettled([write(keep('a')), write(refuse), write(keep('b'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(commits).toEqual([['a'], ['b']]);
  });

  it('is waited for before the database is closed', async () => {
    const { commits, write, idle } = aDatabase();
    void write(keep('a'));
    await idle();
    expect(commits).toEqual([['a']]);
  });
});

it('what is on its way is safe when the state is closed', async () => {
  const url = await stores.fresh();
  const { addresses, close } = await stores.open({ url });
  const writing = [1, 2].map((n) => addresses.rememberConversation(`U${n}`, `D${n}`, 1));
  await close();
  await Promise.all(writing);

  expect(await (await stores.open({ url })).addresses.conversation('U2')).toBe('D2');
});
