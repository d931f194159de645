import type { Moment } from '#src/domain/day.ts';
import { requireTables } from '#src/features/ask.ts';
import { alder, antall } from '#src/message/norsk.ts';
import type { WorkbookName } from '#src/sheets/contract.ts';
import type { Model } from '#src/sheets/model.ts';
import { good, type Verdict } from './check.ts';

/** What was read of the plan's workbook. Throws WorkbookError when it holds no plan. */
export function planVerdict(model: Model): Verdict {
  requireTables({ needs: ['handlingsplan'], uses: [] }, model);
  const tiltak = model.plan?.tiltak.length ?? 0;
  return good([...read('handlingsplan', model), antall(tiltak, 'tiltak', 'tiltak'), ...faultNote(model)].join(', '));
}

/**
 * What was read of the workbook of places, and how old its newest figure is. Its faults are not counted here: whether a
 * kommune is known depends on the other workbook. Throws WorkbookError when it holds no table of places.
 */
export function placesVerdict(model: Model, now: Moment): Verdict {
  requireTables({ needs: ['kapasitet'], uses: [] }, model);
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
