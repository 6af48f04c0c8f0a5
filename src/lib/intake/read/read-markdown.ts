// Markdown is read as it is written: its signs stay in the text, so that offsets are those of the
// source. Taken out are only what no reader of the page sees (the head, comments, addresses of links)
// and rules; HTML inside is read as HTML.
import type { DocumentMeta, ReadDocument } from '../document.ts';
import { cutSource, type Cut } from './cut-source.ts';
import { findFrontMatter } from './markdown/front-matter.ts';
import { inlineMarks, isAllStrong } from './markdown/inline-marks.ts';
import { scanBlocks } from './markdown/scan-blocks.ts';
import { takeOutComments } from './markdown/take-out-comments.ts';
import { readHtml } from './read-html.ts';
import type { DecodedFile } from './read-text.ts';
import { tidySigns } from './tidy-signs.ts';

/** Reads Markdown; the text is the source with `\n` as line end, but for what is listed as left out. */
export function readMarkdown({ name, text: raw }: DecodedFile): ReadDocument {
  const { source, comments } = takeOutComments(tidySigns(raw).replaceAll('\f', '\n'));
  const head = findFrontMatter(source);
  const scanned = scanBlocks(source, head?.to ?? 0);
  const blocks = scanned.blocks.map((block) =>
    isAllStrong(source, block) ? { ...block, strong: true } : block,
  );
  const marks = blocks.flatMap((block) => inlineMarks(source, block));
  const cuts: Cut[] = [
    ...scanned.cuts,
    ...scanned.html.map((span) => ({
      span,
      instead: readInside(source.slice(span.from, span.to)),
    })),
  ];
  if (head !== undefined) cuts.push({ span: { from: 0, to: head.to }, kind: 'front-matter' });
  cuts.sort((a, b) => a.span.from - b.span.from);
  const kept = cutSource(source, { blocks, marks, cuts, omissions: comments });
  const meta = { ...titleOf(kept), ...head?.meta };
  return { format: 'markdown', name, ...kept, warnings: [], meta };
}

const readInside = (html: string): ReadDocument => readHtml({ name: '', text: html });

/** The first heading is the title of a text that says nothing else. */
function titleOf({ text, blocks }: Pick<ReadDocument, 'text' | 'blocks'>): DocumentMeta {
  const first = blocks.find(({ kind }) => kind === 'heading');
  if (first === undefined) return {};
  const [line = ''] = text.slice(first.span.from, first.span.to).split('\n');
  const title = line
    .replace(/^#{1,6}\s|[*_`]/g, '')
    .replace(/[#\s]+$/, '')
    .trim();
  return title === '' ? {} : { title };
}
