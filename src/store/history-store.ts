import type { Database } from './database.ts';
import { kapasitetHistory } from './kapasitet-history.ts';
import { planHistory } from './plan-history.ts';
import type { History } from './store.ts';

export function historyStore(database: Database): History {
  return { ...planHistory(database), ...kapasitetHistory(database) };
}
