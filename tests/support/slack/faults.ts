import type { SlackObject } from './workspace.ts';

/**
 * What goes wrong with a call. `done` is whether Slack does what it was asked all the same. `until` holds things up: the
 * answer, when it is done, or else the call itself. That the client goes away meanwhile does not stop Slack.
 */
export type Fault = { readonly until?: Promise<unknown> } & (
  | {
      /** Another HTTP status than 200. Not done, unless it says so. */
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly done?: boolean;
    }
  /** Slack's own word that something went wrong, such as `internal_error`. Not done, unless it says so. */
  | { readonly kind: 'refusal'; readonly error: string; readonly done?: boolean }
  /** The connection breaks. */
  | { readonly kind: 'reset'; readonly done: boolean }
  /** It is done, and the connection breaks in the middle of the answer. */
  | { readonly kind: 'cut' }
  /** It takes until then, and all is well. Done first, unless `done` is false. */
  | { readonly kind: 'slow'; readonly until: Promise<unknown>; readonly done?: boolean }
);

export interface ApiCall {
  readonly method: string;
  readonly args: SlackObject;
}

/** Which calls a fault is for. */
export interface FaultRule {
  /** Every method, when left out. */
  readonly method?: string;
  readonly when?: (args: SlackObject) => boolean;
  /** How many calls; every one until it is stopped, when left out. */
  readonly times?: number;
  readonly fault: Fault;
}

/** What is to go wrong: for each call, the first rule that fits it and has calls left. */
export function faultRules() {
  const rules: { readonly rule: FaultRule; left: number }[] = [];
  return {
    /** @returns stops it */
    add(rule: FaultRule): () => void {
      const entry = { rule, left: rule.times ?? Number.POSITIVE_INFINITY };
      rules.push(entry);
      return () => {
        entry.left = 0;
      };
    },
    take({ method, args }: ApiCall): Fault | null {
      const found = rules.find(({ rule, left }) => {
        return left > 0 && (rule.method ?? method) === method && (rule.when?.(args) ?? true);
      });
      if (!found) return null;
      found.left -= 1;
      return found.rule.fault;
    },
  };
}

/** Whether Slack does what it was asked, in spite of the fault. */
export function isDone(fault: Fault): boolean {
  if (fault.kind === 'cut') return true;
  return fault.done ?? fault.kind === 'slow';
}
