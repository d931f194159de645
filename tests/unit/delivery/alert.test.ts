import { describe, expect, it } from 'vitest';
import { alertContent } from '#src/delivery/alert.ts';
import { overLimits } from '#src/message/limits.ts';
import type { Trouble } from '#src/store/store.ts';
import { oslo } from '../../support/day.ts';

const NOW = oslo('2024-06-04T10:00');

function told(key: string, facts: Trouble['facts'] = {}, endedAt: string | null = null): string {
  const trouble = { helsefellesskap: 'Fjordvik', key, beganAt: oslo('2024-06-03T08:00').ms, facts };
  const { message, thread } = alertContent([trouble], endedAt === null ? null : oslo(endedAt).ms, NOW);
  expect(thread).toEqual([]);
  expect(overLimits(message)).toEqual([]);
  return message.text;
}

const UNREACHED = {
  name: 'Lillevik',
  job: 'paaminnelser',
  code: 'not_in_channel',
  message: 'Jeg er ikke invitert i kanalen. Skriv `/invite @samhandlingsbot` der.',
};
const MISSED = { job: 'ukesstatus', title: 'ukesstatus', first: '2024-W23', last: '2024-W23', count: '1' };

describe('what the admin channel is told', () => {
  it.each<[string, string, Trouble['facts'], readonly string[]]>([
    [
      'a unit cannot be reached',
      'mottaker:Lillevik',
      UNREACHED,
      [
        'Jeg når ikke fram til Lillevik',
        'Jeg er ikke invitert i kanalen. Skriv `/invite @samhandlingsbot` der.',
        'Det som ikke kom fram, sender jeg ikke på nytt av meg selv. Den som drifter meg, kan sende det med `kjor paaminnelser` når det er rettet.',
        'Andre får meldingene sine som vanlig.',
      ],
    ],
    [
      'a post may have come through, and nobody can see whether it did',
      'mottaker:Lillevik',
      { ...UNREACHED, maybeSaid: 'yes' },
      [
        'Jeg når ikke fram til Lillevik',
        'Jeg er ikke invitert i kanalen. Skriv `/invite @samhandlingsbot` der.',
        'Det siste kan ha kommet fram likevel, så jeg sender det ikke på nytt.',
        'Andre får meldingene sine som vanlig.',
      ],
    ],
    [
      'nobody has the e-mail address',
      'epost:Lillevik',
      { name: 'Lillevik' },
      [
        'Jeg finner ikke Lillevik i Slack',
        'Ingen i Slack har e-postadressen som står i fanen Kontakter. Rett den, eller skriv inn Slack-id-en i stedet.',
        'Til da får enheten meldingene sine i kanalen.',
      ],
    ],
    [
      'a workbook cannot be read',
      'ark:handlingsplan',
      { title: 'handlingsplanen', message: 'Google svarer ikke.' },
      [
        'Jeg får ikke lest handlingsplanen',
        'Google svarer ikke.',
        'Det jeg skulle sendt, sender jeg når jeg får lest igjen, så lenge det ikke er for sent.',
      ],
    ],
    [
      'a job failed by a mistake of ours',
      'jobb:ukesstatus',
      { job: 'ukesstatus', title: 'ukesstatus', message: '' },
      [
        'Jeg fikk ikke sendt ukesstatus',
        'Noe gikk galt hos meg. Feilen er logget.',
        'Jeg prøver igjen til det går, så lenge det ikke er for sent.',
      ],
    ],
    [
      'a week was missed',
      'glemt:ukesstatus:2024-W23',
      MISSED,
      [
        'Ukesstatus for uke 23 ble ikke sendt',
        'Jeg var nede, eller fikk ikke lest arket, da det skulle skje. Nå er det for sent.',
        'Neste utsending går som vanlig.',
      ],
    ],
    [
      'the bot was refused',
      'slack:missing_scope',
      { ...UNREACHED, message: 'Appen mangler en tillatelse.' },
      [
        'Slack tar ikke imot det jeg sender',
        'Appen mangler en tillatelse.',
        'Det gjelder Lillevik, og kan gjelde flere.',
        'Det som ikke kom fram, sender jeg ikke på nytt av meg selv. Den som drifter meg, kan sende det med `kjor paaminnelser` når det er rettet.',
      ],
    ],
  ])('when %s', (_, key, facts, lines) => {
    expect(told(key, facts).split('\n')).toEqual(lines);
  });

  it.each([
    ['2024-06-03', '2024-06-03', '3. juni'],
    ['2024-06-03', '2024-06-05', '3. juni til og med 5. juni'],
    ['2024-W01', '2024-W02', 'uke 1 til og med uke 2'],
    ['2023-12-29', '2023-12-29', '29. desember 2023'],
  ])('of the periods %s to %s as people say them', (first, last, words) => {
    expect(told('glemt:x:y', { ...MISSED, first, last })).toContain(`Ukesstatus for ${words} ble ikke sendt`);
  });

  it.each([
    ['mottaker:Lillevik', UNREACHED, 'Meldingene til Lillevik er i orden igjen.'],
    ['epost:Lillevik', { name: 'Lillevik' }, 'E-postadressen til Lillevik er i orden igjen.'],
    ['ark:handlingsplan', { title: 'handlingsplanen' }, 'Lesingen av handlingsplanen er i orden igjen.'],
    ['jobb:ukesstatus', { title: 'ukesstatus' }, 'Utsendingen av ukesstatus er i orden igjen.'],
    ['noe:nytt', {}, 'noe:nytt er i orden igjen.'],
  ])('when %s is over', (key, facts, text) => {
    expect(told(key, facts, '2024-06-03T09:30')).toBe(`${text} Det var galt fra 3. juni 08:00 til 09:30.`);
    expect(told(key, facts, '2024-06-04T09:30')).toBe(`${text} Det var galt fra 3. juni 08:00 til 4. juni 09:30.`);
  });

  it('rings nobody and stays within Slack’s limits, whatever units and files are called', () => {
    const name = '<!channel> *stor* '.repeat(200);
    const text = told('mottaker:x', { ...UNREACHED, name, message: `Fant ikke \`<!here>\` ${name.repeat(3)}` });
    expect(text).not.toMatch(/<!(channel|here)>/);
  });
});
