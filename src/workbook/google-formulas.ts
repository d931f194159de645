import type { GoogleSession } from './google-connection.ts';
import type { RawValue } from './google-values.ts';

/**
 * Single cells as somebody has typed them: a formula as a formula, and not what it comes to.
 * @param ranges each one cell
 */
export function readAsWritten(
  google: GoogleSession,
  spreadsheetId: string,
  ranges: readonly string[],
): Promise<readonly RawValue[]> {
  const params = { spreadsheetId, ranges: [...ranges], valueRenderOption: 'FORMULA', prettyPrint: false };
  return google.ask('read', async ({ sheets }, options) => {
    const { data } = await sheets.spreadsheets.values.batchGet(params, options);
    return ranges.map((_, index) => data.valueRanges?.[index]?.values?.[0]?.[0] as RawValue);
  });
}
