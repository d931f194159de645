import { assertTabMayBeEdited } from '#src/workbook/files/edit-check.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import type { Standing } from './standing.ts';

/**
 * Whether the bot can do in a file what WRITE_BACK says that it may.
 * @param tab the tab it would write in
 */
export async function fileStanding(path: string, tab: string): Promise<Standing> {
  try {
    await assertTabMayBeEdited(path, tab);
    return { remarks: ['boten får skrive'], toMend: null };
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    // What passes by itself, such as a file that somebody has open now, is told and not asked for.
    if (error.trouble === 'unavailable') return { remarks: [error.message], toMend: null };
    return { remarks: [], toMend: `WRITE_BACK er på, men boten får ikke skrive: ${error.message}` };
  }
}
