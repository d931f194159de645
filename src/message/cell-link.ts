import { escapeMrkdwn } from './message.ts';

/**
 * An address such as `Handlingsplan!C5` as a link to the cell when its sheet is on Google, else as text.
 * @param urls tab name → the tab's address
 */
export function cellLink(cell: string, urls: Readonly<Record<string, string>>): string {
  const [sheet = '', range = ''] = splitAddress(cell);
  const url = urls[sheet];
  return url ? `<${url}&range=${range}|${escapeMrkdwn(cell)}>` : escapeMrkdwn(cell);
}

function splitAddress(cell: string): readonly [string, string] {
  const at = cell.lastIndexOf('!');
  return [cell.slice(0, at), cell.slice(at + 1)];
}
