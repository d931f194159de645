import { context, header, type Message, section, shortCell } from '#src/message/message.ts';
import { oppramsing } from '#src/message/norsk.ts';
import { lackingColumns } from '#src/sheets/missing.ts';
import type { Model, TabReport } from '#src/sheets/model.ts';
import { templateContracts } from '#src/sheets/template.ts';
import { headingRowsText, headingTexts, otherTabsTexts } from './headings.ts';

type Tabs = Pick<Model, 'tabs' | 'missingTabs' | 'unusedTabs'>;

/** How the headings were understood, a line for each tab that is not like the template; the rest is `sjekk`'s to tell. */
export function headingsMessage({ tabs, missingTabs, unusedTabs }: Tabs): Message {
  const told = tabs.map((tab) => ({ tab, texts: [...headingTexts(tab), ...lackingText(tab)] }));
  const own = told.filter(({ texts }) => texts.length > 0);
  const alike = told.filter(({ texts }) => texts.length === 0).map(({ tab }) => shortCell(tab.sheet, 60));
  const lines = [
    ...own.map(({ tab, texts }) => `*${shortCell(tab.sheet, 60)}*: ${[headingRowsText(tab), ...texts].join(' · ')}`),
    ...(alike.length > 0 ? [`Overskrifter som i malen: ${oppramsing(alike)}`] : []),
    ...otherTabsTexts({ missingTabs, unusedTabs }).map((text) => shortCell(text, 400)),
  ];
  return { text: TITLE, blocks: [header(TITLE), section(lines.join('\n')), context(MORE)] };
}

const TITLE = 'Slik leser jeg overskriftene';
const MORE = '«sjekk» viser mer om fanene, og hva som bør rettes i dem.';

function lackingText({ workbook, contract: name, columns }: TabReport): readonly string[] {
  const contract = templateContracts(workbook).find((each) => each.name === name);
  const found = new Set(Object.values(columns));
  const lacking = contract ? lackingColumns(contract, (key) => found.has(key)) : [];
  return lacking.length > 0 ? [`mangler: ${lacking.map(({ title }) => `«${title}»`).join(' ')}`] : [];
}
