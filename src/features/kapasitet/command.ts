import type { Command } from '../feature.ts';
import { kapasitetJson } from './json.ts';
import { summariseKapasitet } from './summary.ts';
import { kapasitetMessage } from './view.ts';

export const kapasitetCommand: Command = {
  name: 'kapasitet',
  slash: '/kapasitet',
  description: 'Se ledige korttidsplasser, eller finn en plass',
  usage: '[kommune | kategori | alle | tar imot | oppdater | 2 rehab nær Orkland fra fredag]',
  examples: [
    { words: '', does: 'ledige plasser i alle kommuner' },
    { words: 'Malvik', does: 'én kommune' },
    { words: 'rehab', does: 'én kategori' },
    { words: '2 rehab nær Orkland fra fredag', does: 'finn to plasser, kommunegruppen først' },
    { words: 'tar imot', does: 'de som tar imot fra andre' },
    { words: 'oppdater', does: 'hvor du skriver inn egne tall' },
  ],
  needs: ['kapasitet'],
  uses: ['handlingsplan'],

  answer(question) {
    const summary = summariseKapasitet(question);
    return {
      message: kapasitetMessage(summary),
      // Every row as data costs more than the whole message, and Slack never asks for it.
      get json() {
        return kapasitetJson(summary);
      },
    };
  },
};
