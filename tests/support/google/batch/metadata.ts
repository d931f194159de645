import { newId } from '../book.ts';
import { matchingMetadata } from '../data-filter.ts';
import { checkLocation } from '../metadata-location.ts';
import { Refusal } from '../refusal.ts';
import type { Handlers } from './kinds.ts';
import { merged, updateMask } from './update-fields.ts';

export const metadata = {
  createDeveloperMetadata(book, { developerMetadata }) {
    const { metadataId, metadataKey, visibility, location } = developerMetadata ?? {};
    const id = metadataId ?? newId(book);
    if (book.metadata.some((it) => it.metadataId === id)) {
      throw new Refusal(`Developer metadata with ID ${id} already exists.`);
    }
    if (!metadataKey) throw new Refusal('Developer metadata must have a key.');
    if (!visibility) throw new Refusal('Developer metadata must have a visibility.');
    const created = { ...developerMetadata, metadataId: id, location: checkLocation(book, location) };
    book.metadata.push(created);
    return { developerMetadata: created };
  },

  updateDeveloperMetadata(book, { dataFilters, developerMetadata, fields }) {
    const mask = updateMask(fields, 'DeveloperMetadata', ['metadataId']);
    if (!dataFilters?.length) throw new Refusal('At least one data filter must be given.');
    const found = new Set(dataFilters.flatMap((filter) => matchingMetadata(book, filter)));
    const updated = [...found].map((before) => {
      const after = { ...merged(before, developerMetadata, mask), metadataId: before.metadataId ?? null };
      if (!after.metadataKey || !after.visibility)
        throw new Refusal('Developer metadata must have a key and a visibility.');
      return { before, after: { ...after, location: checkLocation(book, after.location) } };
    });
    book.metadata = book.metadata.map((it) => updated.find(({ before }) => before === it)?.after ?? it);
    return updated.length > 0 ? { developerMetadata: updated.map(({ after }) => after) } : {};
  },

  deleteDeveloperMetadata(book, { dataFilter }) {
    if (!dataFilter) throw new Refusal('A data filter must be given.');
    const found = matchingMetadata(book, dataFilter);
    book.metadata = book.metadata.filter((it) => !found.includes(it));
    return found.length > 0 ? { deletedDeveloperMetadata: found } : {};
  },
} satisfies Handlers;
