import { childOf, childrenOf, elementsOf, numberOf, valueOf, type Element } from './element.ts';
import { overToggles, togglesIn, type Toggles } from './toggles.ts';

/** Which list a paragraph belongs to and how deep, each where it is said. */
export interface ListPlace {
  readonly list?: string | undefined;
  /** From 0. */
  readonly level?: number | undefined;
}

/** A style with all that it takes from the styles it is based on. */
export interface Style {
  readonly id: string;
  /** In lower case; built-in styles keep their English names in all languages. */
  readonly name: string;
  /** From 1; undefined for what is no heading. */
  readonly headingLevel?: number | undefined;
  readonly place: ListPlace;
  readonly toggles: Toggles;
  /** Whether tables of this style set their first row off. */
  readonly hasHeaderRow: boolean;
}

export interface Styles {
  readonly find: (id: string | undefined) => Style | undefined;
  /** The style of paragraphs that name none. */
  readonly ordinary: Style | undefined;
  readonly defaults: Toggles;
  /** The language of words that name none. */
  readonly language: string | undefined;
}

/** Longer chains are circles. */
const longestChain = 20;

/** Reads the styles of a document; a document may have none. */
export function readStyles(root: Element | undefined): Styles {
  const elements = new Map<string, Element>();
  for (const style of childrenOf(root, 'w:style')) {
    const id = style.attributes['w:styleId'];
    if (id !== undefined && !elements.has(id)) elements.set(id, style);
  }
  const known = new Map<string, Style>();
  const find = (id: string | undefined, depth = 0): Style | undefined => {
    const element = id === undefined ? undefined : elements.get(id);
    if (id === undefined || element === undefined || depth > longestChain) return undefined;
    const before = known.get(id);
    if (before !== undefined) return before;
    const style = styleOf(id, element, find(valueOf(element, 'w:basedOn'), depth + 1));
    known.set(id, style);
    return style;
  };
  const ordinary = [...elements].find(
    ([, { attributes }]) =>
      attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''),
  );
  const defaults = childOf(childOf(childOf(root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  return {
    find: (id) => find(id),
    ordinary: find(ordinary?.[0]),
    defaults: togglesIn(defaults),
    language: childOf(defaults, 'w:lang')?.attributes['w:val'],
  };
}

function styleOf(id: string, element: Element, base: Style | undefined): Style {
  const paragraph = childOf(element, 'w:pPr');
  const name = (valueOf(element, 'w:name') ?? '').toLowerCase();
  const own = placeIn(paragraph);
  const firstRow = childrenOf(element, 'w:tblStylePr').some(
    ({ attributes, children }) => attributes['w:type'] === 'firstRow' && children.length > 0,
  );
  return {
    id,
    name,
    headingLevel: ownHeadingLevel(name, paragraph) ?? base?.headingLevel,
    place: { list: own.list ?? base?.place.list, level: own.level ?? base?.place.level },
    toggles: overToggles(togglesIn(childOf(element, 'w:rPr')), base?.toggles ?? {}),
    hasHeaderRow: firstRow || base?.hasHeaderRow === true,
  };
}

/** The list a paragraph's or a style's properties name. */
export function placeIn(properties: Element | undefined): ListPlace {
  const numbering = childOf(properties, 'w:numPr');
  return { list: valueOf(numbering, 'w:numId'), level: numberOf(numbering, 'w:ilvl') };
}

/** Names of heading styles where a writer of files translated them. */
const headingName =
  /^(?:heading|überschrift|titre|заголовок|título|titolo|kop|rubrik|overskrift|nagłówek|nadpis|otsikko|başlık|标题|標題|見出し|제목) ?([1-9])$/;

function ownHeadingLevel(name: string, paragraph: Element | undefined): number | undefined {
  const outline = outlineLevelIn(paragraph);
  if (outline !== undefined && outline <= 9) return outline;
  const named = headingName.exec(name)?.[1];
  if (named !== undefined) return Number(named);
  return name === 'title' ? 1 : undefined;
}

/** The depth properties give a paragraph in the outline, from 1; 10 for body text. */
export function outlineLevelIn(properties: Element | undefined): number | undefined {
  const level = numberOf(properties, 'w:outlineLvl');
  return level === undefined || level < 0 || level > 9 ? undefined : level + 1;
}

/** The language a document's settings name for text of its main script. */
export function themeLanguage(settings: Element | undefined): string | undefined {
  const found = elementsOf(settings).find(({ name }) => name === 'w:themeFontLang');
  return found?.attributes['w:val'];
}
