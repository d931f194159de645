import { readBlocks } from './content.ts';
import { writable } from './conversations.ts';
import { asArray, asObject, asText, fromJson } from './http.ts';
import { type MethodCall, type Methods, TIER } from './method.ts';
import { isRefusal, refusal } from './refusal.ts';
import { BOT_USER, type SlackObject } from './workspace.ts';

const scopes = ['files:write'];

/** A file is uploaded in three steps: ask for an address, send the bytes there, and say that it is complete. */
export const fileMethods: Methods = {
  'files.getUploadURLExternal': { scopes, required: ['filename', 'length'], perMinute: TIER.four, run: uploadUrl },
  'files.completeUploadExternal': { scopes, required: ['files'], perMinute: TIER.four, run: complete },
};

function uploadUrl({ args, workspace, origin }: MethodCall): SlackObject {
  const file_id = `F${workspace.files.size + 1}`;
  workspace.files.set(file_id, { filename: asText(args.filename), bytes: null, title: null });
  return { ok: true, upload_url: `${origin}/upload/${file_id}`, file_id };
}

function complete({ args, workspace }: MethodCall): SlackObject {
  const asked = asArray(fromJson(args.files)).map(asObject);
  const ids = asked.map(({ id }) => asText(id));
  if (ids.some((id) => !workspace.files.get(id)?.bytes)) return refusal('file_not_found');

  const to = asText(args.channel_id);
  const channel = to === '' ? null : writable(workspace, to);
  if (isRefusal(channel)) return channel;
  const blocks = readBlocks(args);
  if (isRefusal(blocks)) return blocks;

  for (const { id, title } of asked) {
    const file = workspace.files.get(asText(id));
    if (file) workspace.files.set(asText(id), { ...file, title: asText(title) || file.filename });
  }
  if (channel !== null) {
    const said = { text: asText(args.initial_comment), blocks, thread_ts: asText(args.thread_ts) || null };
    workspace.messages.add({ channel, user: BOT_USER, ...said, files: ids });
  }
  return { ok: true, files: ids.map((id) => ({ id, title: workspace.files.get(id)?.title })) };
}
