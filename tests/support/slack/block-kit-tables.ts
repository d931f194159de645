import { checkCount, checkType, filled, oneOf, type Report } from './block-kit-report.ts';
import { asArray, asObject, asText } from './http.ts';
import type { SlackObject } from './workspace.ts';

const CELLS = ['raw_text', 'rich_text', 'raw_number'];

/** A table of at most 100 rows with 20 cells. */
export function checkTable(table: SlackObject, at: string, report: Report): void {
  checkCount(table.rows, 1, 100, `${at}/rows`, report);
  if (table.column_settings) checkCount(table.column_settings, 0, 20, `${at}/column_settings`, report);
  for (const [index, setting] of asArray(table.column_settings).map(asObject).entries()) {
    oneOf(setting.align, ['left', 'center', 'right'], `${at}/column_settings/${index}/align`, report);
  }
  checkRows(table.rows, CELLS, at, report);
}

/** A table that can be sorted and leafed through: its first row is headings. */
export function checkDataTable(table: SlackObject, at: string, report: Report): void {
  checkCount(table.rows, 2, 101, `${at}/rows`, report);
  filled(table.caption, 3000, `${at}/caption`, report);
  const { page_size } = table;
  if (page_size !== undefined && (typeof page_size !== 'number' || page_size < 1 || page_size > 100)) {
    report(`${at}/page_size`, 'must be between 1 and 100');
  }
  const widths = new Set(asArray(table.rows).map((row) => asArray(row).length));
  if (widths.size > 1) report(`${at}/rows`, 'rows must have the same number of cells');
  checkRows(asArray(table.rows).slice(0, 1), ['raw_text', 'raw_number'], at, report);
  checkRows(table.rows, CELLS, at, report);
}

function checkRows(rows: unknown, cells: readonly string[], at: string, report: Report): void {
  for (const [index, row] of asArray(rows).entries()) {
    checkCount(row, 1, 20, `${at}/rows/${index}`, report);
    for (const [column, cell] of asArray(row).entries()) {
      checkType(asText(asObject(cell).type), cells, `${at}/rows/${index}/${column}`, report);
    }
  }
}

/** A chart: a pie of at most six segments, or at most six series of twenty points. */
export function checkChart(block: SlackObject, at: string, report: Report): void {
  filled(block.title, 50, `${at}/title`, report);
  const chart = asObject(block.chart);
  if (!checkType(asText(chart.type), ['pie', 'line', 'bar', 'area'], `${at}/chart`, report)) return;
  if (chart.type === 'pie') checkSegments(chart.segments, `${at}/chart/segments`, report);
  else checkSeries(chart, `${at}/chart`, report);
}

function checkSeries(chart: SlackObject, at: string, report: Report): void {
  const { categories, x_label, y_label } = asObject(chart.axis_config);
  for (const label of [x_label, y_label]) {
    if (asText(label).length > 50) report(`${at}/axis_config`, 'must be less than 51 characters');
  }
  checkCount(chart.series, 1, 6, `${at}/series`, report);
  checkCount(categories, 1, 20, `${at}/axis_config/categories`, report);
  const series = asArray(chart.series).map(asObject);
  if (new Set(series.map(({ name }) => name)).size < series.length) {
    report(`${at}/series`, 'series names must be unique');
  }
  for (const [index, { data }] of series.entries()) {
    const points = `${at}/series/${index}/data`;
    checkCount(data, 1, 20, points, report);
    if (asArray(data).length !== asArray(categories).length) report(points, 'must have one point for each category');
    checkPoints(data, Number.NEGATIVE_INFINITY, points, report);
  }
}

function checkSegments(segments: unknown, at: string, report: Report): void {
  checkCount(segments, 1, 6, at, report);
  checkPoints(segments, 0, at, report);
}

function checkPoints(points: unknown, above: number, at: string, report: Report): void {
  for (const [index, { label, value }] of asArray(points).map(asObject).entries()) {
    filled(label, 20, `${at}/${index}/label`, report);
    if (typeof value !== 'number' || value <= above) report(`${at}/${index}/value`, `must be a number above ${above}`);
  }
}
