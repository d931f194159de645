import { existsSync } from 'node:fs';
import type { PlanPast } from '../domain/plan-past.ts';
import { type StateAddress, stateAddress } from '../store/state-address.ts';
import { StoreError } from '../store/store.ts';
import type { PlanSource } from './plan-past.ts';

/**
 * The plan's past, for somebody who asks outside the running bot. Never makes a state or brings one up to date, and loads
 * nothing of it when there is none.
 * @param url as DATABASE_URL has it
 * @returns null when there is no state, or it cannot be used: the answer is right without it
 */
export async function pastAlreadyKept(url: string | null, plan: PlanSource): Promise<PlanPast | null> {
  try {
    const address = stateAddress(url);
    if (address.kind === 'sqlite' && !existsSync(address.file)) return null;
    return await read(url, address, plan);
  } catch (error) {
    if (error instanceof StoreError) return null;
    throw error;
  }
}

async function read(url: string | null, address: StateAddress, plan: PlanSource): Promise<PlanPast | null> {
  const { lookAtState } = await import('../store/look-at-state.ts');
  if ((await lookAtState(address)) !== 'current') return null;
  const { openStore } = await import('../store/open-store.ts');
  const { planPast } = await import('./plan-past.ts');
  const store = await openStore({ url });
  try {
    return await planPast(store, plan);
  } finally {
    await store.close();
  }
}
