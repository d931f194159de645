import { onTestFinished } from 'vitest';
import { LOGG } from '#src/workbook/edit.ts';
import { connectGoogle } from '#src/workbook/google/connection.ts';
import { openGoogleEditor } from '#src/workbook/google-editor.ts';
import { openGoogleWorkbook } from '#src/workbook/google-workbook.ts';
import type { EditorMaker } from '../editor-maker.ts';
import { startGoogle } from './google.ts';
import type { Person } from './person.ts';

const ID = '1ProveArkMedMinstTjueTegn';

/** A shared spreadsheet at a Google of its own, which is closed when the test is over. */
export const googleEditor: EditorMaker = async (tabs) => {
  const google = await startGoogle({ spreadsheets: { [ID]: { title: 'Prøve', tabs } } });
  onTestFinished(() => google.close());
  const account = { credentialsFile: google.keyFile, apiRoot: google.root };
  const person = google.person(ID);
  return {
    editor: openGoogleEditor({ spreadsheetId: ID, connection: connectGoogle({ ...account, access: 'write' }) }),
    workbook: openGoogleWorkbook({ spreadsheetId: ID, connection: connectGoogle({ ...account, access: 'read' }) }),
    async log() {
      const isThere = person.book.sheets.some(({ title }) => title === LOGG.name);
      // What was met is noted to the right of what every log has.
      return isThere ? person.read(LOGG.name).map((line) => line.slice(0, LOGG.headings.length)) : [];
    },
    prepare: async (content) => () => {
      for (const { name, rows } of content) fill(person, name, rows);
    },
    remove: async () => google.remove(ID),
  };
};

/** Somebody pastes these rows over the whole tab. */
function fill(person: Person, tab: string, rows: Parameters<Person['addTab']>[1] = []): void {
  person.clear(`'${tab}'!A1:Z100`);
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell !== null) person.set(`'${tab}'!${String.fromCharCode(65 + column)}${row + 1}`, cell);
    }
  }
}
