import type { Moment } from '#src/domain/day.ts';
import type { Fault } from '#src/domain/fault.ts';
import type { Innstillinger } from '#src/domain/innstillinger.ts';
import type { KapasitetRow } from '#src/domain/kapasitet.ts';
import { type JudgedRow, judgeKapasitet, type KapasitetSum, sumKapasitet } from '#src/domain/kapasitet-judgement.ts';
import { parseKapasitetQuestion } from '#src/domain/kapasitet-question.ts';
import type { Remark } from '#src/domain/kapasitet-remarks.ts';
import { nameKey, sameName } from '#src/domain/names.ts';
import type { Model } from '#src/sheets/model.ts';
import type { Question } from '../feature.ts';
import { sourceLine } from '../plan-view.ts';
import { type Asked, decide, rowsAskedFor } from './asked.ts';

/** Everything the answer shows; nothing about how it is shown. */
export interface KapasitetSummary {
  readonly asked: Asked;
  /** How the question was read, where that is not plain. */
  readonly remarks: readonly Remark[];
  /** The rows the answer is about. */
  readonly rows: readonly JudgedRow[];
  readonly sum: KapasitetSum;
  /** Keys of kommuner with several rows in the sheet, whose rows must say which one they are. */
  readonly withSeveralRows: ReadonlySet<string>;
  readonly faults: readonly Fault[];
  readonly rule: Pick<Innstillinger, 'freshHours' | 'weekendsCount'>;
  readonly now: Moment;
  /** How old the figures are, and what of them is invented. */
  readonly source: string;
  readonly urls: Model['urls'];
}

/** Decides the answer to `/kapasitet words`. */
export function summariseKapasitet(question: Question): KapasitetSummary {
  const { model, now } = question;
  const sheetRows = model.kapasitet ?? [];
  const judged = judgeKapasitet(sheetRows, now, model.innstillinger);
  const { kontakter } = model;
  const { question: parsed, remarks } = parseKapasitetQuestion(question.words, sheetRows, kontakter, now.day);
  const asked = model.kapasitet === null ? ({ kind: 'nothing', why: 'no-table' } as const) : whatIsAsked();
  const rows = rowsAskedFor(asked, judged.rows);

  return {
    asked,
    remarks: asked.kind === 'nothing' ? [] : remarks,
    rows,
    sum: rows === judged.rows ? judged.sum : sumKapasitet(rows, now.day),
    withSeveralRows: kommunerWithSeveralRows(sheetRows),
    faults: model.kapasitetFaults,
    rule: model.innstillinger,
    now,
    source: sourceLine(model, now),
    urls: model.urls,
  };

  function whatIsAsked(): Asked {
    const kommune = sheetRows.find((row) => question.unit !== null && sameName(row.kommune, question.unit))?.kommune;
    return decide(parsed, judged, { kommune: kommune ?? null, kontakter, today: now.day });
  }
}

function kommunerWithSeveralRows(rows: readonly KapasitetRow[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const several = new Set<string>();
  for (const { kommune } of rows) {
    const key = nameKey(kommune);
    (seen.has(key) ? several : seen).add(key);
  }
  return several;
}
