// Drawings, pictures and embedded objects: which text boxes they hold, and what words describe them.
import { elementsOf, wordsIn, type Element } from './element.ts';
import { chooseBranch } from './plain-words.ts';

export interface Graphic {
  /** Contents of text boxes, in order. */
  readonly boxes: readonly Element[];
  /** Descriptions and words drawn into it; undefined where there is nothing but boxes and lines. */
  readonly description: string | undefined;
}

/** Charts and diagrams keep their words in parts of their own, found by the id of the relation. */
export type PartWords = ReadonlyMap<string, string>;

const pictures: ReadonlySet<string> = new Set(['pic:pic', 'v:imagedata', 'c:chart', 'dgm:relIds']);

/** What a drawing holds. */
export function readGraphic(graphic: Element, partWords: PartWords): Graphic {
  const boxes: Element[] = [];
  const words = new Set<string>();
  const isPicture = visit(graphic, (element) => {
    if (element.name === 'w:txbxContent') boxes.push(element);
    for (const text of describing(element)) words.add(text);
    const { 'r:id': chart, 'r:dm': diagram } = element.attributes;
    const part = pictures.has(element.name) ? partWords.get(chart ?? diagram ?? '') : undefined;
    if (part !== undefined) words.add(part);
  });
  const description = [...words].join('\n');
  return { boxes, description: isPicture || words.size > 0 ? description : undefined };
}

/** Goes through a drawing, but not into its boxes; says whether there is a picture in it. */
function visit(element: Element, see: (element: Element) => void): boolean {
  if (element.name === 'mc:AlternateContent') return visit(chooseBranch(element), see);
  see(element);
  if (element.name === 'w:txbxContent') return false;
  let isPicture = pictures.has(element.name);
  for (const child of elementsOf(element)) isPicture = visit(child, see) || isPicture;
  return isPicture;
}

/** The words an element describes a picture with, or draws. */
function describing(element: Element): readonly string[] {
  const { attributes } = element;
  switch (element.name) {
    case 'wp:docPr':
    case 'pic:cNvPr':
      return present(attributes['descr'] ?? attributes['title']);
    case 'v:shape':
    case 'v:rect':
      return present(attributes['alt']);
    case 'v:textpath':
      return present(attributes['string']);
    case 'a:t':
      return present(wordsIn(element));
    default:
      return [];
  }
}

const present = (text: string | undefined): readonly string[] =>
  text === undefined || text.trim() === '' ? [] : [text];
