import type { TextLayout, TextLine } from '#src/workbook/layout.ts';
import type { TabContract, WorkbookName } from './contract.ts';

interface Guide {
  readonly title: string;
  readonly intro: string;
  readonly access: readonly TextLine[];
}

const BOT_READS = term(
  'Boten',
  'Del arket med botens e-postadresse. Det er nok at den kan lese, så lenge den ikke skal skrive for dere.',
);

const GUIDES: Readonly<Record<WorkbookName, Guide>> = {
  handlingsplan: {
    title: 'Handlingsplan for helsefellesskapet',
    intro:
      'Her står tiltakene, hvem som svarer for dem, og målene dere følger. Samhandlingsbot leser arket og svarer i Slack.',
    access: [
      term('Sekretariatet', 'Kan redigere, og bestemmer hvem andre som får tilgang.'),
      term('Grupper og enheter', 'Kan redigere når de selv skal føre status. Ellers er det nok å kunne lese.'),
      term(
        'Kommunene',
        'Kan redigere når de fører Status per kommune eller KPI-data. Ledige plasser føres i arket Kapasitet.',
      ),
      BOT_READS,
    ],
  },
  kapasitet: {
    title: 'Ledige korttidsplasser',
    intro: 'Her deler kommunene hvor mange plasser de har. Samhandlingsbot leser arket og svarer i Slack.',
    access: [
      term('Kommunene', 'De som fører plasser, kan redigere. De ser også de andre kommunenes tall.'),
      term('Sykehuset og andre', 'Det er nok å kunne lese, eller å spørre boten.'),
      BOT_READS,
    ],
  },
};

const FILLING_IN: readonly TextLine[] = [
  paragraph('Hold pekeren over en overskrift for å se hva som skal stå i kolonnen.'),
  paragraph('En grå rad er et eksempel, og boten hopper over den. Skriv over alt som står i den, eller slett den.'),
  paragraph('Kolonnene kan flyttes, og dere kan legge til egne. Boten leser dem den kjenner igjen på overskriften.'),
  paragraph('Nedtrekkslistene er forslag. Boten forstår flere ord, og sier fra om det den ikke forstår.'),
  paragraph('Tom celle betyr ikke rapportert, om ikke overskriften sier noe annet. Skriv 0 når svaret er 0.'),
];

const PRIVACY: readonly TextLine[] = [
  paragraph('Skriv aldri noe om enkeltpasienter, heller ikke i kommentarer, merknader eller forbehold.'),
  paragraph('Skriv enheter og roller, ikke navn på personer.'),
];

/** The first tab of a template: what the tabs are for, how they are filled in, and who should have access. */
export function guideLayout(workbook: WorkbookName, contracts: readonly TabContract[]): TextLayout {
  const { title, intro, access } = GUIDES[workbook];
  return {
    kind: 'text',
    name: 'Les meg',
    lines: [
      { look: 'title', text: title },
      paragraph(intro),
      heading('Fanene'),
      ...contracts.map(({ name, purpose }) => term(name, purpose)),
      heading('Slik fyller dere ut'),
      ...FILLING_IN,
      heading('Hvem som trenger tilgang'),
      ...access,
      heading('Personvern'),
      ...PRIVACY,
    ],
  };
}

function heading(text: string): TextLine {
  return { look: 'heading', text };
}

function paragraph(text: string): TextLine {
  return { look: 'paragraph', text };
}

function term(name: string, text: string): TextLine {
  return { look: 'term', term: name, text };
}
