import { describe, expect, it } from 'vitest';
import { bot } from '../support/cli.ts';

/** What the trial says after its introduction, when these lines are typed. */
async function typed(stdin: string): Promise<string> {
  const { status, out, err } = await bot(['start'], { stdin });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return out.slice(out.indexOf('Skriv en kommando'));
}

describe('the trial', () => {
  it.each([[[]], [['start']]])('%j shows a Monday, and ends with 0 when input ends', async (argv) => {
    const { status, out, err } = await bot(argv);

    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('Prøvemodus');
    expect(out).toContain('Klokken er satt til 3. juni 2024 08:00.');
    expect(out).toContain('Ukesstatus uke 23');
    expect(out).toContain('Ledige korttidsplasser');
  });

  it('shows the first three reminders, and how many there are besides', async () => {
    const { out } = await bot(['start']);

    expect(out.match(/^Til .*\n(?=Hei)/gm)).toHaveLength(3);
    const [, left] = /… og (\d+) til\. Se alle med «paaminnelser»/.exec(out) ?? [];
    const { out: all } = await bot(['paaminnelser']);
    expect(Number(left)).toBe((all.match(/^Til .*\n(?=Hei)/gm)?.length ?? 0) - 3);
  });

  it.each([
    ['/kapasitet Malvik', 'Ledige korttidsplasser i Malvik'],
    ['kapasitet Malvik', 'Ledige korttidsplasser i Malvik'],
    ['/tiltak 1.1', 'Handlingsplan!B2'],
    ['/KPI 2', 'KPI 2 Andel UKP-opphold'],
    ['/handlingsplan', '29 tiltak i 7 aktiviteter'],
    ['påminnelser', 'Til Kompetansegruppen'],
    ['/tiltak hjelp', '/tiltak forfalt'],
    ['hjelp', 'Jeg svarer på /kapasitet, /tiltak, /kpi, /handlingsplan'],
    ['/tiltk forfalt', 'Jeg kjenner ikke «/tiltk». Mente du /tiltak?'],
    ['hallo', 'Jeg kjenner ikke «hallo». Jeg svarer på /kapasitet'],
    ['/kapasitet Malvk', 'Mente du Malvik?'],
  ])('answers «%s»', async (line, answer) => {
    expect(await typed(`${line}\n`)).toContain(answer);
  });

  it('answers line by line, over blank lines and lines as Windows ends them, the last one unfinished', async () => {
    const out = await typed('/tiltak 1.1\r\n\r\n   \n/tiltak 2.1\r\n/tiltak 7.2');

    expect(out.match(/^Handlingsplan!B\d+/gm)).toEqual(['Handlingsplan!B2', 'Handlingsplan!B9', expect.any(String)]);
  });

  it('does not echo a birth number', async () => {
    expect(await typed('01810750045\n/kapasitet Kari 01810750045\n/tiltak 01810750045\n')).not.toContain('01810750045');
  });
});
