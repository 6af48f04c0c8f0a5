import type { Block, BlockKind } from '../../document.ts';
import type { ItemNumber } from './count-items.ts';
import { childOf, type Element } from './element.ts';
import { outlineLevelIn, type Style } from './styles.ts';

/** What says which kind of block a paragraph is. */
export interface Shaped {
  readonly element: Element;
  readonly style: Style | undefined;
  readonly number: ItemNumber | undefined;
}

export type Shape = Pick<Block, 'kind' | 'level' | 'number'>;

/** Whether a paragraph is a line of a table of contents, an index or a list of figures. */
export const isContents = (style: Style | undefined): boolean =>
  /^(?:(?:toc|index) [1-9]|(?:toc|index) heading|table of figures)$/.test(style?.name ?? '');

/** The first paragraph of a note has the mark as its number. */
export const noteShape = (label: string | undefined): Shape =>
  label === undefined ? { kind: 'note' } : { kind: 'note', number: label };

/** What a paragraph is by its style, its place in the outline and its list. */
export function shapeOf({ element, style, number }: Shaped): Shape {
  const outline = outlineLevelIn(childOf(element, 'w:pPr')) ?? style?.headingLevel;
  const numbered = number === undefined || number.text === '' ? {} : { number: number.text };
  if (outline !== undefined && outline <= 9)
    return { kind: 'heading', level: outline, ...numbered };
  if (number !== undefined && number.text !== '')
    return { kind: 'item', level: number.level + 1, ...numbered };
  return { kind: kindByStyle(style?.name ?? '') };
}

function kindByStyle(name: string): BlockKind {
  if (/^(?:quote|intense quote|block text|quotations)$/.test(name)) return 'quote';
  if (name === 'caption') return 'caption';
  return /^(?:html preformatted|preformatted text|source code|macro)$/.test(name)
    ? 'code'
    : 'paragraph';
}
