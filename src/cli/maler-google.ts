import { googleIdOf } from '../book-opener.ts';
import type { Config } from '../config.ts';
import { WORKBOOK_NAMES, type WorkbookName } from '../sheets/contract.ts';
import { fitTemplates } from '../sheets/template-fit.ts';
import { connectGoogle } from '../workbook/google/connection.ts';
import { fillSpreadsheet } from '../workbook/google/template-writer.ts';
import { WorkbookError } from '../workbook/workbook.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { filledMessage, leftOutMessage, noneText, titleOf } from './maler-google-text.ts';
import { printMessages, printTrouble, type Terminal } from './output.ts';

/**
 * Adds the blank templates to the spreadsheets that settings and command line name, and tells what was added. People make
 * and share them: a service account has no room of its own. What goes wrong with one does not stop the other.
 * Returns the exit status: 2 when one of them could not be filled. Throws UsageError when there is none to fill.
 */
export async function fillGoogle(config: Config, values: Arguments['values'], terminal: Terminal): Promise<number> {
  const named = WORKBOOK_NAMES.map((name) => placeOf(name, values[name] ?? config[name]));
  const spreadsheets = Map.groupBy(named, ({ id }) => id);
  const leftOut = spreadsheets.get(null) ?? [];
  if (leftOut.length === named.length) throw new UsageError(noneText(leftOut));

  const { credentialsFile, apiRoot } = config.google;
  const connection = connectGoogle({
    credentialsFile: credentialsFile ?? undefined,
    apiRoot: apiRoot ?? undefined,
    access: 'write',
  });
  let status = 0;
  for (const [id, places] of spreadsheets) {
    if (id === null) continue;
    const workbooks = places.map(({ name }) => name);
    try {
      const filled = await fillSpreadsheet(connection, id, (tabs) => fitTemplates(workbooks, tabs));
      printMessages(terminal, [filledMessage(workbooks, id, filled)]);
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      printTrouble(terminal, `${titleOf(workbooks)}: ${error.message}`);
      status = 2;
    }
  }
  for (const place of leftOut) printMessages(terminal, [leftOutMessage(place)]);
  return status;
}

/** Where a template is to go. */
export interface Place {
  readonly name: WorkbookName;
  /** The spreadsheet's id; null when none is named. */
  readonly id: string | null;
  /** Whether a file or a folder is named instead. */
  readonly isFile: boolean;
}

function placeOf(name: WorkbookName, spec: string | null): Place {
  const id = spec === null ? null : googleIdOf(spec);
  return { name, id, isFile: spec !== null && id === null };
}
