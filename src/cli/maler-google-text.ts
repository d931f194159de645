import { escapeMrkdwn, listSection, type Message } from '../message/message.ts';
import { oppramsing } from '../message/norsk.ts';
import type { WorkbookName } from '../sheets/contract.ts';
import { templateLayout } from '../sheets/template.ts';
import type { TemplateFit } from '../sheets/template-fit.ts';
import type { Filled } from '../workbook/google/template-writer.ts';
import type { Place } from './maler-google.ts';

/** «Handlingsplan», or «Handlingsplan og Kapasitet» where one spreadsheet is both. */
export function titleOf(workbooks: readonly WorkbookName[]): string {
  return oppramsing(workbooks.map((name) => templateLayout(name).title));
}

/** What was added to a spreadsheet, what was left as it was, and what remains for people to do. */
export function filledMessage(workbooks: readonly WorkbookName[], id: string, filled: Filled<TemplateFit>): Message {
  const { title, added, fit, spareTabs, isNorwegian } = filled;
  const lines = [
    added.length > 0 ? `La til ${oppramsing(added)}.` : NOTHING_ADDED,
    ...fit.renamed.map(({ name, servedBy }) => `Fanen «${servedBy}» brukes som ${name}, og er ikke rørt.`),
    ...fit.unfit.map(
      (name) =>
        `Fanen «${name}» mangler overskriftene boten ser etter, og er ikke rørt. Gi den et annet navn og kjør kommandoen igjen, så legger boten inn malen.`,
    ),
    ...spareTabs.map((name) => `Fanen «${name}» er tom og kan slettes.`),
    ...(isNorwegian ? [] : [SET_NORWEGIAN]),
    `https://docs.google.com/spreadsheets/d/${id}/edit`,
  ];
  const heading = `${titleOf(workbooks)}, i regnearket «${title}»`;
  return { text: heading, blocks: [listSection(escapeMrkdwn(heading), lines.map(escapeMrkdwn))] };
}

const NOTHING_ADDED = 'Ingenting å legge til, og ingenting er endret.';

/** Changing it changes how filled cells look, so that is for whoever filled them. */
const SET_NORWEGIAN =
  'Regnearket er ikke satt opp for Norge. Velg Norge og tidssonen Oslo under Fil → Innstillinger, så datoer og tall leses riktig.';

/** A template that was not put anywhere. */
export function leftOutMessage({ name, isFile }: Place): Message {
  const title = templateLayout(name).title;
  const text = isFile
    ? `${title}: ${setting(name)} er ikke et Google-regneark. Bruk maler --til MAPPE for å få malen som fil.`
    : `${title}: ${setting(name)} er ikke satt, så malen er ikke lagt inn noe sted.`;
  return { text, blocks: [] };
}

/** There is no spreadsheet to fill. */
export function noneText(places: readonly Place[]): string {
  const why = places.some(({ isFile }) => isFile)
    ? `${oppramsing(places.filter(({ isFile }) => isFile).map(({ name }) => setting(name)))} er ikke et Google-regneark.`
    : `${oppramsing(places.map(({ name }) => setting(name)))} er ikke satt.`;
  return `${why} Lag et tomt Google-regneark, del det med boten som redigerer, og bruk adressen der.`;
}

const setting = (name: WorkbookName): string => name.toUpperCase();
