const LINK = /<([^<>|\s]+)\|([^<>]*)>/g;
const BOLD = /(^|[\s(«])\*(\S(?:[^*\n]*\S)?)\*(?=$|[\s).,:;!?»·])/gm;
/** Everything a terminal would obey instead of showing; a cell may hold it. Line breaks and tabs are harmless. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Slack's markup as terminal text: links as their words, bold as bold or nothing, escapes undone, control codes gone. */
export function plainText(mrkdwn: string, { colour }: { readonly colour: boolean }): string {
  const bolded = mrkdwn
    .replace(CONTROL, '')
    .replace(LINK, (_, _url: string, words: string) => words)
    .replace(BOLD, (_, before: string, words: string) => before + (colour ? `\u001b[1m${words}\u001b[22m` : words));
  return bolded.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
