import { dateParts, showsDate } from './number-format.ts';
import { splice } from './text-splice.ts';
import { type PlacedTag, walkPlaces } from './xml.ts';
import { retagged } from './xml-write.ts';

/** What a cell is to show: a plain number, a day, or a day with a time of day. */
export type Shown = 'number' | 'day' | 'moment';

/** The cell styles of a workbook, and new ones for cells that must look another way. */
export interface StyleBook {
  /** Whether a protected sheet keeps people from changing a cell of this style. */
  isLocked(style: number): boolean;
  /**
   * A style that looks like this one and shows what it is to show: itself when it does already, else one that is there,
   * else a new one. Null when the workbook has no styles at all.
   */
  styleFor(style: number, shown: Shown): number | null;
  /** The part with the new styles, or null when there are none. */
  changed(): string | null;
}

interface Format {
  readonly raw: string;
  readonly tag: PlacedTag;
  readonly formatId: number;
  readonly isLocked: boolean;
  /** Everything but the number format. */
  readonly look: string;
}

/** Excel's own formats, which follow the language of whoever looks: General, a date, a date with a time. */
const BUILT_IN: Readonly<Record<Shown, number>> = { number: 0, day: 14, moment: 22 };

export function openStyles(xml: string | null): StyleBook {
  const { formats, codes, list } = readStyles(xml ?? '<none/>');
  const added: string[] = [];
  const shows = (id: number): Shown | 'time' => {
    if (!showsDate(id, codes.get(id))) return 'number';
    const { day, time } = dateParts(id, codes.get(id));
    if (!day) return 'time';
    return time ? 'moment' : 'day';
  };

  return {
    isLocked: (style) => formats[style]?.isLocked ?? true,
    styleFor(style, shown) {
      const own = formats[style];
      if (own === undefined) return shown === 'number' ? style : null;
      // How a date is to look is for whoever gave the cell its format to say.
      if ((shows(own.formatId) === 'number') === (shown === 'number')) return style;
      const known = formats.findIndex((format) => {
        const fits = shown === 'number' ? format.formatId === BUILT_IN.number : shows(format.formatId) === shown;
        return fits && format.look === own.look;
      });
      if (known !== -1) return known;
      const raw = withFormat(own, BUILT_IN[shown]);
      added.push(raw);
      formats.push({ ...own, raw, formatId: BUILT_IN[shown] });
      return formats.length - 1;
    },
    changed() {
      if (xml === null || list === null || added.length === 0) return null;
      const { tag, contentEnd } = list;
      return splice(xml, [
        { start: tag.start, end: tag.end, text: retagged(xml, tag, { count: String(formats.length) }) },
        { start: contentEnd, end: contentEnd, text: added.join('') },
      ]);
    },
  };
}

function readStyles(xml: string) {
  const codes = new Map<number, string>();
  const formats: Format[] = [];
  const at: { list: PlacedTag | null; contentEnd: number; format: PlacedTag | null; isLocked: boolean } = {
    list: null,
    contentEnd: -1,
    format: null,
    isLocked: true,
  };
  walkPlaces(xml, {
    open: (tag) => {
      const { numFmtId, formatCode, locked } = tag.attributes;
      if (tag.name === 'numFmt') codes.set(Number(numFmtId ?? 0), formatCode ?? '');
      if (tag.name === 'cellXfs') at.list = tag;
      if (tag.name === 'xf' && at.list !== null && at.contentEnd === -1) {
        at.format = tag;
        at.isLocked = true;
      }
      if (tag.name === 'protection' && at.format !== null) at.isLocked = !(locked === '0' || locked === 'false');
    },
    close: (name, contentEnd, end) => {
      if (name === 'cellXfs') at.contentEnd = contentEnd;
      if (name !== 'xf' || at.format === null) return;
      const { format, isLocked } = at;
      const raw = xml.slice(format.start, end);
      const formatId = Number(format.attributes.numFmtId ?? 0);
      formats.push({ raw, tag: format, formatId, isLocked, look: lookOf(format, xml.slice(format.end, end)) });
      at.format = null;
    },
  });
  return { formats, codes, list: at.list === null ? null : { tag: at.list, contentEnd: at.contentEnd } };
}

function lookOf({ attributes }: PlacedTag, inside: string): string {
  const { numFmtId, applyNumberFormat, quotePrefix, ...rest } = attributes;
  return JSON.stringify([Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)), inside]);
}

/** `quotePrefix` says that an apostrophe made a text of what stands there. */
function withFormat({ raw, tag }: Format, id: number): string {
  const own = { ...tag, start: 0, end: tag.end - tag.start };
  const opened = retagged(raw, own, { numFmtId: String(id), applyNumberFormat: '1', quotePrefix: null });
  return opened + raw.slice(own.end);
}
