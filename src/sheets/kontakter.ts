import { HIDDEN_BIRTH_NUMBER } from '#src/domain/birth-number.ts';
import { cellText } from '#src/domain/cell-value.ts';
import { isEmailAddress } from '#src/domain/email-address.ts';
import { KNOWN_KOMMUNER } from '#src/domain/kommuner.ts';
import type { Kontakt, KontaktType, Rolle } from '#src/domain/kontakter.ts';
import { nameKey, sameName } from '#src/domain/names.ts';
import type { TabContract } from './contract.ts';
import { FaultList, type TabResult } from './fault-list.ts';
import type { RowCells, TabRead } from './read-tab.ts';
import { isExampleRow } from './template-row.ts';

export type KontakterColumn = 'navn' | 'alias' | 'type' | 'gruppe' | 'epost' | 'slack' | 'rolle';

const TYPES: readonly KontaktType[] = ['enhet', 'kommune', 'gruppe'];
const ROLLER: readonly Rolle[] = ['leser', 'oppdaterer', 'sekretariat'];
/** A user (U, W), a channel or conversation (C, G, D) or a user group (S). */
const SLACK_ID = /^[UWCGDS][A-Z0-9]{5,}$/;
/** What people write in a cell that is to stay empty. */
const NOTHING = /^[–—-]$/;

export const kontakterContract: TabContract<KontakterColumn> = {
  workbook: 'handlingsplan',
  name: 'Kontakter',
  compulsory: false,
  purpose: 'Hvem som er hvem: enheter, kommuner og grupper, og hvor de nås i Slack. Aldri personnavn.',
  recognisedBy: [['navn'], ['alias', 'type', 'gruppe', 'slack', 'rolle', 'epost']],
  columns: [
    {
      key: 'navn',
      title: 'Navn',
      aliases: ['Enhet', 'Kontakt'],
      format: 'text',
      note: 'Enhetens eller kommunens navn. Ikke personnavn.',
      width: 30,
      example: 'Eksempel: Kompetansegruppen',
      ownPerRow: true,
    },
    {
      key: 'alias',
      title: 'Alias',
      aliases: ['Andre navn', 'Kalles også'],
      format: 'text',
      note: 'Andre skrivemåter, skilt med semikolon.',
      width: 34,
      example: 'Kompetansegruppa; Kompetansegr.',
    },
    {
      key: 'type',
      title: 'Type',
      format: 'text',
      values: TYPES,
      note: 'enhet, kommune eller gruppe (kommunegruppe).',
      width: 12,
      example: 'enhet',
    },
    {
      key: 'gruppe',
      title: 'Gruppe',
      aliases: ['Kommunegruppe', 'Region'],
      format: 'text',
      note: 'Kommunegruppen en kommune hører til. Brukes når noen leter etter plass i nærheten.',
      width: 24,
      example: '',
    },
    {
      key: 'epost',
      title: 'E-post',
      aliases: ['Epost', 'Mail', 'E-postadresse'],
      format: 'text',
      note: 'Adressen enheten har i Slack, helst en felles postkasse. Brukes når Slack står tom. Boten sender ikke e-post.',
      width: 28,
      example: '',
      personal: true,
    },
    {
      key: 'slack',
      title: 'Slack',
      aliases: ['Slack-id', 'Slack id', 'Slack-kanal'],
      format: 'text',
      note: 'Id for person (U…), kanal (C…) eller brukergruppe (S…). Finnes under «Kopier medlems-ID» i Slack.',
      width: 16,
      example: 'C0000000000',
    },
    {
      key: 'rolle',
      title: 'Rolle',
      format: 'text',
      values: ROLLER,
      note: 'leser, oppdaterer eller sekretariat.',
      width: 14,
      example: 'oppdaterer',
    },
  ],
};

type Row = RowCells<KontakterColumn>;

/** Reads Kontakter. A wrong Slack id, address or type is a fault; the row keeps what is right in it. */
export function readKontakter(read: TabRead<KontakterColumn>): TabResult<readonly Kontakt[]> {
  const faults = new FaultList(read.sheet);
  const kontakter = new Map<string, Kontakt>();
  let skipped = 0;

  for (const row of read.rows) {
    const navn = cellText(row.cell('navn'));
    if (isExampleRow([row.cell('navn')])) {
      skipped++;
      continue;
    }
    if (navn === '') continue;
    if (kontakter.has(nameKey(navn))) {
      faults.add(row.at('navn'), navn, 'hvert navn én gang', `«${navn}» står to ganger. Den første raden gjelder.`);
      continue;
    }
    kontakter.set(nameKey(navn), readKontakt(row, navn, faults));
  }
  return { value: [...kontakter.values()], faults: faults.faults, rows: kontakter.size, skipped };
}

function readKontakt(row: Row, navn: string, faults: FaultList): Kontakt {
  return {
    navn,
    aliases: cellText(row.cell('alias'))
      .split(/[;,]/)
      .map((alias) => alias.trim())
      .filter((alias) => nameKey(alias) !== ''),
    type: oneOf(row, 'type', TYPES, faults) ?? typeByName(navn),
    gruppe: cellText(row.cell('gruppe')) || null,
    slack: readSlackId(row, faults),
    epost: readEpost(row, faults),
    rolle: oneOf(row, 'rolle', ROLLER, faults) ?? 'leser',
  };
}

function typeByName(navn: string): KontaktType {
  return KNOWN_KOMMUNER.some((kommune) => sameName(kommune, navn)) ? 'kommune' : 'enhet';
}

function oneOf<T extends string>(row: Row, key: KontakterColumn, allowed: readonly T[], faults: FaultList): T | null {
  const text = cellText(row.cell(key));
  const value = allowed.find((candidate) => sameName(candidate, text)) ?? null;
  if (value === null && text !== '') {
    const expected = allowed.join(', ');
    faults.add(row.at(key), text, expected, `«${text}» er ikke et av valgene: ${expected}.`);
  }
  return value;
}

function readSlackId(row: Row, faults: FaultList): string | null {
  const text = cellText(row.cell('slack'));
  if (text === '' || NOTHING.test(text)) return null;
  if (SLACK_ID.test(text)) return text;
  faults.add(
    row.at('slack'),
    text,
    'en Slack-id som C0123456789',
    `«${text}» er ikke en Slack-id. Den begynner på U, C eller S og har bare store bokstaver og tall.`,
  );
  return null;
}

/** A wrong address is not repeated in the fault: it may be somebody's all the same. */
function readEpost(row: Row, faults: FaultList): string | null {
  const text = cellText(row.cell('epost'));
  if (text === '' || NOTHING.test(text)) return null;
  if (isEmailAddress(text)) return text;
  // That cell is a fault already.
  if (text.includes(HIDDEN_BIRTH_NUMBER)) return null;
  faults.add(
    row.at('epost'),
    '(vises ikke)',
    'én e-postadresse',
    'Dette er ikke en e-postadresse. Skriv én adresse, for eksempel «postmottak@kommune.no», eller la cellen stå tom.',
  );
  return null;
}
