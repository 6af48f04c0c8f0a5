// What a page shows that is no part of its text. Only what the markup itself names so is left out of
// the kept text; what merely looks like it stays, set apart, for a person to decide.
import type { OmissionKind } from '../../document.ts';
import type { ElementNode } from './tree.ts';
import type { Measures } from './measures.ts';

const byName: Readonly<Record<string, OmissionKind>> = {
  script: 'script',
  style: 'script',
  template: 'hidden',
  noscript: 'hidden',
  nav: 'navigation',
  input: 'form',
  button: 'form',
  select: 'form',
  textarea: 'form',
  datalist: 'form',
  svg: 'picture',
  img: 'picture',
  iframe: 'hidden',
  object: 'hidden',
  video: 'hidden',
  audio: 'hidden',
  canvas: 'hidden',
  rp: 'hidden',
};

const byRole: Readonly<Record<string, OmissionKind>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  search: 'form',
  dialog: 'hidden',
  alertdialog: 'hidden',
};

/** Names that sites give to words for screen readers alone. */
const unseen = /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text|d-none)(?:\s|$)/;
/** A form with more signs than this wraps a page, as some servers write them. */
const mostFormSigns = 600;

export interface Place {
  /** Whether it stands inside an article, a section or the main part of the page. */
  readonly isInArticle: boolean;
  readonly measures: Measures;
  /** Whether the page has a first heading outside the page's own head. */
  readonly hasTitleElsewhere: boolean;
}

/** As what an element is left out of the text, or undefined where it is kept. */
export function leftOutAs(element: ElementNode, place: Place): OmissionKind | undefined {
  const { name, attributes } = element;
  const role = attributes.get('role')?.toLowerCase() ?? '';
  const named = byName[name] ?? byRole[role];
  if (named !== undefined) return named;
  if (isHidden(attributes)) return 'hidden';
  const { measures, isInArticle } = place;
  if (name === 'form' && measures.controls > 0 && measures.signs <= mostFormSigns) return 'form';
  const isBesides = name === 'aside' || role === 'complementary';
  if (isBesides && (!isInArticle || measures.linkSigns * 2 > measures.signs))
    return 'other-article';
  if (isInArticle) return undefined;
  if (name === 'footer' || role === 'contentinfo') return 'page-foot';
  const isHead = name === 'header' || role === 'banner';
  // The head of a page may hold the title of its only text.
  return isHead && (measures.headings === 0 || place.hasTitleElsewhere) ? 'page-head' : undefined;
}

function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  if (attributes.has('hidden')) return true;
  if (unseen.test(attributes.get('class') ?? '')) return true;
  const style = attributes.get('style') ?? '';
  return /(?:display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden)/i.test(style);
}
