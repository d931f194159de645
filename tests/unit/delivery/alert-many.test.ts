import { describe, expect, it } from 'vitest';
import { alertContent } from '#src/delivery/alert.ts';
import type { Content } from '#src/features/feature.ts';
import { blockTexts, overLimits } from '#src/message/limits.ts';
import type { Message } from '#src/message/message.ts';
import type { Trouble } from '#src/store/store.ts';
import { oslo } from '../../support/day.ts';

const NOW = oslo('2024-06-04T10:00');

const NO_CHANNEL = 'Jeg finner ikke kanalen. Sjekk id-en, og inviter meg hvis kanalen er privat.';
const NOT_INVITED = 'Jeg er ikke invitert i kanalen. Skriv `/invite @samhandlingsbot` der.';
const NO_EMAIL =
  'Ingen i Slack har e-postadressen som står i fanen Kontakter. Rett den, eller skriv inn Slack-id-en i stedet.';
const AGAIN =
  'Det som ikke kom fram, sender jeg ikke på nytt av meg selv. Den som drifter meg, kan sende det med `kjor paaminnelser` når det er rettet.';

function began(key: string, at: string, facts: Trouble['facts']): Trouble {
  return { helsefellesskap: 'Fjordvik', key, beganAt: oslo(at).ms, facts };
}

function unreached(name: string, over: Trouble['facts'] = {}): Trouble {
  const facts = { name, job: 'paaminnelser', code: 'channel_not_found', message: NO_CHANNEL, ...over };
  return began(`mottaker:${name}`, '2024-06-03T08:00', facts);
}

function unknownEmail(name: string): Trouble {
  return began(`epost:${name}`, '2024-06-03T08:00', { name });
}

