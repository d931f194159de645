const ADDRESS =
  /^(?:https?:\/\/)?docs\.google\.com\/(?:a\/[^/]+\/)?spreadsheets\/(?:u\/\d+\/)?d\/([\w-]{20,})(?![\w-])/i;
const BARE_ID = /^[\w-]{20,}$/;

/** The id in a spreadsheet's address, or the id itself; null when the text is neither (it may be a path). */
export function parseSpreadsheetId(text: string): string | null {
  const trimmed = text.trim();
  const [, inAddress] = trimmed.match(ADDRESS) ?? [];
  return inAddress ?? (BARE_ID.test(trimmed) ? trimmed : null);
}
