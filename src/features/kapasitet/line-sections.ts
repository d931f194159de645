import { LIMITS } from '#src/message/limits.ts';
import { section } from '#src/message/message.ts';

/** Lines as sections, as few as Slack's limit on one allows. No line may be longer than that limit. */
export function lineSections(lines: readonly string[]) {
  const texts: string[] = [];
  for (const line of lines) {
    const joined = texts.length === 0 ? line : `${texts.at(-1)}\n${line}`;
    if (texts.length === 0 || joined.length > LIMITS.sectionText) texts.push(line);
    else texts[texts.length - 1] = joined;
  }
  return texts.map(section);
}
