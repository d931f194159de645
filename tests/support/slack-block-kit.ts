import { asArray, asObject, asText } from './slack-http.ts';
import type { SlackObject } from './slack-workspace.ts';

/** One thing Slack would say is wrong with blocks, and where. */
export interface BlockProblem {
  readonly message: string;
  readonly pointer: string;
}

/** Types that a message may hold. Alert and input are for modals and Home. */
const MESSAGE_BLOCKS = new Set([
  ...['actions', 'context', 'divider', 'header', 'image', 'markdown', 'rich_text', 'section', 'table', 'video', 'file'],
  ...['context_actions', 'card', 'carousel', 'container', 'data_table', 'data_visualization', 'plan', 'task_card'],
]);

const ACTION_ELEMENTS = new Set([
  ...['button', 'overflow', 'datepicker', 'timepicker', 'datetimepicker', 'checkboxes', 'radio_buttons'],
  ...['static_select', 'external_select', 'users_select', 'conversations_select', 'channels_select'],
  ...['multi_static_select', 'multi_users_select', 'multi_conversations_select', 'multi_channels_select'],
]);

/** The longest block text that users have seen Slack accept; 11 341 characters were refused (bolt-js #2867). */
const WHOLE_MESSAGE = 9597;

type Report = (pointer: string, message: string) => void;

/** Checks a message's blocks against Slack's limits. Where Slack's sources differ, the lower limit counts. */
export function blockProblems(blocks: unknown): readonly BlockProblem[] {
  const problems: BlockProblem[] = [];
  const report: Report = (pointer, message) => problems.push({ message, pointer });
  if (!Array.isArray(blocks)) return [{ message: 'must be an array', pointer: '/blocks' }];

  if (blocks.length > 50) report('/blocks', 'no more than 50 items allowed');
  repeated(blocks.map((block) => asText(asObject(block).block_id))).forEach((id) => {
    report('/blocks', `"block_id" should be unique: ${id}`);
  });
  for (const [at, block] of blocks.entries()) checkBlock(asObject(block), `/blocks/${at}`, report);
  return problems;
}

/** Whether Slack refuses blocks for their text taken together (`msg_blocks_too_long`). */
export function tooLongTogether(blocks: unknown): boolean {
  return textLength(blocks) > WHOLE_MESSAGE;
}

function checkBlock(block: SlackObject, at: string, report: Report): void {
  const type = asText(block.type);
  if (!MESSAGE_BLOCKS.has(type)) report(`${at}/type`, `unsupported type: ${type}`);
  within(block.block_id, 255, `${at}/block_id`, report);

  if (type === 'header') checkText(block.text, 150, ['plain_text'], `${at}/text`, report);
  if (type === 'section') checkSection(block, at, report);
  if (type === 'context') {
    checkCount(block.elements, 10, `${at}/elements`, report);
    for (const [index, element] of asArray(block.elements).entries()) {
      const each = `${at}/elements/${index}`;
      if (asObject(element).type === 'image') checkImage(asObject(element), each, report);
      else checkText(element, 3000, ['plain_text', 'mrkdwn'], each, report);
    }
  }
  if (type === 'actions') {
    checkCount(block.elements, 25, `${at}/elements`, report);
    const elements = asArray(block.elements).map(asObject);
    for (const [index, element] of elements.entries()) checkElement(element, `${at}/elements/${index}`, report);
    repeated(elements.map((element) => asText(element.action_id))).forEach((id) => {
      report(`${at}/elements`, `"action_id" should be unique: ${id}`);
    });
  }
  if (type === 'image') checkImage(block, at, report);
  if (type === 'markdown') filled(block.text, 12_000, `${at}/text`, report);
}

function checkSection(block: SlackObject, at: string, report: Report): void {
  if (!block.text && !block.fields) report(at, 'must have "text" or "fields"');
  if (block.text) checkText(block.text, 3000, ['plain_text', 'mrkdwn'], `${at}/text`, report);
  if (block.fields) checkCount(block.fields, 10, `${at}/fields`, report);
  for (const [index, field] of asArray(block.fields).entries()) {
    checkText(field, 2000, ['plain_text', 'mrkdwn'], `${at}/fields/${index}`, report);
  }
  if (block.accessory) checkElement(asObject(block.accessory), `${at}/accessory`, report);
}

function checkElement(element: SlackObject, at: string, report: Report): void {
  const type = asText(element.type);
  if (type === 'image') checkImage(element, at, report);
  else if (!ACTION_ELEMENTS.has(type)) report(`${at}/type`, `unsupported type: ${type}`);
  within(element.action_id, 255, `${at}/action_id`, report);
  if (type === 'button') {
    checkText(element.text, 75, ['plain_text'], `${at}/text`, report);
    within(element.value, 2000, `${at}/value`, report);
    within(element.url, 3000, `${at}/url`, report);
    within(element.accessibility_label, 75, `${at}/accessibility_label`, report);
    if (element.style !== undefined && element.style !== 'primary' && element.style !== 'danger') {
      report(`${at}/style`, 'must be one of primary, danger');
    }
  }
  if (element.options) checkOptions(element.options, type === 'overflow' ? 5 : 100, `${at}/options`, report);
  if (element.placeholder) checkText(element.placeholder, 150, ['plain_text'], `${at}/placeholder`, report);
  if (element.confirm) checkConfirm(asObject(element.confirm), `${at}/confirm`, report);
}

function checkOptions(options: unknown, most: number, at: string, report: Report): void {
  checkCount(options, most, at, report);
  for (const [index, option] of asArray(options).map(asObject).entries()) {
    checkText(option.text, 75, ['plain_text', 'mrkdwn'], `${at}/${index}/text`, report);
    filled(option.value, 75, `${at}/${index}/value`, report);
  }
}

function checkConfirm(confirm: SlackObject, at: string, report: Report): void {
  checkText(confirm.title, 100, ['plain_text'], `${at}/title`, report);
  checkText(confirm.text, 300, ['plain_text', 'mrkdwn'], `${at}/text`, report);
  checkText(confirm.confirm, 30, ['plain_text'], `${at}/confirm`, report);
  checkText(confirm.deny, 30, ['plain_text'], `${at}/deny`, report);
}

function checkImage(image: SlackObject, at: string, report: Report): void {
  filled(image.alt_text, 2000, `${at}/alt_text`, report);
  within(image.image_url, 3000, `${at}/image_url`, report);
}

function checkText(text: unknown, most: number, types: readonly string[], at: string, report: Report): void {
  const { type, text: words } = asObject(text);
  if (!types.includes(asText(type))) report(`${at}/type`, `unsupported type: ${asText(type)}`);
  filled(words, most, `${at}/text`, report);
}

function filled(text: unknown, most: number, at: string, report: Report): void {
  if (asText(text) === '') report(at, 'must be more than 0 characters');
  within(text, most, at, report);
}

function within(text: unknown, most: number, at: string, report: Report): void {
  if (asText(text).length > most) report(at, `must be less than ${most + 1} characters`);
}

function checkCount(items: unknown, most: number, at: string, report: Report): void {
  const { length } = asArray(items);
  if (length === 0) report(at, 'must have at least 1 item');
  if (length > most) report(at, `no more than ${most} items allowed`);
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, at) => id !== '' && ids.indexOf(id) !== at))];
}

/** Every text in the blocks, however deep. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + textLength(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) => sum + (key === 'text' && typeof each === 'string' ? each.length : textLength(each)),
    0,
  );
}
