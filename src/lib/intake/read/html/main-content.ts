// Where on a page its main text stands. The elements made for that are believed; on pages without
// them, Readability is asked, whose answer is only a hint: what it leaves aside is kept, set apart.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Measures, MeasuresOf } from './measures.ts';
import { isElement, parseTree, type ElementNode, type Tree } from './tree.ts';
import { wordsOf } from './words-of.ts';

/** Readability looks at elements again and again; beyond this a page would take it seconds. */
const limits = { elements: 4000, depth: 100, signs: 400_000 } as const;
/** Less than this share of a page's words is no main text but one of many. */
const leastShare = 0.25;
const leastSigns = 250;
/** A page with fewer words that are links has nothing around its text worth asking for. */
const leastLinks = 0.02;
/** The share of Readability's words that an element has to hold to be where they stand. */
const enough = 0.85;

/** The elements of the main text, or undefined where the page has no other or nothing tells. */
export function findMain(
  source: string,
  { root }: Tree,
  measures: MeasuresOf,
): ReadonlySet<ElementNode> | undefined {
  const whole = measures(root);
  const articles = outermostArticles(root);
  const signs = articles.reduce((sum, element) => sum + measures(element).signs, 0);
  if (signs >= leastSigns && signs >= whole.signs * leastShare) return new Set(articles);
  if (whole.linkSigns < whole.signs * leastLinks || !looksLikeSite(root)) return undefined;
  const hinted = hintedElement(source, root, whole);
  return hinted === undefined ? undefined : new Set([hinted]);
}

/**
 * The articles that are not inside others, or the main part where there are none. Of several articles
 * those that are teasers of others, by their size, are none.
 */
function outermostArticles(root: ElementNode): readonly ElementNode[] {
  const articles: ElementNode[] = [];
  const mains: ElementNode[] = [];
  const visit = (element: ElementNode): void => {
    for (const child of element.children.filter(isElement)) {
      if (child.name === 'article') articles.push(child);
      else {
        if (child.name === 'main' || child.attributes.get('role') === 'main') mains.push(child);
        visit(child);
      }
    }
  };
  visit(root);
  const largest = Math.max(0, ...articles.map((article) => wordsOf(article).length));
  const full = articles.filter((article) => wordsOf(article).length * 4 >= largest);
  return full.length > 0 ? full : mains.slice(0, 1);
}

/** Whether a page has parts around its text at all, as saved pages of sites do. */
function looksLikeSite(element: ElementNode): boolean {
  return element.children
    .filter(isElement)
    .some((child) => siteParts.has(child.name) || looksLikeSite(child));
}

const siteParts = new Set(['nav', 'header', 'footer', 'aside', 'script', 'form', 'iframe']);

function hintedElement(
  source: string,
  root: ElementNode,
  whole: Measures,
): ElementNode | undefined {
  if (
    whole.elements > limits.elements ||
    whole.depth > limits.depth ||
    whole.signs > limits.signs
  ) {
    return undefined;
  }
  const words = readableWords(source);
  const total = words.reduce((sum, { length }) => sum + length, 0);
  if (total < leastSigns || total < whole.signs * leastShare) return undefined;
  const wanted = new Map(words.map((line) => [line, line.length]));
  return deepestWith(root, wanted, total * enough);
}

/** The paragraphs, items and cells that Readability takes for the main text, without white space. */
function readableWords(source: string): readonly string[] {
  let content: string;
  try {
    const { document } = parseHTML(source);
    content = new Readability(document).parse()?.content ?? '';
  } catch {
    // A hint may fail; the page is read without.
    return [];
  }
  const lines = new Set<string>();
  const visit = (element: ElementNode): void => {
    if (lineElements.has(element.name)) lines.add(squeeze(wordsOf(element)));
    for (const child of element.children.filter(isElement)) visit(child);
  };
  visit(parseTree(content).root);
  return [...lines].filter(({ length }) => length > 20);
}

const lineElements = new Set(['p', 'li', 'td', 'h2', 'h3', 'h4', 'pre']);
const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** The deepest element whose texts include that many signs of the wanted ones. */
function deepestWith(
  root: ElementNode,
  wanted: ReadonlyMap<string, number>,
  least: number,
): ElementNode | undefined {
  let deepest: ElementNode | undefined;
  const count = (element: ElementNode): number => {
    let sum = wanted.get(squeeze(wordsOf(element)));
    if (sum === undefined) {
      sum = 0;
      for (const child of element.children.filter(isElement)) sum += count(child);
    }
    if (deepest === undefined && sum >= least) deepest = element;
    return sum;
  };
  count(root);
  return deepest;
}
