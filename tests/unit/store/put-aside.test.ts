import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { identityOf, putAside } from '#src/store/sqlite-file.ts';

test('of two that find the same file damaged, the second leaves the new one of the first where it is', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'til-side-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'tilstand.sqlite');
  await writeFile(file, 'skadet');
  const damaged = identityOf(file);

  putAside(file, damaged, Date.UTC(2024, 5, 3));
  await writeFile(file, 'ny');
  putAside(file, damaged, Date.UTC(2024, 5, 4));

  expect(await readFile(file, 'utf8')).toBe('ny');
  expect(await readdir(folder)).toHaveLength(2);
});
