import type { Day } from '#src/domain/day.ts';
import { type Judged, type JudgementContext, judgePlan, type PlanJudgement } from '#src/domain/judgement.ts';
import type { Kontakt } from '#src/domain/kontakter.ts';
import { parseTidsrom } from '#src/domain/tidsrom.ts';
import type { Tiltak } from '#src/domain/tiltak.ts';
import { unitRegister } from '#src/domain/unit-register.ts';
import { blockTexts } from '#src/message/limits.ts';
import type { Message } from '#src/message/message.ts';
import type { Model } from '#src/sheets/model.ts';
import { readModel } from '#src/sheets/read-model.ts';
import type { Cell, Merge, Tab } from '#src/workbook/workbook.ts';
import { aModel, NOW } from './kapasitet.ts';

export type Rows = readonly (readonly Cell[])[];

export const PLAN_HEADINGS = ['Nr', 'Tiltak', 'Frist', 'Ansvarlig', 'Status', 'Kommentar', 'Fullført dato'] as const;

/** A tiltak on track until the end of the year; `tidsrom` is written as in the sheet. */
export function aTiltak({
  tidsrom = 'Innen 31.12.24',
  ...fields
}: Partial<Tiltak> & { tidsrom?: string } = {}): Tiltak {
  return {
    nr: '1.1',
    aktivitet: '1',
    text: 'Lage mal',
    kortnavn: null,
    frist: parseTidsrom(tidsrom, 2024),
    prioritet: null,
    omfang: null,
    ansvarlig: ['Kompetansegruppen'],
    fanOut: 'none',
    status: 'not-reported',
    statusText: '',
    kommentar: '',
    fullfort: null,
    cell: 'Handlingsplan!B2',
    fristCell: 'Handlingsplan!C2',
    ...fields,
  };
}

/** Judges tiltak on a day; the example's Monday when a test is not about the day. */
export function judge(tiltak: readonly Tiltak[], context: Partial<JudgementContext> = {}): PlanJudgement {
  return judgePlan(
    { aktiviteter: [], tiltak, skipped: 0 },
    {
      today: '2024-06-03' as Day,
      dueSoonDays: 14,
      kommuner: [],
      kommunegrupper: [],
      kommuneStatuses: [],
      ...context,
    },
  );
}

/** One tiltak judged alone. */
export function judgeOne(tiltak: Tiltak, context: Partial<JudgementContext> = {}): Judged {
  const [judged] = judge([tiltak], context).tiltak;
  if (!judged) throw new Error('Nothing was judged');
  return judged;
}

/** The model of a workbook with these tabs, read as the bot reads it. */
export function readBook(
  tabs: Readonly<Record<string, Rows>>,
  { merges = [], withKpi = false }: { readonly merges?: readonly Merge[]; readonly withKpi?: boolean } = {},
): Promise<Model> {
  const tab = ([name, rows]: readonly [string, Rows]): Tab => ({ name, rows, merges, url: null });
  return readModel({
    handlingsplan: { tabs: Object.entries(tabs).map(tab), version: '1' },
    kapasitet: null,
    withKpi,
    readAt: NOW,
    examples: [],
  });
}

/** The model of a plan alone: the rows of its only tab, headings included. */
export function readPlan(rows: Rows, options: { readonly merges?: readonly Merge[] } = {}): Promise<Model> {
  return readBook({ Handlingsplan: rows }, options);
}

/** Rows under the usual headings. */
export function readRows(...rows: Rows): Promise<Model> {
  return readPlan([PLAN_HEADINGS, ...rows]);
}

/** What stands in the plan, in short: `1.1 Lage mal`. */
export function shortPlan({ plan }: Model): readonly string[] {
  return (plan?.tiltak ?? []).map(({ nr, text }) => `${nr ?? '–'} ${text}`);
}

/** Faults as people see them: `Handlingsplan!C2 «31.2.24»`. */
export function shortFaults({ faults }: Pick<Model, 'faults'>): readonly string[] {
  return faults.map(({ sheet, cell, found }) => `${sheet}!${cell} «${found}»`);
}

/** Someone in Kontakter that Slack can reach. */
export function aKontakt(navn: string, fields: Partial<Kontakt> = {}): Kontakt {
  return {
    navn,
    aliases: [],
    type: 'enhet',
    gruppe: null,
    slack: `C${navn.length}0000000`,
    epost: null,
    rolle: 'oppdaterer',
    ...fields,
  };
}

/** A model that holds a plan, and whoever is in Kontakter. */
export function planModel(tiltak: readonly Tiltak[], fields: Partial<Model> = {}): Model {
  const { kontakter = [aKontakt('Kompetansegruppen')] } = fields;
  return aModel({
    plan: { aktiviteter: [{ nr: '1', name: 'Måling' }], tiltak, skipped: 0 },
    kapasitet: null,
    kontakter,
    register: unitRegister(kontakter.map(({ navn, aliases }) => ({ name: navn, aliases }))),
    ...fields,
  });
}

/** The lines a person sees. */
export function linesOf({ blocks }: Pick<Message, 'blocks'>): readonly string[] {
  return blocks.flatMap(blockTexts).join('\n').split('\n');
}
