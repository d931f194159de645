import { mend, type Verdict } from './check.ts';

/** What there is to say of a workbook besides what was read in it. */
export interface Standing {
  /** Worth knowing, though nobody has to do anything. */
  readonly remarks: readonly string[];
  /** What to do before the bot can do as the settings say, in sentences; null when nothing. */
  readonly toMend: string | null;
}

/** What was read, and what there is to say besides. */
export function withStanding({ mark, message }: Verdict, { remarks, toMend }: Standing): Verdict {
  const said = [message, ...remarks].join(' · ');
  return toMend === null ? { mark, message: said } : mend(`${said}. ${toMend}`);
}
