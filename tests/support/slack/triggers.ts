import type { Clock } from './clock.ts';

/** What a trigger leads to. */
export interface Trigger {
  readonly user: string;
  /** The view it was pressed in; null outside views. */
  readonly view: string | null;
}

const LIFETIME_MS = 3000;

/** The ids Slack hands out when a person does something: a view can be opened with one, once, within three seconds. */
export function triggerIds(clock: Clock) {
  const triggers = new Map<string, Trigger & { readonly expires: number; used: boolean }>();
  return {
    create(user: string, view: string | null = null): string {
      const id = `132456.7890123.${(triggers.size + 1).toString(16).padStart(6, '0')}`;
      triggers.set(id, { user, view, expires: clock.now() + LIFETIME_MS, used: false });
      return id;
    },
    /** The trigger, which is used up by this, or why Slack does not take it. */
    use(id: string): Trigger | string {
      const trigger = triggers.get(id);
      if (!trigger) return 'invalid_trigger_id';
      if (trigger.used) return 'exchanged_trigger_id';
      if (clock.now() > trigger.expires) return 'expired_trigger_id';
      trigger.used = true;
      return trigger;
    },
  };
}
