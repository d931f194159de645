import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell } from '#src/workbook/workbook.ts';

/** A folder of its own, where the programs that are measured run: no settings of the developer reach them. */
export interface Place {
  readonly folder: string;
  /** What they see of the environment. Their compile cache is theirs alone: cold at first, and warmed by nothing else. */
  readonly env: Readonly<Record<string, string>>;
  /** Writes a workbook as a folder of `.tsv` files, and returns its path. */
  writeWorkbook(name: string, tabs: Readonly<Record<string, readonly (readonly Cell[])[]>>): string;
  writeFile(name: string, text: string): string;
  remove(): void;
}

export function makePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'samhandlingsbot-bench-'));
  const { PATH = '', HOME = folder } = process.env;
  const place = {
    folder,
    env: { PATH, HOME, TMPDIR: folder },
    writeWorkbook(name: string, tabs: Readonly<Record<string, readonly (readonly Cell[])[]>>) {
      const path = join(folder, name);
      mkdirSync(path);
      for (const [tab, rows] of Object.entries(tabs)) writeFileSync(join(path, `${tab}.tsv`), tsv(rows));
      return path;
    },
    writeFile(name: string, text: string) {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  return place;
}

function tsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => cell ?? '').join('\t')}\n`).join('');
}
