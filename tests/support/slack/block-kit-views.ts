import { blockProblems } from './block-kit.ts';
import { type BlockProblem, checkText, PLAIN, problemsFrom, within } from './block-kit-report.ts';
import { asArray, asObject } from './http.ts';
import type { SlackObject } from './workspace.ts';

/**
 * Checks a modal or a Home tab against Slack's limits.
 * @param type what the view must be
 */
export function viewProblems(view: SlackObject, type: string): readonly BlockProblem[] {
  const surface = type === 'home' ? 'home' : 'modal';
  const own = problemsFrom((report) => {
    if (view.type !== surface) report('/type', `unsupported type: ${String(view.type)}`);
    within(view.callback_id, 255, '/callback_id', report);
    within(view.external_id, 255, '/external_id', report);
    within(view.private_metadata, 3000, '/private_metadata', report);
    if (asArray(view.blocks).length === 0) report('/blocks', 'must have at least 1 item');
    if (surface === 'home') return;
    checkText(view.title, 24, PLAIN, '/title', report);
    for (const name of ['submit', 'close'] as const) {
      if (view[name]) checkText(view[name], 24, PLAIN, `/${name}`, report);
    }
    const asks = asArray(view.blocks).some((block) => asObject(block).type === 'input');
    if (asks && !view.submit) report('/submit', '`submit` must be defined in view with an `input` block');
  });
  return [...own, ...blockProblems(view.blocks, surface)];
}
