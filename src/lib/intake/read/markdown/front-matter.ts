import type { DocumentMeta } from '../../document.ts';

/** A head longer than this is no head. */
const mostSigns = 20_000;

export interface FrontMatter {
  /** Where the document's own words begin. */
  readonly to: number;
  readonly meta: DocumentMeta;
}

/**
 * The lines between two `---` at the very beginning, in which some programs keep what they know of a
 * text: `title: …`, `date: …`. Undefined where a document only begins with a line.
 */
export function findFrontMatter(source: string): FrontMatter | undefined {
  if (!source.startsWith('---\n')) return undefined;
  const end = /\n(?:---|\.\.\.)[ \t]{0,9}(?:\n|$)/.exec(source.slice(0, mostSigns));
  if (end === null) return undefined;
  const head = source.slice(4, end.index);
  const fields = new Map<string, string>();
  for (const line of head.split('\n')) {
    const field = /^([A-Za-z][\w-]{0,40}):[ \t]{1,9}(\S.{0,500})$/.exec(line);
    if (field?.[1] !== undefined) fields.set(field[1].toLowerCase(), unquote(field[2] ?? ''));
  }
  if (fields.size === 0) return undefined;
  return { to: end.index + end[0].length, meta: metaOf(fields) };
}

const unquote = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2');

/** What fields at the head of a text say of it, by the names programs give them. */
export function metaOf(fields: ReadonlyMap<string, string>): DocumentMeta {
  const title = fields.get('title');
  const dated = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(fields.get('date') ?? '')?.[0];
  const author = fields.get('author');
  const publisher = fields.get('publisher');
  const url = fields.get('url') ?? fields.get('source');
  const language = fields.get('lang') ?? fields.get('language');
  return {
    ...(title === undefined ? {} : { title }),
    ...(dated === undefined ? {} : { dated }),
    ...(author === undefined ? {} : { author }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url }),
    ...(language === undefined ? {} : { language }),
  };
}
