import type { Moment } from '#src/domain/day.ts';
import { judgeKapasitet } from '#src/domain/kapasitet-judgement.ts';
import { type KapasitetRecord, kapasitetRecordsOf } from '#src/domain/kapasitet-past.ts';
import type { Model } from '#src/sheets/model.ts';

/** What is worth remembering of the places as read now; nothing without a sheet of places. */
export function kapasitetRecords({ kapasitet, innstillinger }: Model, now: Moment): readonly KapasitetRecord[] {
  return kapasitet === null ? [] : kapasitetRecordsOf(judgeKapasitet(kapasitet, now, innstillinger));
}
