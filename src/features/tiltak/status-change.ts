import { cellText } from '#src/domain/cell-value.ts';
import type { Judged } from '#src/domain/judgement.ts';
import { sameName } from '#src/domain/names.ts';
import { cellLink } from '#src/message/cell-link.ts';
import { type Message, section, shortCell } from '#src/message/message.ts';
import type { StatusShown } from '#src/message/status-select.ts';
import type { Model } from '#src/sheets/model.ts';
import type { EditOutcome, Miss } from '#src/workbook/edit.ts';
import { unitsOf } from '../unit.ts';

const LONGEST = 100;

/**
 * Why somebody may not set the status of a tiltak, in a sentence; null when they may. The column Rolle in Kontakter
 * decides (tab Kontakter, seed plan 001's groups): sekretariat sets any, oppdaterer those that their unit answers for.
 */
export function mayNotChange(slackUser: string, judged: Judged, model: Model): string | null {
  // One person may speak for several units.
  const askers = model.kontakter.filter(({ slack }) => slack === slackUser);
  const [first] = askers;
  if (!first) return `Jeg vet ikke hvilken enhet du hører til. ${ASK_SECRETARIAT}`;
  if (askers.some(({ rolle }) => rolle === 'sekretariat')) return null;
  const updating = askers.filter(({ rolle }) => rolle === 'oppdaterer');
  const [own] = updating;
  if (!own) return `${shortCell(first.navn, LONGEST)} har rollen leser. ${ASK_SECRETARIAT}`;
  const units = unitsOf(judged, model);
  if (updating.some(({ navn }) => units.some((unit) => sameName(unit, navn)))) return null;
  return `${shortCell(own.navn, LONGEST)} har ikke ansvar for ${judged.tiltak.nr}. Sekretariatet kan sette status for alle. Ingenting er skrevet.`;
}

const ASK_SECRETARIAT =
  'Den som eier arket, kan skrive inn Slack-id-en din og rollen oppdaterer i fanen Kontakter. Ingenting er skrevet.';

/** What came of it, for the one who asked. */
export function changeReply({ nr }: StatusShown, to: string, outcome: EditOutcome, { urls }: Model): Message {
  const links = (cells: readonly string[]) => cells.map((cell) => cellLink(cell, urls)).join(', ');
  switch (outcome.kind) {
    case 'written':
      return said(`Skrevet: ${nr} er nå «${to}» (${links(outcome.cells)}). Endringen står også i fanen Logg.`);
    case 'unsettled':
      return said(
        `Jeg vet ikke sikkert om alt ble riktig, fordi arket ble endret samtidig. Se på ${links(outcome.cells)}, og rett det som er galt. Fanen Logg viser hva som sto der.`,
      );
    case 'missed':
      return said(missText(nr, to, outcome.miss, urls));
  }
}

function missText(nr: string, to: string, { why, cell, now }: Miss, urls: Model['urls']): string {
  const where = cell === null ? '' : ` (${cellLink(cell, urls)})`;
  switch (why) {
    case 'changed': {
      const text = cellText(now);
      const stands = text === '' ? 'cellen er tom nå' : `nå står det «${shortCell(text, LONGEST)}» der`;
      return `Noen har endret ${nr} i arket siden du så den: ${stands}${where}. Ingenting er skrevet. Spør om ${nr} på nytt for å se den som den er.`;
    }
    case 'same':
      return `${nr} er allerede «${to}»${where}. Ingenting er skrevet.`;
    case 'no-row':
      return `Jeg finner ikke ${nr} i arket lenger. Ingenting er skrevet.`;
    case 'several-rows':
      return `${nr} står flere steder i arket${where}, så jeg vet ikke hvilken rad du mener. Ingenting er skrevet.`;
    case 'no-column':
      return `Tabellen der ${nr} står, har ingen kolonne for status. Ingenting er skrevet.`;
    case 'no-tab':
      return 'Jeg finner ikke fanen Handlingsplan i arket. Ingenting er skrevet.';
  }
}

function said(text: string): Message {
  return { text, blocks: [section(text)] };
}
