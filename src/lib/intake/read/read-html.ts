// A page is read as a browser shows it: the words in their order, with the numbers of its lists, and
// without what is furniture by its markup, which is listed. See the folder `html`.
import type { ReadDocument, ReadOptions } from '../document.ts';
import { findMain } from './html/main-content.ts';
import { measureTree } from './html/measures.ts';
import { pageMeta } from './html/page-meta.ts';
import { PageWriter, type PagePlan } from './html/page-writer.ts';
import { isElement, parseTree, type ElementNode } from './html/tree.ts';
import type { DecodedFile } from './read-text.ts';
import type { TextFlow } from './text-flow.ts';
import { hasVisibleSign, tidySigns } from './tidy-signs.ts';

/**
 * Reads a page, or a fragment of one. Old and new words (`<del>`, `<ins>`) both stay, marked, unless
 * the options ask for one state.
 */
export function readHtml(
  { name, text: raw }: DecodedFile,
  options: ReadOptions = {},
): ReadDocument {
  const source = tidySigns(raw);
  const tree = parseTree(source);
  const measures = measureTree(tree);
  const plan: PagePlan = {
    measures,
    main: findMain(source, tree, measures),
    hasTitleElsewhere: hasTitle(tree.root, measures),
    keepsFurniture: false,
    revisions: options.revisions ?? 'both',
  };
  const { text, blocks, marks, omissions } = writeWith(plan, tree.root);
  const meta = pageMeta(tree);
  return { format: 'html', name, text, blocks, marks, omissions, warnings: [], meta };
}

/** A page of nothing but furniture, a site's map perhaps, is read with it. */
function writeWith(plan: PagePlan, root: ElementNode): TextFlow {
  const writer = new PageWriter(plan);
  writer.writePage(root);
  if (hasVisibleSign(writer.flow.text)) return writer.flow;
  const keeping = new PageWriter({ ...plan, main: undefined, keepsFurniture: true });
  keeping.writePage(root);
  return keeping.flow;
}

/** Whether there is a first heading outside the head of the page. */
function hasTitle(element: ElementNode, measures: PagePlan['measures']): boolean {
  return element.children.filter(isElement).some((child) => {
    if (child.name === 'h1') return measures(child).signs > 0;
    const isHead = child.name === 'header' || child.attributes.get('role') === 'banner';
    return !isHead && hasTitle(child, measures);
  });
}
