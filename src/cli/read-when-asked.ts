import type { Source } from '../current-model.ts';
import type { Snapshot, Workbook } from '../workbook/workbook.ts';

/** Looks at a workbook each time somebody asks: who sits at a terminal sees what stands there now, whatever it is. */
export function readWhenAsked(workbook: Workbook): Source {
  let last: Snapshot | null = null;
  return async (clock) => {
    const version = last && (await workbook.version());
    if (!last || version !== last.version) last = await workbook.read(version ?? undefined);
    return { snapshot: last, readAt: clock(), restored: false };
  };
}
