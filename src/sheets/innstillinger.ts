import { cellText } from '#src/domain/cell-value.ts';
import { DEFAULT_INNSTILLINGER, type Innstillinger } from '#src/domain/innstillinger.ts';
import { nameKey, nearest } from '#src/domain/names.ts';
import type { TabContract } from './contract.ts';
import { FaultList, type TabResult } from './fault-list.ts';
import { SETTINGS } from './innstillinger-settings.ts';
import type { TabRead } from './read-tab.ts';
import { isExampleRow } from './template-row.ts';

export type InnstillingerColumn = 'navn' | 'verdi' | 'forklaring';

export const innstillingerContract: TabContract<InnstillingerColumn> = {
  workbook: 'handlingsplan',
  name: 'Innstillinger',
  compulsory: false,
  purpose: 'Det dere som eier arket har bestemt. Det som ikke står her, har vanlig verdi.',
  recognisedBy: [['navn'], ['verdi']],
  columns: [
    {
      key: 'navn',
      title: 'Navn',
      aliases: ['Innstilling'],
      format: 'text',
      note: 'Innstillingens navn.',
      width: 34,
      example: 'Eksempel: Frist snart (dager)',
    },
    { key: 'verdi', title: 'Verdi', format: 'text', note: 'Det som skal gjelde.', width: 24, example: '14' },
    {
      key: 'forklaring',
      title: 'Forklaring',
      aliases: ['Merknad', 'Kommentar'],
      format: 'text',
      note: 'Hva innstillingen gjør.',
      width: 60,
      example: 'Hvor mange dager før fristen et tiltak regnes som «frist snart»',
      extra: true,
    },
  ],
};

/** Reads Innstillinger. A setting that cannot be read keeps its usual value, and is a fault. */
export function readInnstillinger(read: TabRead<InnstillingerColumn>): TabResult<Innstillinger> {
  const faults = new FaultList(read.sheet);
  let value = DEFAULT_INNSTILLINGER;
  const seen = new Set<string>();
  let skipped = 0;
  let rows = 0;

  for (const row of read.rows) {
    const name = cellText(row.cell('navn'));
    if (name === '') continue;
    if (isExampleRow([row.cell('navn')])) {
      skipped++;
      continue;
    }
    rows++;
    const setting = SETTINGS.find((s) => nameKey(s.name) === nameKey(name));
    if (!setting) {
      const near = nearest(
        name,
        SETTINGS.map((s) => s.name),
      );
      const hint = near ? ` Mente du «${near}»?` : '';
      faults.add(row.at('navn'), name, 'navnet på en innstilling', `Jeg kjenner ikke innstillingen «${name}».${hint}`);
      continue;
    }
    if (seen.has(setting.name)) {
      faults.add(
        row.at('navn'),
        name,
        'hver innstilling én gang',
        `«${setting.name}» står to ganger. Den første gjelder.`,
      );
      continue;
    }
    seen.add(setting.name);
    const text = cellText(row.cell('verdi'));
    const read = text === '' ? {} : setting.read(row.cell('verdi'), value);
    if (read) value = { ...value, ...read };
    else
      faults.add(
        row.at('verdi'),
        text,
        setting.expected,
        `«${setting.name}» skal være ${setting.expected}, ikke «${text}».`,
      );
  }
  return { value, faults: faults.faults, rows, skipped };
}
