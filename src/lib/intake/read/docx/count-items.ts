import { formatNumber } from './format-number.ts';
import type { List, ListLevel, Numbering } from './numbering.ts';

/** The number or bullet of one item, as displayed. */
export interface ItemNumber {
  readonly text: string;
  /** From 0. */
  readonly level: number;
  readonly isBullet: boolean;
  readonly isApart: boolean;
}

export interface ItemPlace {
  readonly list: string;
  /** From 0, where the paragraph itself says it. */
  readonly level: number | undefined;
  /** The paragraph's style, which a level of the list may name as its own. */
  readonly style: string | undefined;
  /** What that style says, where the list says nothing. */
  readonly styleLevel: number | undefined;
}

const deepestLevel = 8;
/** The pattern may name each level once; more would only repeat. */
const placeholder = /%([1-9])/g;

/**
 * A counter that is asked for each item in the order of the document and says its number. Lists that
 * share an abstract list count on together; a list that begins anew does so at its first item.
 */
export function countItems(numbering: Numbering): (place: ItemPlace) => ItemNumber | undefined {
  const counts = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  return ({ list: id, level: named, style, styleLevel }) => {
    const list = numbering.find(id);
    if (list === undefined) return undefined;
    const level = clamp(named ?? levelOfStyle(list, style) ?? styleLevel ?? 0);
    const definition = list.levels.get(level);
    if (definition === undefined) return undefined;
    const count = counts.get(list.abstract) ?? new Map<number, number>();
    counts.set(list.abstract, count);
    const beginsAnew = list.starts.has(level) && !begun.has(`${id} ${level}`);
    begun.add(`${id} ${level}`);
    const before = beginsAnew ? undefined : count.get(level);
    count.set(level, before === undefined ? startOf(list, level) : before + 1);
    restartDeeper(list, count, level);
    return {
      text: displayed(list, { level, definition, count }),
      level,
      isBullet: definition.format === 'bullet',
      isApart: definition.isApart,
    };
  };
}

const clamp = (level: number): number => Math.min(Math.max(level, 0), deepestLevel);

const startOf = (list: List, level: number): number =>
  list.starts.get(level) ?? list.levels.get(level)?.start ?? 1;

function levelOfStyle(list: List, style: string | undefined): number | undefined {
  if (style === undefined) return undefined;
  return [...list.levels].find(([, level]) => level.style === style)?.[0];
}

function restartDeeper(list: List, count: Map<number, number>, level: number): void {
  for (let deeper = level + 1; deeper <= deepestLevel; deeper += 1) {
    const after = list.levels.get(deeper)?.restartAfter;
    if (after === undefined || level < after) count.delete(deeper);
  }
}

interface Item {
  readonly level: number;
  readonly definition: ListLevel;
  readonly count: ReadonlyMap<number, number>;
}

function displayed(list: List, { definition, count }: Item): string {
  if (definition.format === 'bullet') return definition.text;
  const text = definition.text.replace(placeholder, (_, digit: string) => {
    const index = Number(digit) - 1;
    const level = list.levels.get(index);
    // A level without an item so far stands at its first number.
    const value = count.get(index) ?? startOf(list, index);
    return formatNumber(value, definition.isLegal ? 'decimal' : (level?.format ?? 'decimal'));
  });
  return text.trim();
}
