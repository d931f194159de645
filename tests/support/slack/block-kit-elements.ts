import {
  ANY_TEXT,
  checkCount,
  checkText,
  checkType,
  filled,
  oneOf,
  PLAIN,
  type Report,
  within,
} from './block-kit-report.ts';
import { asArray, asObject, asText } from './http.ts';
import type { SlackObject } from './workspace.ts';

/** Elements that stand both in actions and beside a section, and take an answer in an input. */
const CHOICES = [
  ...['datepicker', 'timepicker', 'datetimepicker', 'checkboxes', 'radio_buttons', 'static_select', 'external_select'],
  ...['users_select', 'conversations_select', 'channels_select', 'multi_static_select', 'multi_external_select'],
  ...['multi_users_select', 'multi_conversations_select', 'multi_channels_select'],
];
export const ACTION_ELEMENTS = [...CHOICES, 'button', 'overflow', 'workflow_button'];
const INPUT_ELEMENTS = [
  ...CHOICES,
  ...['plain_text_input', 'number_input', 'email_text_input', 'url_text_input', 'rich_text_input', 'file_input'],
];

const MOST_OPTIONS: Readonly<Record<string, number>> = { overflow: 5, checkboxes: 10, radio_buttons: 10 };

/** @param types those that are taken there */
export function checkElement(element: SlackObject, types: readonly string[], at: string, report: Report): void {
  const type = asText(element.type);
  if (!checkType(type, types, at, report)) return;
  if (type === 'image') {
    checkImage(element, at, report);
    return;
  }
  within(element.action_id, 255, `${at}/action_id`, report);
  if (type === 'button') checkButton(element, at, report);
  if (element.options) checkOptions(element.options, MOST_OPTIONS[type] ?? 100, `${at}/options`, report);
  if (element.option_groups) checkGroups(element.option_groups, `${at}/option_groups`, report);
  if (element.placeholder) checkText(element.placeholder, 150, PLAIN, `${at}/placeholder`, report);
  if (element.confirm) checkConfirm(asObject(element.confirm), `${at}/confirm`, report);
}

export function checkInput(block: SlackObject, at: string, report: Report): void {
  checkText(block.label, 2000, PLAIN, `${at}/label`, report);
  if (block.hint) checkText(block.hint, 2000, PLAIN, `${at}/hint`, report);
  const element = asObject(block.element);
  checkElement(element, INPUT_ELEMENTS, `${at}/element`, report);
  const { type } = element;
  if (type === 'plain_text_input') atMost(element.max_length, 3000, `${at}/element/max_length`, report);
  if (type === 'file_input') atMost(element.max_files, 10, `${at}/element/max_files`, report);
  if (type === 'number_input' && typeof element.is_decimal_allowed !== 'boolean') {
    report(`${at}/element`, 'missing required field: is_decimal_allowed');
  }
}

export function checkImage(image: SlackObject, at: string, report: Report): void {
  filled(image.alt_text, 2000, `${at}/alt_text`, report);
  within(image.image_url, 3000, `${at}/image_url`, report);
  if (image.title) checkText(image.title, 2000, PLAIN, `${at}/title`, report);
  if (!image.image_url && !image.slack_file) report(at, 'must have "image_url" or "slack_file"');
}

function checkButton(button: SlackObject, at: string, report: Report): void {
  checkText(button.text, 75, PLAIN, `${at}/text`, report);
  within(button.value, 2000, `${at}/value`, report);
  within(button.url, 3000, `${at}/url`, report);
  within(button.accessibility_label, 75, `${at}/accessibility_label`, report);
  oneOf(button.style, ['primary', 'danger'], `${at}/style`, report);
}

function checkOptions(options: unknown, most: number, at: string, report: Report): void {
  checkCount(options, 1, most, at, report);
  for (const [index, option] of asArray(options).map(asObject).entries()) {
    checkText(option.text, 75, ANY_TEXT, `${at}/${index}/text`, report);
    filled(option.value, 75, `${at}/${index}/value`, report);
    if (option.description) checkText(option.description, 75, ANY_TEXT, `${at}/${index}/description`, report);
    within(option.url, 3000, `${at}/${index}/url`, report);
  }
}

function checkGroups(groups: unknown, at: string, report: Report): void {
  checkCount(groups, 1, 100, at, report);
  for (const [index, group] of asArray(groups).map(asObject).entries()) {
    checkText(group.label, 75, PLAIN, `${at}/${index}/label`, report);
    checkOptions(group.options, 100, `${at}/${index}/options`, report);
  }
}

function checkConfirm(confirm: SlackObject, at: string, report: Report): void {
  checkText(confirm.title, 100, PLAIN, `${at}/title`, report);
  checkText(confirm.text, 300, ANY_TEXT, `${at}/text`, report);
  checkText(confirm.confirm, 30, PLAIN, `${at}/confirm`, report);
  checkText(confirm.deny, 30, PLAIN, `${at}/deny`, report);
}

function atMost(value: unknown, most: number, at: string, report: Report): void {
  if (value !== undefined && (typeof value !== 'number' || value < 1 || value > most)) {
    report(at, `must be between 1 and ${most}`);
  }
}
