import { expect, it, onTestFinished } from 'vitest';
import { fitTemplates } from '#src/sheets/template-fit.ts';
import { connectGoogle, type GoogleConnection, type GoogleSession } from '#src/workbook/google/connection.ts';
import { GoogleFailure } from '#src/workbook/google/failure.ts';
import { fillSpreadsheet } from '#src/workbook/google/template-writer.ts';
import { startGoogle } from '../support/google/google.ts';

const ID = '1PlAsSeRfGhIjKlMnOpQrStUvWxYz0123456789abcd';

/** A Google that refuses the first change, as it does when it does not know the language that is asked for. */
function refusingOnce(connection: GoogleConnection): GoogleConnection {
  let refused = false;
  const change = (google: GoogleSession): GoogleSession['change'] => {
    return async (kind, request) => {
      if (refused) return google.change(kind, request);
      refused = true;
      throw new GoogleFailure(400, ['INVALID_ARGUMENT']);
    };
  };
  return {
    ...connection,
    session: (id, work, withinMs) =>
      connection.session(id, (google) => work({ ...google, change: change(google) }), withinMs),
  };
}

it('a language that Google does not know is given up for the sake of the tabs', async () => {
  const google = await startGoogle({
    spreadsheets: { [ID]: { title: 'Plasser', tabs: [{ name: 'Sheet1', rows: [] }] } },
  });
  onTestFinished(() => google.close());
  google.person(ID).does({ updateSpreadsheetProperties: { properties: { locale: 'en_US' }, fields: 'locale' } });
  const connection = connectGoogle({ credentialsFile: google.keyFile, apiRoot: google.root, access: 'write' });

  const filled = await fillSpreadsheet(refusingOnce(connection), ID, (tabs) => fitTemplates(['kapasitet'], tabs));

  expect(filled).toMatchObject({ added: ['Les meg', 'Kapasitet'], isNorwegian: false, spareTabs: ['Sheet1'] });
  expect(google.person(ID).book.properties.locale).toBe('en_US');
});
