import { ACTION_ELEMENTS, checkElement, checkImage, checkInput } from './block-kit-elements.ts';
import {
  ANY_TEXT,
  type Check,
  checkCount,
  checkText,
  checkType,
  checkUnique,
  filled,
  oneOf,
  PLAIN,
  type Report,
  within,
} from './block-kit-report.ts';
import { checkChart, checkDataTable, checkTable } from './block-kit-tables.ts';
import { asArray, asObject, asText } from './http.ts';
import type { SlackObject } from './workspace.ts';

/** Where blocks are to stand. */
export type Surface = 'message' | 'modal' | 'home';

const EVERYWHERE = ['actions', 'context', 'divider', 'header', 'image', 'rich_text', 'section', 'video', 'container'];
const IN_MESSAGES = [
  ...['markdown', 'table', 'data_table', 'data_visualization', 'plan', 'task_card', 'context_actions', 'file'],
  ...['card', 'carousel'],
];
const TYPES: Readonly<Record<Surface, readonly string[]>> = {
  message: [...EVERYWHERE, ...IN_MESSAGES],
  modal: [...EVERYWHERE, 'alert', 'input'],
  home: [...EVERYWHERE, 'alert', 'input', 'card', 'carousel'],
};

const CHECKS: Readonly<Record<string, Check>> = {
  header: (block, at, report) => checkText(block.text, 150, PLAIN, `${at}/text`, report),
  section: checkSection,
  context: checkContext,
  actions: checkActions,
  context_actions: (block, at, report) => checkCount(block.elements, 1, 5, `${at}/elements`, report),
  image: checkImage,
  input: checkInput,
  markdown: (block, at, report) => filled(block.text, 12_000, `${at}/text`, report),
  table: checkTable,
  data_table: checkDataTable,
  data_visualization: checkChart,
  alert: checkAlert,
  card: checkCard,
  carousel: (block, at, report) => checkCount(block.elements, 1, 10, `${at}/elements`, report),
  rich_text: (block, at, report) => checkCount(block.elements, 1, 3000, `${at}/elements`, report),
  task_card: checkTask,
};

export function checkBlock(block: SlackObject, surface: Surface, at: string, report: Report): void {
  const type = asText(block.type);
  if (!checkType(type, TYPES[surface], at, report)) return;
  within(block.block_id, 255, `${at}/block_id`, report);
  if (type === 'container') checkContainer(block, surface, at, report);
  CHECKS[type]?.(block, at, report);
}

function checkContainer(block: SlackObject, surface: Surface, at: string, report: Report): void {
  checkCount(block.child_blocks, 1, 10, `${at}/child_blocks`, report);
  oneOf(block.width, ['narrow', 'standard', 'wide', 'full'], `${at}/width`, report);
  for (const [index, child] of asArray(block.child_blocks).map(asObject).entries()) {
    checkBlock(child, surface, `${at}/child_blocks/${index}`, report);
  }
}

function checkSection(block: SlackObject, at: string, report: Report): void {
  if (!block.text && !block.fields) report(at, 'must have "text" or "fields"');
  if (block.text) checkText(block.text, 3000, ANY_TEXT, `${at}/text`, report);
  if (block.fields) checkCount(block.fields, 1, 10, `${at}/fields`, report);
  for (const [index, field] of asArray(block.fields).entries()) {
    checkText(field, 2000, ANY_TEXT, `${at}/fields/${index}`, report);
  }
  if (block.accessory) {
    checkElement(asObject(block.accessory), [...ACTION_ELEMENTS, 'image'], `${at}/accessory`, report);
  }
}

function checkContext(block: SlackObject, at: string, report: Report): void {
  checkCount(block.elements, 1, 10, `${at}/elements`, report);
  for (const [index, element] of asArray(block.elements).map(asObject).entries()) {
    if (element.type === 'image') checkImage(element, `${at}/elements/${index}`, report);
    else checkText(element, 3000, ANY_TEXT, `${at}/elements/${index}`, report);
  }
}

function checkActions(block: SlackObject, at: string, report: Report): void {
  checkCount(block.elements, 1, 25, `${at}/elements`, report);
  const elements = asArray(block.elements).map(asObject);
  for (const [index, element] of elements.entries()) {
    checkElement(element, ACTION_ELEMENTS, `${at}/elements/${index}`, report);
  }
  checkUnique('action_id', elements, `${at}/elements`, report);
}

function checkAlert(block: SlackObject, at: string, report: Report): void {
  checkText(block.text, 200, ANY_TEXT, `${at}/text`, report);
  oneOf(block.level, ['default', 'info', 'warning', 'error', 'success'], `${at}/level`, report);
}

function checkCard(block: SlackObject, at: string, report: Report): void {
  const most = { title: 150, subtitle: 150, body: 200, subtext: 200 } as const;
  for (const [name, length] of Object.entries(most)) {
    if (block[name]) checkText(block[name], length, ANY_TEXT, `${at}/${name}`, report);
  }
  if (block.actions) checkCount(block.actions, 1, 2, `${at}/actions`, report);
}

function checkTask(block: SlackObject, at: string, report: Report): void {
  filled(block.task_id, 255, `${at}/task_id`, report);
  oneOf(block.status, ['pending', 'in_progress', 'complete', 'error'], `${at}/status`, report);
}
