/**
 * Clause text as safe HTML. The words come from strangers' documents, so two things must hold at
 * once: nothing in them may run or load anything, and not one character of a party's text may
 * disappear. Raw HTML and images are therefore shown as the characters they are written with, and
 * what `marked` makes of the rest passes a strict allow list.
 */
import { Marked, type Tokens } from 'marked';
import sanitizeHtml from 'sanitize-html';
import type { Span } from '#lib/model/clause.ts';
import { escapeHtml } from './escape-html.ts';
import { placeMarks, stripMarkSigns, wrapMarks } from './marked-words.ts';

const isWebAddress = (href: string): boolean => /^https?:\/\//i.test(href.trim());

const markdown = new Marked({
  async: false,
  gfm: true,
  // Definitions of links would vanish from the output; left undefined they stay visible as text.
  tokenizer: { def: () => undefined },
  renderer: {
    html: ({ raw }: Tokens.HTML | Tokens.Tag) => escapeHtml(raw),
    image: ({ raw }) => escapeHtml(raw),
    checkbox: ({ checked }) => (checked ? '[x] ' : '[ ] '),
    // A heading inside a table cell would disturb the page's own outline.
    heading({ tokens }) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>\n`;
    },
    link({ href, tokens, raw }) {
      if (!isWebAddress(href)) return escapeHtml(raw);
      return `<a href="${escapeHtml(href)}">${this.parser.parseInline(tokens)}</a>`;
    },
  },
});

const blocks = ['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr'];
const tables = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];
const inline = ['a', 'strong', 'em', 'del', 'code', 'br'];

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [...blocks, ...tables, ...inline],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'escape',
  transformTags: {
    a: (tagName, { href = '' }) => ({
      tagName,
      attribs: { href: stripMarkSigns(href), rel: 'noopener noreferrer nofollow' },
    }),
  },
};

/**
 * Longer texts are shown as they are written: a text made for it keeps the parser busy for a time that
 * grows with the square of its length.
 */
const longestMarkdown = 12_000;

/**
 * Renders a clause's Markdown as safe HTML, with `<mark>` around the words of `spans`. Overlapping
 * and touching spans become one mark; a mark that runs over several elements is split at their edges.
 */
export function renderMarkdown(text: string, spans: readonly Span[] = []): string {
  const marked = placeMarks(text, spans);
  const html =
    text.length > longestMarkdown
      ? `<p>${escapeHtml(marked).replaceAll('\n', '<br>')}</p>`
      : markdown.parse(marked, { async: false });
  return wrapMarks(sanitizeHtml(html, allowed)).trim();
}
