import { viewProblems } from './block-kit-views.ts';
import { asArray, asObject, asText, fromJson } from './http.ts';
import { type MethodCall, type Methods, TIER } from './method.ts';
import { invalidArguments, isRefusal, type Refusal, refusal } from './refusal.ts';
import { type OpenView, type SlackObject, TEAM, type Workspace } from './workspace.ts';

const perMinute = TIER.four;

export const viewMethods: Methods = {
  'views.open': { required: ['view'], perMinute, run: (call) => onTrigger(call, open) },
  'views.push': { required: ['view'], perMinute, run: (call) => onTrigger(call, push) },
  'views.update': { required: ['view'], perMinute, run: update },
  'views.publish': { required: ['user_id', 'view'], perMinute, run: publish },
};

const MOST_STACKED = 3;
const MOST_BYTES = 250_000;

type Place = Pick<OpenView, 'user' | 'beneath'>;

function onTrigger(
  { args, workspace }: MethodCall,
  placeFor: (workspace: Workspace, trigger: { readonly user: string; readonly view: string | null }) => Place | Refusal,
): SlackObject {
  const view = readView(args, 'modal');
  if (isRefusal(view)) return view;
  const trigger = workspace.triggers.use(asText(args.trigger_id));
  if (typeof trigger === 'string') return refusal(trigger);
  const place = placeFor(workspace, trigger);
  return isRefusal(place) ? place : keep(workspace, { ...place, id: `V${workspace.views.size + 1}`, view });
}

function open(_: Workspace, { user }: { readonly user: string }): Place {
  return { user, beneath: [] };
}

function push(workspace: Workspace, { user, view }: { readonly user: string; readonly view: string | null }) {
  const top = workspace.views.get(view ?? '');
  if (!top) return refusal('not_found');
  const beneath = [...top.beneath, top.id];
  return beneath.length < MOST_STACKED ? { user, beneath } : refusal('push_limit_reached');
}

function update({ args, workspace }: MethodCall): SlackObject {
  const external = asText(args.external_id);
  const old = [...workspace.views.values()].find(
    ({ id, view }) => id === args.view_id || (external !== '' && view.external_id === external),
  );
  if (!old) return refusal('not_found');
  if (asText(args.hash) !== '' && args.hash !== old.hash) return refusal('hash_conflict');
  const view = readView(args, asText(old.view.type));
  return isRefusal(view) ? view : keep(workspace, { ...old, view });
}

function publish({ args, workspace }: MethodCall): SlackObject {
  const user = asText(args.user_id);
  if (!workspace.users.has(user)) return refusal('invalid_arguments');
  const id = `VHOME${user}`;
  const hash = workspace.views.get(id)?.hash;
  if (asText(args.hash) !== '' && args.hash !== hash) return refusal('hash_conflict');
  const view = readView(args, 'home');
  return isRefusal(view) ? view : keep(workspace, { id, user, beneath: [], view });
}

function keep(workspace: Workspace, open: Omit<OpenView, 'hash'>): SlackObject {
  const hash = `${workspace.messages.nextTs()}.h`;
  workspace.views.set(open.id, { ...open, hash });
  return { ok: true, view: asView({ ...open, hash }) };
}

/** A view as Slack answers with it, and as people's answers carry it. */
export function asView({ id, hash, view, beneath }: OpenView): SlackObject {
  const blocks = asArray(view.blocks).map((block, at) => ({ block_id: `b${at}`, ...asObject(block) }));
  const stack = { root_view_id: beneath[0] ?? id, previous_view_id: beneath.at(-1) ?? null };
  return { ...view, blocks, id, hash, team_id: TEAM, state: { values: {} }, ...stack };
}

function readView(args: SlackObject, type: string): SlackObject | Refusal {
  let view: unknown;
  try {
    view = fromJson(args.view);
  } catch {
    return invalidArguments(['failed to match all allowed schemas [json-pointer:/view]']);
  }
  if (JSON.stringify(view).length > MOST_BYTES) return refusal('view_too_large');
  const problems = viewProblems(asObject(view), type);
  if (problems.length === 0) return asObject(view);
  return invalidArguments(problems.map(({ message, pointer }) => `${message} [json-pointer:/view${pointer}]`));
}
