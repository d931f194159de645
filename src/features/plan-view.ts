import type { Moment } from '#src/domain/day.ts';
import type { PlanJudgement } from '#src/domain/judgement.ts';
import { antall, lest } from '#src/message/norsk.ts';
import type { Model } from '#src/sheets/model.ts';

/** What every view of the plan needs besides its own question. */
export interface PlanView {
  readonly model: Model;
  readonly now: Moment;
  readonly judgement: PlanJudgement;
}

/** The age of the figures, and what of them is invented: stands in every answer. */
export function sourceLine(model: Model, now: Moment): string {
  const isOld = model.isTroubled === true && now.ms - model.readAt.ms > FRESH_MS;
  const parts = [lest(model.readAt, now), isOld ? 'får ikke lest nyere tall' : null, exampleText(model)];
  return parts.filter((part) => part !== null).join(' · ');
}

/** What is younger than this, in milliseconds, is as good as new. */
const FRESH_MS = 15 * 60_000;

function exampleText({ examples, plan, kapasitet }: Model): string | null {
  const [only, both] = examples;
  if (only === undefined) return null;
  if (both !== undefined || plan === null || kapasitet === null) return 'eksempeltall, ikke ekte';
  return only === 'kapasitet'
    ? 'kapasitetstallene er eksempler, ikke ekte'
    : 'handlingsplanen er et eksempel, ikke ekte';
}

/** The one sane sentence about a plan that has been left behind, instead of an alarm for every line. */
export function outdatedText({ tiltak }: PlanJudgement): string {
  const open = tiltak.filter(({ timing }) => timing !== 'done' && timing !== 'cancelled');
  const late = open.filter(({ timing }) => timing === 'overdue').length;
  return `Planen ser utdatert ut: ${antall(late, 'tiltak', 'tiltak')} er over fristen, de fleste med mer enn seks måneder. Er det noen som skal fornye den?`;
}
