import type { Books } from '../current-model.ts';
import type { PlanPast } from '../domain/plan-past.ts';
import type { WorkbookName } from '../sheets/contract.ts';
import type { Model } from '../sheets/model.ts';
import type { Store } from '../store/store.ts';
import { planPast } from './plan-past.ts';
import type { State } from './state.ts';

/** Remembers how the plan and the places were. */
export interface Recorder {
  /** Notes what a reading shows, unless it has been noted. Throws StoreError. */
  note(model: Model): Promise<void>;
  /**
   * The plan's past; null when no workbook holds a plan. Throws StoreError.
   * @param period what is being spoken for: a thread goes on from where its own message began
   */
  past(period?: string): Promise<PlanPast | null>;
}

/** What was noted last: in which state, what, and as of when it was read. */
interface Noted {
  readonly store: Store;
  readonly what: unknown;
  readonly day: string;
}

/**
 * @param helsefellesskap whose plan it is
 * @param sources what each workbook is called in the state
 */
export function recorder(state: State, helsefellesskap: string, sources: Books['sources']): Recorder {
  const noted = new Map<WorkbookName, Noted>();

  /** What people see is computed from a workbook every minute; what it says changes a few times a day. */
  async function noteOnce(name: WorkbookName, now: Noted, write: () => Promise<void>): Promise<void> {
    const last = noted.get(name);
    if (last?.store === now.store && last.what === now.what && last.day === now.day) return;
    await write();
    noted.set(name, now);
  }

  return {
    async note(model) {
      const store = await state.get();
      const { plan, kapasitet, readAt, restored } = model;
      // As of when it was read: figures from yesterday say nothing of today. What was restored has been noted already.
      const { day } = readAt;
      const source = (name: WorkbookName) => (restored.includes(name) ? null : sources[name]);
      const [planSource, placesSource] = [source('handlingsplan'), source('kapasitet')];
      if (planSource !== null && plan !== null) {
        const { tiltakStates } = await import('../features/tiltak-states.ts');
        await noteOnce('handlingsplan', { store, what: plan, day }, () =>
          store.history.recordPlan(planSource, tiltakStates(model, readAt), readAt.ms),
        );
      }
      if (placesSource !== null && kapasitet !== null) {
        const { kapasitetRecords } = await import('../features/kapasitet-records.ts');
        await noteOnce('kapasitet', { store, what: kapasitet, day }, () =>
          store.history.recordKapasitet(placesSource, day, kapasitetRecords(model, readAt)),
        );
      }
    },
    async past(period) {
      const source = sources.handlingsplan;
      return source === null ? null : planPast(await state.get(), { helsefellesskap, source, period });
    },
  };
}
