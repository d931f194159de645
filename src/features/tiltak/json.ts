import { isoMoment, type Moment } from '#src/domain/day.ts';
import type { Judged, PlanJudgement } from '#src/domain/judgement.ts';
import type { Model } from '#src/sheets/model.ts';
import { contradictionText } from '../tiltak-line.ts';

/** The answer as data, in the shape other programs rely on. */
export function tiltakJson(model: Model, shown: readonly Judged[], judgement: PlanJudgement, now: Moment) {
  const nrs = new Set(shown);
  return {
    asOf: isoMoment(now),
    example: model.examples.length > 0,
    aktiviteter: model.plan?.aktiviteter ?? [],
    skipped: model.plan?.skipped ?? 0,
    outdated: judgement.outdated,
    tiltak: shown.map(tiltakAsData),
    contradictions: judgement.contradictions
      .filter(({ judged }) => nrs.has(judged))
      .map((c) => ({ nr: c.judged.tiltak.nr, rule: c.rule, message: contradictionText(c, now.day) })),
    faults: model.planFaults,
  };
}

function tiltakAsData({ tiltak, status, timing, daysOverdue, waitsFor, blocks, perKommune }: Judged) {
  const { kind, start, end, precision, dependsOn } = tiltak.frist;
  return {
    nr: tiltak.nr,
    aktivitet: tiltak.aktivitet,
    text: tiltak.text,
    kortnavn: tiltak.kortnavn,
    tidsrom: tiltak.frist.text,
    frist: { kind, start, end, precision, dependsOn },
    prioritet: tiltak.prioritet,
    omfang: tiltak.omfang,
    ansvarlig: tiltak.ansvarlig,
    fanOut: tiltak.fanOut,
    perKommune,
    status,
    statusText: tiltak.statusText,
    kommentar: tiltak.kommentar,
    fullfort: tiltak.fullfort,
    timing,
    daysOverdue,
    waitsFor,
    blocks,
    cell: tiltak.cell,
  };
}
