// Lists as the file defines them: an abstract list says how each level counts and looks; a list is an
// abstract list with levels changed or begun anew (ISO/IEC 29500-1, 17.9).
import {
  childOf,
  childrenOf,
  isOn,
  numberOf,
  valueOf,
  wholeNumber,
  type Element,
} from './element.ts';
import { readBullet } from './symbol-fonts.ts';

export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** With `%1` for the number of the outermost level and so on. */
  readonly text: string;
  /** All numbers in figures, whatever their levels say. */
  readonly isLegal: boolean;
  /** Counts anew after a level not deeper than this (from 1); 0 for never; after any when undefined. */
  readonly restartAfter: number | undefined;
  /** Whether white space stands between the number and the words. */
  readonly isApart: boolean;
  /** The style of paragraphs that stand on this level without saying so. */
  readonly style: string | undefined;
}

export interface List {
  /** Lists of one abstract list count on together. */
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Numbers this list begins with on its own, by level. */
  readonly starts: ReadonlyMap<number, number>;
}

export interface Numbering {
  readonly find: (list: string | undefined) => List | undefined;
}

const deepestLevel = 8;
/** Longer patterns are no numbers; and each item would repeat them. */
const longestText = 60;

interface AbstractList {
  readonly id: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Named by a style that stands for the whole list. */
  readonly styleLink: string | undefined;
  readonly numStyleLink: string | undefined;
}

/** Reads the lists of a document; a document may have none. */
export function readNumbering(root: Element | undefined): Numbering {
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map((element) => {
      const abstract = abstractOf(element);
      return [abstract.id, abstract] as const;
    }),
  );
  const byStyle = new Map([...abstracts.values()].map((list) => [list.styleLink, list] as const));
  const lists = new Map<string, List>();
  for (const element of childrenOf(root, 'w:num')) {
    const id = element.attributes['w:numId'];
    const named = abstracts.get(valueOf(element, 'w:abstractNumId') ?? '');
    const link = named?.numStyleLink;
    const abstract = link === undefined ? named : (byStyle.get(link) ?? named);
    if (id !== undefined && abstract !== undefined) lists.set(id, listOf(element, abstract));
  }
  return { find: (list) => (list === undefined ? undefined : lists.get(list)) };
}

function abstractOf(element: Element): AbstractList {
  return {
    id: element.attributes['w:abstractNumId'] ?? '',
    levels: levelsOf(childrenOf(element, 'w:lvl')),
    styleLink: valueOf(element, 'w:styleLink'),
    numStyleLink: valueOf(element, 'w:numStyleLink'),
  };
}

function levelsOf(elements: readonly Element[]): ReadonlyMap<number, ListLevel> {
  const levels = new Map<number, ListLevel>();
  for (const element of elements) {
    const index = wholeNumber(element.attributes['w:ilvl']);
    if (index !== undefined && index >= 0 && index <= deepestLevel)
      levels.set(index, levelOf(element));
  }
  return levels;
}

function levelOf(element: Element): ListLevel {
  const format = formatOf(element);
  const text = (valueOf(element, 'w:lvlText') ?? '').slice(0, longestText);
  const fonts = childOf(childOf(element, 'w:rPr'), 'w:rFonts')?.attributes;
  const isPicture = childOf(element, 'w:lvlPicBulletId') !== undefined;
  return {
    start: numberOf(element, 'w:start') ?? 0,
    format,
    text: format === 'bullet' ? (isPicture ? '•' : readBullet(text, fonts?.['w:ascii'])) : text,
    isLegal: isOn(element, 'w:isLgl') ?? false,
    restartAfter: numberOf(element, 'w:lvlRestart'),
    isApart: valueOf(element, 'w:suff') !== 'nothing',
    style: valueOf(element, 'w:pStyle'),
  };
}

/** Formats newer than the first edition of the standard stand in a branch for who knows them. */
function formatOf(element: Element): string {
  const choice = childOf(childOf(element, 'mc:AlternateContent'), 'mc:Choice');
  const format = childOf(choice ?? element, 'w:numFmt');
  const value = format?.attributes['w:val'] ?? 'decimal';
  const custom = format?.attributes['w:format'] ?? '';
  // Written as the first numbers of the row: 001, 002, …
  if (value === 'custom') return /^0\d/.test(custom) ? 'decimalZero' : 'decimal';
  return value;
}

function listOf(element: Element, abstract: AbstractList): List {
  const overrides = childrenOf(element, 'w:lvlOverride');
  const levels = new Map(abstract.levels);
  const starts = new Map<number, number>();
  for (const override of overrides) {
    const index = wholeNumber(override.attributes['w:ilvl']);
    if (index === undefined || index < 0 || index > deepestLevel) continue;
    const level = childOf(override, 'w:lvl');
    if (level !== undefined) levels.set(index, levelOf(level));
    const start = numberOf(override, 'w:startOverride');
    if (start !== undefined) starts.set(index, start);
  }
  return { abstract: abstract.id, levels, starts };
}
