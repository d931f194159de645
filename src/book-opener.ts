import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import { once } from './once.ts';
import type { RealTime } from './real-time.ts';
import type { Editor } from './workbook/edit.ts';
import { openFileWorkbook } from './workbook/file-workbook.ts';
import { parseSpreadsheetId } from './workbook/spreadsheet-id.ts';
import type { Workbook } from './workbook/workbook.ts';

/** What is asked of Google's time. */
export interface GooglePatience {
  /** How long a look at a spreadsheet may take, in milliseconds. */
  readonly withinMs?: number;
  /** How often a request is made before the look is given up. */
  readonly tries?: number;
  /** The machine's when left out. */
  readonly time?: RealTime;
}

/** Opens what a setting names: a file, a folder or a Google spreadsheet. */
export interface BookOpener {
  workbook(spec: string): Promise<Workbook>;
  /** For writing, with leave of its own to do so. */
  editor(spec: string): Promise<Editor>;
}

/** All Google spreadsheets are opened by one account, which has one quota. */
export function bookOpener({ credentialsFile, apiRoot }: Config['google'], patience: GooglePatience): BookOpener {
  const google = once(async () => {
    const [{ connectGoogle }, { createLimiter }, { PATIENCE }] = await Promise.all([
      import('./workbook/google/connection.ts'),
      import('./workbook/google/limiter.ts'),
      import('./workbook/google/patience.ts'),
    ]);
    const account = { credentialsFile: credentialsFile ?? undefined, apiRoot: apiRoot ?? undefined };
    const usual = { ...PATIENCE, ...patience.time };
    const shared = { ...account, limiter: createLimiter(usual) };
    const whileReading = { ...usual, tries: patience.tries ?? PATIENCE.tries };
    return {
      reading: once(() => connectGoogle({ ...shared, access: 'read', patience: whileReading })),
      writing: once(() => connectGoogle({ ...shared, access: 'write', patience: usual })),
    };
  });

  const editors = new Map<string, Promise<Editor>>();

  return {
    async workbook(spec) {
      const spreadsheetId = googleIdOf(spec);
      if (spreadsheetId === null) return openFileWorkbook(spec);
      const { openGoogleWorkbook } = await import('./workbook/google-workbook.ts');
      const connection = (await google()).reading();
      return openGoogleWorkbook({ spreadsheetId, connection, withinMs: patience.withinMs });
    },
    editor(spec) {
      // One for each: its edits are made one at a time.
      const known = editors.get(spec) ?? openEditor(spec);
      editors.set(spec, known);
      return known;
    },
  };

  async function openEditor(spec: string): Promise<Editor> {
    const spreadsheetId = googleIdOf(spec);
    if (spreadsheetId === null) return (await import('./workbook/file-editor.ts')).openFileEditor(spec);
    const { openGoogleEditor } = await import('./workbook/google-editor.ts');
    return openGoogleEditor({ spreadsheetId, connection: (await google()).writing() });
  }
}

/** A path that exists is a file, whatever it looks like; then come Google's addresses and ids. */
export function googleIdOf(spec: string): string | null {
  return existsSync(spec) ? null : parseSpreadsheetId(spec);
}
