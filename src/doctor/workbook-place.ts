import { googleIdOf } from '#src/book-opener.ts';
import type { WorkbookName } from '#src/sheets/contract.ts';
import { handlingsplanContract } from '#src/sheets/handlingsplan.ts';
import { kapasitetContract } from '#src/sheets/kapasitet-columns.ts';
import type { Model } from '#src/sheets/model.ts';
import { fileStanding } from './file-standing.ts';
import type { GoogleLook } from './google-look.ts';
import { googleStanding } from './google-standing.ts';
import type { Standing } from './standing.ts';

/** Where a workbook is. */
export type WorkbookPlace =
  | { readonly kind: 'google'; readonly id: string }
  | { readonly kind: 'file'; readonly path: string }
  /** The invented example, or nothing where it does not stand in. */
  | { readonly kind: 'example' };

/** @param spec what the setting says; null when nothing */
export function workbookPlace(spec: string | null, isExample: boolean): WorkbookPlace {
  if (spec === null || isExample) return { kind: 'example' };
  const id = googleIdOf(spec);
  return id === null ? { kind: 'file', path: spec } : { kind: 'google', id };
}

interface Looking {
  readonly google: GoogleLook;
  /** Whether the settings let the bot write in the sheets. */
  readonly writes: boolean;
}

/**
 * What the bot may do with a workbook that has been read, and how it is set up. Throws WorkbookError where it cannot be
 * found out.
 */
export async function standingOf(
  place: WorkbookPlace,
  name: WorkbookName,
  { tabs }: Model,
  { google, writes }: Looking,
): Promise<Standing> {
  if (place.kind === 'google') return googleStanding(google, place.id, writes);
  if (!writes) return { remarks: [], toMend: null };
  const table = tabs.find(({ contract }) => contract === WRITTEN[name]);
  return place.kind === 'file' && table ? fileStanding(place.path, table.sheet) : EXAMPLE;
}

/** The tab that the bot would write in. */
const WRITTEN: Readonly<Record<WorkbookName, string>> = {
  handlingsplan: handlingsplanContract.name,
  kapasitet: kapasitetContract.name,
};

/** It ships with the bot, and is everybody's. */
const EXAMPLE: Standing = { remarks: ['boten endrer ikke eksempelet'], toMend: null };
