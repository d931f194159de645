import type { sheets_v4 } from '@googleapis/sheets';
import type { TextLayout, TextLine } from '#src/workbook/layout.ts';
import { GUIDE_HEADING_HEIGHT, TERM_WIDTH, TEXT_WIDTH } from '#src/workbook/looks.ts';
import { FORMAT_FIELDS, GUIDE_LOOKS, MEANING, pixelsHigh, pixelsWide } from './looks.ts';
import { size } from './ranges.ts';

type Request = sheets_v4.Schema$Request;

/** A tab of text: terms to the left, everything else across both columns, without the lines of a grid. */
export function guideRequests({ name, lines }: TextLayout, sheetId: number): readonly Request[] {
  const gridProperties = { rowCount: lines.length, columnCount: 2, hideGridlines: true };
  return [
    { addSheet: { properties: { sheetId, title: name, gridProperties } } },
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: lines.map((line) => ({ values: cellsOf(line) })),
        fields: `userEnteredValue,${FORMAT_FIELDS}`,
      },
    },
    ...[TERM_WIDTH, TEXT_WIDTH].map((width, column) => size(sheetId, 'COLUMNS', column, pixelsWide(width))),
    ...lines.flatMap(({ look }, row) =>
      look === 'heading' ? [size(sheetId, 'ROWS', row, pixelsHigh(GUIDE_HEADING_HEIGHT))] : [],
    ),
  ];
}

function cellsOf(line: TextLine): sheets_v4.Schema$CellData[] {
  const first = cell(line.look === 'term' ? line.term : line.text, GUIDE_LOOKS[line.look]);
  return line.look === 'term' ? [first, cell(line.text, MEANING)] : [first];
}

function cell(stringValue: string, userEnteredFormat: sheets_v4.Schema$CellFormat): sheets_v4.Schema$CellData {
  return { userEnteredValue: { stringValue }, userEnteredFormat };
}
