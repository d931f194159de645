import type { Insertable, Selectable } from 'kysely';
import { type Day, parseIsoDay } from '#src/domain/day.ts';
import type { TiltakRecord } from '#src/domain/plan-past.ts';
import type { Status } from '#src/domain/status.ts';
import type { FristKind } from '#src/domain/tidsrom.ts';
import { damagedContent } from './kept-json.ts';
import type { KapasitetHistoryTable, PlanHistoryTable } from './schema.ts';
import type { KapasitetRecord } from './store.ts';

/** Status and kind of deadline are words the domain has given; they come back as they were. */
export function asTiltakRecord(row: Selectable<PlanHistoryTable>): TiltakRecord {
  return {
    key: row.key,
    nr: row.nr,
    title: row.title,
    status: row.status as Status,
    fristKind: row.frist_kind as FristKind,
    fristEnd: row.frist_end === null ? null : asDay(row.frist_end),
    reported: row.reported,
    kommuner: row.kommuner,
    at: row.at,
    gone: row.gone === 1,
  };
}

export function tiltakRow(source: string, record: TiltakRecord): Insertable<PlanHistoryTable> {
  return {
    source,
    key: record.key,
    at: record.at,
    gone: record.gone ? 1 : 0,
    nr: record.nr,
    title: record.title,
    status: record.status,
    frist_kind: record.fristKind,
    frist_end: record.fristEnd,
    reported: record.reported,
    kommuner: record.kommuner,
  };
}

export function asKapasitetRecord(row: Selectable<KapasitetHistoryTable>): KapasitetRecord & { day: string } {
  const { day, kommune, kategori, plasser, ledig, confirmed } = row;
  return { day, kommune, kategori, plasser, ledig, confirmed: confirmed === 1 };
}

export function kapasitetRow(source: string, day: string, record: KapasitetRecord): Insertable<KapasitetHistoryTable> {
  const { kommune, kategori, plasser, ledig, confirmed } = record;
  return { source, day, kommune, kategori, plasser, ledig, confirmed: confirmed ? 1 : 0 };
}

function asDay(text: string): Day {
  const day = parseIsoDay(text);
  if (day === null) throw damagedContent();
  return day;
}
