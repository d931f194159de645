import { commandHelp } from '../features/hjelp/help.ts';
import { loadAll, loadCommand } from '../features/index.ts';
import { escapeMrkdwn, header, listSection, type Message, section } from '../message/message.ts';
import { asciiName } from './arguments.ts';
import { printMessages, type Terminal } from './output.ts';

/** Lists the commands, with what each does; or tells how to use one of them. */
export async function help(terminal: Terminal, about: string | null): Promise<number> {
  const command = about === null ? null : await loadCommand(asciiName(about));
  printMessages(terminal, [command ? commandHelp(command) : await overview()]);
  return 0;
}

async function overview(): Promise<Message> {
  const { commands } = await loadAll();
  const lines = commands.map(({ name, usage, description }) => line(`${name} ${usage}`.trim(), description));
  const blocks = [
    header('Samhandlingsbot'),
    section('Skriv `npm run --silent bot -- &lt;kommando&gt;`. Uten kommando starter boten.'),
    listSection('Kommandoer', [
      line('start', 'Starter boten: i Slack når den er satt opp, ellers som prøve her'),
      ...lines,
      line('kjor JOBB', 'Sender ukesstatus eller paaminnelser nå, på ordentlig'),
      line('doktor', 'Prøver innstillinger, ark, Slack og lager, og sier hva som må rettes'),
      line('tolk TEKST…', 'Hvordan boten leser en celle'),
      line('maler', 'Skriver tomme maler til arkene, eller legger dem i Google-regneark dere har delt'),
      line('hjelp KOMMANDO', 'Hvordan én kommando brukes'),
    ]),
    listSection('Valg', [
      line('--handlingsplan X, --kapasitet X', 'Et Google-ark, en .xlsx, en mappe med .tsv/.csv, eller én slik fil'),
      line('--dato 2024-06-03', 'Svar som om det var denne dagen'),
      line('--json', 'Svaret som data'),
      line('--som ENHET', 'Hvem som spør («tiltak mine»)'),
      line('--kolonne, --aar, --stdin', 'For «tolk»: hvilken kolonne, hvilket år, tekster fra standard inn'),
      line(
        '--til MAPPE, --google',
        'For «maler»: filer i en mappe, eller rett i HANDLINGSPLAN og KAPASITET hos Google',
      ),
    ]),
  ];
  return { text: 'Samhandlingsbot', blocks };
}

function line(what: string, does: string): string {
  return `${escapeMrkdwn(what)}\n    ${escapeMrkdwn(does)}`;
}
