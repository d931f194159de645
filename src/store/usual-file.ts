/** Where the state is when DATABASE_URL does not say. By itself, so that looking for it loads nothing else. */
export const USUAL_FILE = 'data/samhandlingsbot.sqlite';
