import type { Tiltak } from '#src/domain/tiltak.ts';
import type { Channels, Content, Occasion, Outgoing } from '#src/features/feature.ts';
import { paaminnelserCommand } from '#src/features/paaminnelser/command.ts';
import { paaminnelserJob } from '#src/features/paaminnelser/job.ts';
import type { Model } from '#src/sheets/model.ts';
import { oslo } from './kapasitet.ts';
import { planModel } from './plan.ts';

export const CHANNELS: Channels = { summary: 'C0000000001', admin: 'C0000000002' };

/** The morning of a day, with nothing remembered. */
function morningOf(day: string, model: Model, fields: Partial<Occasion>): Occasion {
  return { model, now: oslo(`${day} 08:00`), channels: CHANNELS, past: null, ...fields };
}

type Said = Outgoing & Content;

/** What the reminders say on a day, made. */
export function saidOn(day: string, model: Model, fields: Partial<Occasion> = {}): readonly Said[] {
  return paaminnelserJob.outgoing(morningOf(day, model, fields)).map((one) => ({ ...one, ...one.content() }));
}

/** The same without the secretariat's own list. */
export function toUnits(day: string, model: Model): readonly Said[] {
  return saidOn(day, model).filter(({ to }) => to.name !== 'sekretariatet');
}

/** The units reminded on a day. */
export function remindedOn(day: string, ...tiltak: readonly Tiltak[]): readonly string[] {
  return toUnits(day, planModel(tiltak)).map(({ to }) => to.name);
}

/** What is shown before the first reminders are sent, made; null when nothing is. */
export function previewOn(day: string, model: Model, fields: Partial<Occasion> = {}): Said | null {
  const preview = paaminnelserJob.preview?.(morningOf(day, model, fields)) ?? null;
  return preview && { ...preview, ...preview.content() };
}

/** What the command gives as data. */
export function remindersAsData(day: string, model: Model, channels: Channels = CHANNELS): unknown {
  return paaminnelserCommand.answer({ words: '', model, now: oslo(`${day} 08:00`), unit: null, channels }).json;
}
