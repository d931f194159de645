import type { Day } from '#src/domain/day.ts';
import type { Remark } from '#src/domain/kapasitet-remarks.ts';
import { type Message, section } from '#src/message/message.ts';
import { dato, oppramsing } from '#src/message/norsk.ts';

/** The answer with what should be known first, under its heading: «Orkdal er nå en del av Orkland.» */
export function withRemarks(message: Message, remarks: readonly Remark[], today: Day): Message {
  if (remarks.length === 0) return message;
  const said = remarks.map((remark) => remarkText(remark, today)).join(' ');
  const [first, ...rest] = message.blocks;
  const [heading, body] = first?.type === 'header' ? [[first], rest] : [[], message.blocks];
  return { text: `${said} ${message.text}`, blocks: [...heading, section(said), ...body] };
}

function remarkText(remark: Remark, today: Day): string {
  switch (remark.kind) {
    case 'former-kommune':
      return remark.now.length === 1
        ? `${remark.name} er nå en del av ${oppramsing(remark.now)}.`
        : `${remark.name} er nå delt mellom ${oppramsing(remark.now)}.`;
    case 'forbehold':
      return `Jeg leter ikke etter «${remark.word}». Det er et forbehold, og står på linjen til dem som har skrevet det.`;
    case 'past':
      return `${dato(remark.day, today)} er passert, så dette gjelder nå.`;
  }
}
