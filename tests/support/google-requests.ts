import type { sheets_v4 } from '@googleapis/sheets';

type Request = sheets_v4.Schema$Request;
type Kind =
  | 'addSheet'
  | 'updateCells'
  | 'repeatCell'
  | 'setDataValidation'
  | 'updateDimensionProperties'
  | 'addConditionalFormatRule'
  | 'addTable'
  | 'addNamedRange'
  | 'addProtectedRange';

/** Requests of `spreadsheets.batchUpdate` by their kind, in their order. */
export type Requests = { readonly [K in Kind]: readonly NonNullable<Request[K]>[] };

export function requestsOf(requests: readonly Request[]): Requests {
  const of = <K extends Kind>(kind: K) =>
    requests.flatMap((request) => request[kind] ?? []) as NonNullable<Request[K]>[];
  return {
    addSheet: of('addSheet'),
    updateCells: of('updateCells'),
    repeatCell: of('repeatCell'),
    setDataValidation: of('setDataValidation'),
    updateDimensionProperties: of('updateDimensionProperties'),
    addConditionalFormatRule: of('addConditionalFormatRule'),
    addTable: of('addTable'),
    addNamedRange: of('addNamedRange'),
    addProtectedRange: of('addProtectedRange'),
  };
}

/** What is asked for each column of a tab with one table. */
export function columnsOf(requests: Requests) {
  const [headings, rows] = requests.updateCells;
  const [table] = requests.addTable;
  return (headings?.rows?.[0]?.values ?? []).map(({ userEnteredValue, note }, column) => {
    const look = requests.repeatCell.find(({ range }) => range?.startColumnIndex === column)?.cell?.userEnteredFormat;
    const rule = requests.setDataValidation.find(({ range }) => range?.startColumnIndex === column)?.rule;
    const width = requests.updateDimensionProperties.find(({ range }) => range?.startIndex === column);
    const typed = table?.table?.columnProperties?.[column];
    return {
      heading: userEnteredValue?.stringValue,
      note,
      type: typed?.columnName === userEnteredValue?.stringValue ? typed?.columnType : 'another column',
      pattern: look?.numberFormat?.pattern,
      wraps: look?.wrapStrategy === 'WRAP',
      offers: (rule?.condition?.values ?? []).map((value) => value.userEnteredValue),
      pixels: width?.properties?.pixelSize,
      first: rows?.rows?.[0]?.values?.[column]?.userEnteredValue,
    };
  });
}