/** «Enhet 01» and so on, from the last to the first. */
function units(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Enhet ${String(count - index).padStart(2, '0')}`);
}

function told(troubles: readonly Trouble[], endedAt: string | null = null): Content {
  const content = alertContent(troubles, endedAt === null ? null : oslo(endedAt).ms, NOW);
  for (const message of [content.message, ...content.thread]) expect(overLimits(message)).toEqual([]);
  return content;
}

function lines({ message }: Content): readonly string[] {
  return message.text.split('\n');
}

function shown(messages: readonly Message[]): string {
  return messages.flatMap(({ blocks }) => blocks.flatMap(blockTexts)).join('\n');
}

describe('what the admin channel is told of many at a time', () => {
  it('is who it is about and why, once', () => {
    expect(lines(told(['Storvik', 'Lillevik', 'Analysegruppen'].map((name) => unreached(name))))).toEqual([
      'Jeg når ikke fram til 3 mottakere',
      NO_CHANNEL,
      'Gjelder: Analysegruppen, Lillevik og Storvik.',
      AGAIN,
      'Andre får meldingene sine som vanlig.',
    ]);
  });

  it('is ordered by reason, the largest first, and all of them stand in the thread when there are many', () => {
    const few = ['Lillevik', 'Storvik'].map((name) => unreached(name, { message: NOT_INVITED }));
    const content = told([...few, ...units(25).map((name) => unreached(name))]);

    expect(lines(content)).toEqual([
      'Jeg når ikke fram til 27 mottakere',
      NO_CHANNEL,
      'Gjelder 25 av 27: Enhet 01, Enhet 02, Enhet 03, Enhet 04, Enhet 05, Enhet 06, Enhet 07, Enhet 08, Enhet 09, Enhet 10 og 15 til.',
      NOT_INVITED,
      'Gjelder 2 av 27: Lillevik og Storvik.',
      AGAIN,
      'Andre får meldingene sine som vanlig.',
      'Alle 27 står i tråden.',
    ]);
    const thread = shown(content.thread);
    for (const name of [...units(25), 'Lillevik', 'Storvik']) expect(thread).toContain(`• ${name}`);
    expect(thread.indexOf(NO_CHANNEL)).toBeLessThan(thread.indexOf(NOT_INVITED));
  });

  it('tells apart those who are not in Slack by the address, and are told in the channel', () => {
    const content = told([unknownEmail('Nes'), unknownEmail('Ås'), unreached('Lillevik'), unreached('Storvik')]);
    expect(lines(content)).toEqual([
      'Jeg når ikke fram til 2 mottakere',
      NO_CHANNEL,
      'Gjelder: Lillevik og Storvik.',
      AGAIN,
      'Andre får meldingene sine som vanlig.',
      'Jeg finner ikke 2 enheter i Slack',
      NO_EMAIL,
      'Gjelder: Nes og Ås.',
      'Til da får enhetene meldingene sine i kanalen.',
    ]);
    expect(content.thread).toEqual([]);
  });

  it('names the one of a kind as when it is alone', () => {
    const content = lines(told([unknownEmail('Nes'), unreached('Lillevik'), unreached('Storvik')]));
    expect(content).toContain('Jeg når ikke fram til 2 mottakere');
    expect(content).toContain('Jeg finner ikke Nes i Slack');
  });

  it('says of which it is not certain that they did not hear it, and promises to send none of that again', () => {
    const unsure = ['Lillevik', 'Storvik'].map((name) => unreached(name, { maybeSaid: 'yes' }));
    const maybe = `${NO_CHANNEL} Det siste kan ha kommet fram likevel, så jeg sender det ikke på nytt.`;
    expect(lines(told(unsure))).toEqual([
      'Jeg når ikke fram til 2 mottakere',
      maybe,
      'Gjelder: Lillevik og Storvik.',
      'Andre får meldingene sine som vanlig.',
    ]);
    expect(lines(told([...unsure, unreached('Nes')]))).toEqual(expect.arrayContaining([maybe, AGAIN]));
  });

  it('names every job that has something left to send', () => {
    const text = lines(told([unreached('Lillevik'), unreached('kanalen', { job: 'ukesstatus' })]));
    expect(text.join('\n')).toContain('med `kjor ukesstatus` og `kjor paaminnelser` når det er rettet.');
  });

  it.each([
    ['2024-06-03T08:00', 'Det var galt fra 3. juni 08:00 til 4. juni 09:30.'],
    ['2024-05-31T08:00', 'Det var galt fra tidligst 31. mai 08:00 til 4. juni 09:30.'],
  ])('is in order again at the same time, whenever each of them began (%s)', (first, span) => {
    const troubles = [{ ...unreached('Storvik'), beganAt: oslo(first).ms }, unreached('Lillevik')];
    expect(lines(told(troubles, '2024-06-04T09:30'))).toEqual([
      'Meldingene til 2 mottakere er i orden igjen',
      'Gjelder: Lillevik og Storvik.',
      span,
    ]);
  });

  it('names all that are in order again in the thread', () => {
    const content = told(
      units(27).map((name) => unknownEmail(name)),
      '2024-06-04T09:30',
    );
    expect(lines(content)[0]).toBe('E-postadressene til 27 enheter er i orden igjen');
    expect(lines(content)[1]).toMatch(/Enhet 10 og 17 til\.$/);
    expect(lines(content).at(-1)).toBe('Alle 27 står i tråden.');
    for (const name of units(27)) expect(shown(content.thread)).toContain(`• ${name}`);
  });

  it('rings nobody, fits on a screen and in Slack, however many, however they are called, for however many reasons', () => {
    const names = units(400).map((name) => `${name} <!channel> ${'svært langt navn '.repeat(10)}`);
    const troubles = names.flatMap((name, index) => [
      unreached(name, { message: `${NO_CHANNEL} Grunn ${index % 7}`, job: `jobb${index % 3}` }),
      unknownEmail(name),
    ]);
    for (const { message, thread } of [told(troubles), told(troubles, '2024-06-04T09:30')]) {
      expect(shown([message, ...thread])).not.toContain('<!channel>');
      expect(message.text.split('\n').length).toBeLessThan(20);
      expect(shown(thread).split('Enhet 400 ')).toHaveLength(3);
    }
    expect(told(troubles).message.text).toContain('grunner til');
  });
});
