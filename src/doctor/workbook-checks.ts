import type { Moment } from '#src/domain/day.ts';
import { requireTables } from '#src/features/ask.ts';
import { alder, antall } from '#src/message/norsk.ts';
import type { WorkbookName } from '#src/sheets/contract.ts';
import type { Model } from '#src/sheets/model.ts';
import { WorkbookError } from '#src/workbook/workbook.ts';
import { good, type Verdict } from './check.ts';

/** What was read of the plan's workbook. Throws WorkbookError when it holds no plan. */
export function planVerdict(model: Model): Verdict {
  requireTable('handlingsplan', model);
  const tiltak = model.plan?.tiltak.length ?? 0;
  return good([...read('handlingsplan', model), antall(tiltak, 'tiltak', 'tiltak'), ...faultNote(model)].join(', '));
}

/** Throws WorkbookError, which tells whoever has just made the sheet how to get the tabs. */
function requireTable(name: WorkbookName, model: Model): void {
  try {
    requireTables({ needs: [name], uses: [] }, model);
  } catch (error) {
    // Where other tabs are read, it is a matter of a heading.
    if (!(error instanceof WorkbookError) || model.tabs.length > 0) throw error;
    throw new WorkbookError(error.trouble, `${error.message} Er arket nytt, kan «maler» lage fanene.`, {
      cause: error,
    });
  }
}

/**
 * What was read of the workbook of places, and how old its newest figure is. Its faults are not counted here: whether a
 * kommune is known depends on the other workbook. Throws WorkbookError when it holds no table of places.
 */
export function placesVerdict(model: Model, now: Moment): Verdict {
  requireTable('kapasitet', model);
  const rows = model.kapasitet ?? [];
  const kommuner = new Set(rows.map(({ kommune }) => kommune)).size;
  const [newest] = rows.flatMap(({ oppdatert }) => oppdatert ?? []).toSorted((a, b) => b.ms - a.ms);
  return good(
    [
      ...read('kapasitet', model),
      antall(kommuner, 'kommune', 'kommuner'),
      ...(newest ? [`nyeste tall ${alder(newest, now)}`] : []),
    ].join(', '),
  );
}

function read(name: WorkbookName, { tabs, examples }: Model): readonly string[] {
  const count = tabs.filter(({ workbook }) => workbook === name).length;
  return [examples.includes(name) ? 'det oppdiktede eksempelet' : 'lest', antall(count, 'fane', 'faner')];
}

function faultNote({ faults }: Model): readonly string[] {
  return faults.length === 0 ? [] : [`${antall(faults.length, 'feil å rette', 'feil å rette')} (se «sjekk»)`];
}
