import type { DocumentMeta } from '../../document.ts';
import { childOf, wordsIn, type Element } from './element.ts';

export interface PropertyParts {
  /** `docProps/core.xml`. */
  readonly core: Element | undefined;
  /** `docProps/app.xml`. */
  readonly app: Element | undefined;
  /** The language its styles or settings name. */
  readonly language: string | undefined;
  /** The paragraph that the document shows as its title. */
  readonly shownTitle: string | undefined;
}

/**
 * What the file says about itself. The title it shows is believed before the one in its properties,
 * which often comes from a template; the day it was last saved before the one it was made, for the
 * same reason.
 */
export function readMetadata({ core, app, language, shownTitle }: PropertyParts): DocumentMeta {
  const words = (element: Element | undefined, name: string): string | undefined => {
    const found = childOf(element, name);
    const text = found === undefined ? '' : wordsIn(found).replace(/\s+/g, ' ').trim();
    return text === '' ? undefined : text;
  };
  const found = {
    title: shownTitle ?? words(core, 'dc:title'),
    author: words(core, 'dc:creator'),
    publisher: words(app, 'Company'),
    dated: day(words(core, 'dcterms:modified')) ?? day(words(core, 'dcterms:created')),
    language: words(core, 'dc:language') ?? language,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

const day = (moment: string | undefined): string | undefined =>
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=T|$)/.exec(moment ?? '')?.[0];
