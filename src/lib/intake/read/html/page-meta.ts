import type { DocumentMeta } from '../../document.ts';
import { isElement, type ElementNode, type Tree } from './tree.ts';
import { wordsOf } from './words-of.ts';

/** What a page says about itself: in its head, in its first heading, and in the note of who saved it. */
export function pageMeta({ root, comments }: Tree): DocumentMeta {
  const said = collect(root);
  const found = {
    title: said.first('og:title', 'h1', 'title', 'dc.title'),
    dated: dayOf(said.first('dc.date', 'date')),
    published: dayOf(
      said.first('article:published_time', 'datepublished', 'pubdate', 'dcterms.issued', 'time'),
    ),
    author: said.first('author', 'article:author', 'dc.creator'),
    publisher: said.first('og:site_name', 'dc.publisher', 'publisher'),
    url: said.first('canonical', 'og:url') ?? savedFrom(comments),
    language: said.first('lang', 'content-language', 'og:locale'),
  };
  return keepFound(found);
}

interface Said {
  /** What the first of these names that the page uses says. */
  readonly first: (...names: readonly string[]) => string | undefined;
}

function collect(root: ElementNode): Said {
  const said = new Map<string, string>();
  const say = (name: string | undefined, value: string | undefined): void => {
    const words = value?.replace(/\s+/g, ' ').trim() ?? '';
    const key = name?.toLowerCase();
    if (key !== undefined && words !== '' && words.length < 500 && !said.has(key))
      said.set(key, words);
  };
  const visit = (element: ElementNode): void => {
    const { name, attributes } = element;
    if (name === 'html') say('lang', attributes.get('lang'));
    if (name === 'title' || name === 'h1') say(name, wordsOf(element));
    if (name === 'time') say('time', attributes.get('datetime'));
    if (name === 'link') say(attributes.get('rel'), attributes.get('href'));
    if (name === 'meta') {
      const key = attributes.get('property') ?? attributes.get('name');
      say(
        key ?? attributes.get('itemprop') ?? attributes.get('http-equiv'),
        attributes.get('content'),
      );
    }
    for (const child of element.children.filter(isElement)) visit(child);
  };
  visit(root);
  return {
    first: (...names) => names.map((name) => said.get(name)).find((value) => value !== undefined),
  };
}

/** The day a date and time begin with. */
const dayOf = (time: string | undefined): string | undefined =>
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/.exec(time ?? '')?.[0];

/** Browsers note the address of a page they save in a comment. */
function savedFrom(comments: readonly string[]): string | undefined {
  const found = comments.map((comment) =>
    /^ saved from url=\(\d{1,6}\)(https?:\S{1,2000})/.exec(comment),
  );
  return found.find((match) => match !== null)?.[1];
}

type Found = { readonly [Key in keyof DocumentMeta]: DocumentMeta[Key] | undefined };

/** Only what was found, because a missing value and none are told apart. */
function keepFound({
  title,
  dated,
  published,
  author,
  publisher,
  url,
  language,
}: Found): DocumentMeta {
  return {
    ...(title === undefined ? {} : { title }),
    ...(dated === undefined ? {} : { dated }),
    ...(published === undefined ? {} : { published }),
    ...(author === undefined ? {} : { author }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url }),
    ...(language === undefined ? {} : { language }),
  };
}
