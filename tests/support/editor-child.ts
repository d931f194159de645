import type { Edit } from '#src/workbook/edit.ts';
import { openFileEditor } from '#src/workbook/file-editor.ts';

/*
 * Another bot: counts up the cell B2 of the tab Plan so many times, and says so each time it has. Started with the path
 * of the workbook and the number.
 */
const [path = '', times = '1'] = process.argv.slice(2);
const editor = openFileEditor(path);

const countUp: Edit = {
  by: `P${process.pid}`,
  at: '2024-06-03 08:12',
  aim(tabs) {
    const row = tabs.find(({ name }) => name === 'Plan')?.rows[1] ?? [];
    const [key = null, now = null] = row;
    const changes = [{ column: 1, from: now, to: `nr ${Number(String(now).slice(3)) + 1}` }];
    return {
      kind: 'target',
      target: { tab: 'Plan', row: 1, key: [{ column: 0, value: key }], name: 'teller', changes },
    };
  },
};

for (let time = 0; time < Number(times); time++) {
  await editor.edit(countUp);
  process.stdout.write('.');
}
