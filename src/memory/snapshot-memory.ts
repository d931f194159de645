import { momentAt } from '../domain/day.ts';
import type { WorkbookName } from '../sheets/contract.ts';
import type { SnapshotMemory } from '../workbook/reading.ts';
import type { State } from './state.ts';

/** A reading that is still current is written anew no more often than this, in milliseconds. */
const RENEW_AFTER_MS = 10 * 60_000;

/**
 * Keeps a workbook's last good reading in the state, without e-mail addresses, Kontakt and Oppdatert av.
 * @param source the workbook's fingerprint
 * @param onTrouble told when the state could not be used; the figures in memory serve people all the same
 */
export function snapshotMemory(
  state: State,
  name: WorkbookName,
  source: string,
  onTrouble: (error: unknown) => void,
): SnapshotMemory {
  let kept: { readonly version: string; readonly at: number } | null = null;

  return {
    keep({ snapshot, readAt }) {
      const now = performance.now();
      if (kept?.version === snapshot.version && now - kept.at < RENEW_AFTER_MS) return;
      kept = { version: snapshot.version, at: now };
      void save();

      async function save(): Promise<void> {
        try {
          const { withoutPersonalData } = await import('../sheets/without-personal-data.ts');
          const { snapshots } = await state.get();
          await snapshots.save(source, withoutPersonalData(snapshot, name), readAt.ms);
        } catch (error) {
          kept = null;
          onTrouble(error);
        }
      }
    },

    async load() {
      try {
        const { snapshots } = await state.get();
        const found = await snapshots.load(source);
        return found && { snapshot: found.snapshot, readAt: momentAt(found.readAt) };
      } catch (error) {
        onTrouble(error);
        return null;
      }
    },
  };
}
