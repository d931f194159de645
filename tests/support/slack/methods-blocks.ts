import { blockProblems } from './block-kit.ts';
import type { BlockProblem } from './block-kit-report.ts';
import { viewProblems } from './block-kit-views.ts';
import { asObject, asText, fromJson } from './http.ts';
import type { MethodCall, Methods } from './method.ts';
import { invalidArguments, refusal } from './refusal.ts';
import type { SlackObject } from './workspace.ts';

export const blockMethods: Methods = { 'blocks.validate': { perMinute: null, run: validate } };

/** Says all that is wrong with blocks, a message or a view: exactly one of the three. */
function validate({ args }: MethodCall): SlackObject {
  const [kind, ...more] = ['blocks', 'message', 'view'].filter((name) => args[name] !== undefined);
  if (!kind || more.length > 0) return invalidArguments(['provide exactly one of blocks, view or message']);
  let sent: unknown;
  try {
    sent = fromJson(args[kind]);
  } catch {
    return invalidArguments([`${kind} is not valid JSON`]);
  }
  const problems = problemsOf(kind, sent);
  if (problems.length === 0) return { ok: true };
  const errors = problems.map((problem) => ({ code: 'failed_constraint', ...problem }));
  return refusal(`invalid_${kind}`, { errors });
}

function problemsOf(kind: string, sent: unknown): readonly BlockProblem[] {
  if (kind === 'view') return viewProblems(asObject(sent), asText(asObject(sent).type));
  const blocks = kind === 'message' ? asObject(sent).blocks : sent;
  const problems = blockProblems(blocks);
  if (kind === 'message') return problems;
  return problems.map((problem) => ({ ...problem, pointer: problem.pointer.replace('/blocks', '') }));
}
