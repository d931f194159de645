import { bookOf } from './whole-bot.ts';

const HEADINGS = ['Aktivitet', 'Tiltak', 'Tidsrom', 'Ansvarlig'];

/** A plan with one tiltak for each unit, long overdue in June 2024, and where each unit is met in Slack. */
export function planFor(slackByUnit: Readonly<Record<string, string>>): Promise<string> {
  const units = Object.keys(slackByUnit);
  return bookOf({
    Handlingsplan: [
      HEADINGS,
      ...units.map((unit, at) => ['1 Drift', `1.${at + 1} Tiltak for ${unit}`, '1.5.24', unit]),
    ],
    Kontakter: [['Navn', 'Type', 'Slack'], ...units.map((unit) => [unit, 'enhet', slackByUnit[unit] ?? ''])],
  });
}
