import type { ElementNode, Tree } from './tree.ts';

/** How much of what an element holds, over all its inside. */
export interface Measures {
  /** Visible signs that are neither script nor style. */
  readonly signs: number;
  /** Of these, the ones that are links. */
  readonly linkSigns: number;
  readonly headings: number;
  readonly tables: number;
  readonly lists: number;
  readonly paragraphs: number;
  readonly controls: number;
  readonly elements: number;
  readonly depth: number;
}

export type MeasuresOf = (element: ElementNode) => Measures;

const nothing: Measures = {
  signs: 0,
  linkSigns: 0,
  headings: 0,
  tables: 0,
  lists: 0,
  paragraphs: 0,
  controls: 0,
  elements: 0,
  depth: 0,
};

const silent = new Set(['script', 'style', 'template', 'noscript', 'title']);
const controls = new Set(['input', 'select', 'textarea', 'button']);

/** Measures all elements of a page in one walk, so that asking costs nothing. */
export function measureTree({ root }: Tree): MeasuresOf {
  const known = new Map<ElementNode, Measures>();
  const measure = (element: ElementNode): Measures => {
    if (silent.has(element.name)) return nothing;
    const sum = { ...nothing };
    for (const child of element.children) {
      if (child.kind === 'text') {
        sum.signs += child.text.replace(/\s+/g, '').length;
        continue;
      }
      const part = measure(child);
      sum.signs += part.signs;
      sum.linkSigns += part.linkSigns;
      sum.headings += part.headings;
      sum.tables += part.tables;
      sum.lists += part.lists;
      sum.paragraphs += part.paragraphs;
      sum.controls += part.controls;
      sum.elements += part.elements;
      sum.depth = Math.max(sum.depth, part.depth);
    }
    sum.elements += 1;
    sum.depth += 1;
    if (element.name === 'a') sum.linkSigns = sum.signs;
    if (/^h[1-6]$/.test(element.name)) sum.headings += 1;
    if (element.name === 'table') sum.tables += 1;
    if (element.name === 'ol' || element.name === 'ul') sum.lists += 1;
    if (element.name === 'p') sum.paragraphs += 1;
    if (controls.has(element.name)) sum.controls += 1;
    known.set(element, sum);
    return sum;
  };
  measure(root);
  return (element) => known.get(element) ?? nothing;
}
