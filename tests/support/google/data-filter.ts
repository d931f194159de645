import type { sheets_v4 } from '@googleapis/sheets';
import { parseA1 } from './a1.ts';
import type { Book } from './book.ts';
import { type Box, boxOf, overlap, toGridRange } from './box.ts';
import { locationRange } from './metadata-location.ts';
import { Refusal } from './refusal.ts';

type DataFilter = sheets_v4.Schema$DataFilter;
type Lookup = sheets_v4.Schema$DeveloperMetadataLookup;
type Metadata = sheets_v4.Schema$DeveloperMetadata;

/** The rectangles a filter means: its own, or the rows, columns and sheets that carry the metadata it looks for. */
export function boxesOf(book: Book, filter: DataFilter): readonly Box[] {
  checkFilter(filter);
  if (filter.a1Range) return [parseA1(book, filter.a1Range)];
  if (filter.gridRange) return [boxOf(book, filter.gridRange, 'gridRange')];
  return matchingMetadata(book, filter).map(({ location }) => {
    const range = locationRange(location);
    if (!range) throw new Refusal('Metadata on the spreadsheet has no range.');
    return boxOf(book, range);
  });
}

/** The metadata a filter means: that which fits the look-up, or which lies on the range. */
export function matchingMetadata(book: Book, filter: DataFilter): readonly Metadata[] {
  checkFilter(filter);
  const lookup = filter.developerMetadataLookup;
  if (lookup) {
    checkLookup(lookup);
    return book.metadata.filter((it) => fits(it, lookup));
  }
  const ranges = boxesOf(book, filter).map(toGridRange);
  return book.metadata.filter(({ location }) => {
    const on = locationRange(location);
    return on !== null && ranges.some((range) => overlap(range, on));
  });
}

function checkFilter({ developerMetadataLookup, a1Range, gridRange }: DataFilter): void {
  if ([developerMetadataLookup, a1Range, gridRange].filter(Boolean).length !== 1) {
    throw new Refusal('Each data filter must have exactly one of developerMetadataLookup, a1Range and gridRange.');
  }
}

function checkLookup({ locationMatchingStrategy, metadataLocation, locationType }: Lookup): void {
  if (locationMatchingStrategy && !metadataLocation) {
    throw new Refusal('locationMatchingStrategy requires a metadataLocation.');
  }
  if (metadataLocation?.spreadsheet && locationMatchingStrategy === 'INTERSECTING_LOCATION') {
    throw new Refusal(
      'DeveloperMetadataLookup.spreadsheet is true, but locationMatchingStrategy was specified as INTERSECTING',
    );
  }
  if (locationType && locationMatchingStrategy === 'EXACT_LOCATION') {
    throw new Refusal('locationType must be left unspecified with EXACT_LOCATION.');
  }
}

function fits(it: Metadata, lookup: Lookup): boolean {
  const { locationType, metadataLocation, metadataId, metadataKey, metadataValue, visibility } = lookup;
  return (
    (!locationType || it.location?.locationType === locationType) &&
    (metadataId === undefined || metadataId === null || it.metadataId === metadataId) &&
    (!metadataKey || it.metadataKey === metadataKey) &&
    (metadataValue === undefined || metadataValue === null || it.metadataValue === metadataValue) &&
    (!visibility || it.visibility === visibility) &&
    (!metadataLocation || lies(it, metadataLocation, lookup.locationMatchingStrategy === 'EXACT_LOCATION'))
  );
}

function lies(it: Metadata, location: sheets_v4.Schema$DeveloperMetadataLocation, exactly: boolean): boolean {
  const [own, asked] = [locationRange(it.location), locationRange(location)];
  if (own === null || asked === null) return own === asked;
  return exactly ? KEYS.every((key) => own[key] === asked[key]) : overlap(own, asked);
}

const KEYS = ['sheetId', 'startRowIndex', 'endRowIndex', 'startColumnIndex', 'endColumnIndex'] as const;
