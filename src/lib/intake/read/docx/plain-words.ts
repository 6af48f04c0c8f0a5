import { childOf, elementsOf, wordsIn, type Element } from './element.ts';
import { signOf } from './symbol-fonts.ts';

/** Elements that hold no words of their own: properties, instructions, the other branch of a choice. */
const silent: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:tblPr',
  'w:instrText',
  'w:delInstrText',
  'w:fldData',
]);

/**
 * All words below an element, for what is only listed and not laid out (a comment, a page head, the
 * names in a chart): paragraphs as lines, struck words and form fields like others.
 */
export function plainWords(element: Element): string {
  const parts: string[] = [];
  collect(element, parts);
  return parts.join('').trim();
}

function collect(element: Element, parts: string[]): void {
  for (const child of elementsOf(element)) {
    if (silent.has(child.name)) continue;
    if (child.name === 'mc:AlternateContent') collect(chooseBranch(child), parts);
    else if (isWords(child.name)) parts.push(wordsIn(child));
    else if (child.name === 'w:sym') parts.push(symbolIn(child));
    else if (child.name === 'w:noBreakHyphen') parts.push('\u2011');
    else if (isSpace(child.name)) parts.push(' ');
    else collect(child, parts);
    if (child.name === 'w:p' || child.name === 'a:p') parts.push('\n');
  }
}

const isWords = (name: string): boolean =>
  name === 'w:t' || name === 'w:delText' || name === 'm:t' || name === 'a:t';

const isSpace = (name: string): boolean =>
  name === 'w:tab' || name === 'w:br' || name === 'w:cr' || name === 'w:ptab';

const nothing: Element = { name: '', attributes: {}, children: [] };

/** Of the same content in a new and an old form, the new one; only one of them is ever shown. */
export const chooseBranch = (alternate: Element): Element =>
  childOf(alternate, 'mc:Choice') ?? childOf(alternate, 'mc:Fallback') ?? nothing;

/** The sign of a symbol, or the code as it stands in the file where its font is not known. */
export function symbolIn(symbol: Element): string {
  const code = Number.parseInt(symbol.attributes['w:char'] ?? '', 16);
  if (!(code >= 0x20 && code <= 0xffff)) return '';
  return signOf(symbol.attributes['w:font'], code) ?? String.fromCharCode(code);
}
