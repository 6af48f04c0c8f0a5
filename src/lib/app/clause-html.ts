import { renderMarkdown } from '#lib/formats/markdown-html.ts';
import type { Span } from '#lib/model/clause.ts';

/** A party's Markdown as HTML that is safe to show, with the words of the spans marked. */
export const clauseHtml = (text: string, spans: readonly Span[] = []): string =>
  renderMarkdown(text, spans);
