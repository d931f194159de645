/** What the invented spreadsheet of places is called at Google. */
export const SPREADSHEET_ID = '1OppdiktetArkMedKorttidsplasserForMaaling';
