import type { Command } from '../feature.ts';
import { kapasitetJson } from './json.ts';
import { summariseKapasitet } from './summary.ts';
import { kapasitetMessage } from './view.ts';

export const kapasitetCommand: Command = {
  name: 'kapasitet',
  slash: '/kapasitet',
  description: 'Se ledige korttidsplasser, eller finn en plass',
  usage: '[kommune | kategori | alle | tar imot | oppdater | 2 rehab nær Orkland fra fredag]',
  needs: ['kapasitet'],
  uses: ['handlingsplan'],

  answer(question) {
    const summary = summariseKapasitet(question);
    return { message: kapasitetMessage(summary), json: kapasitetJson(summary) };
  },
};
