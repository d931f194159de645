import { WorkbookError } from '#src/workbook/workbook.ts';

/** The trouble a person is told about when this look at a workbook fails. */
export async function troubleOf(look: Promise<unknown>): Promise<WorkbookError> {
  const error: unknown = await look.catch((thrown: unknown) => thrown);
  if (error instanceof WorkbookError) return error;
  throw new Error(`Expected a WorkbookError, got ${String(error)}`);
}
