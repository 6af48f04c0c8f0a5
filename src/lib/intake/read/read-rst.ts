import type { DocumentMeta, ReadDocument } from '../document.ts';
import { cutSource, type Cut } from './cut-source.ts';
import { findHeadFields } from './rst/head-fields.ts';
import { scanRst } from './rst/scan-blocks.ts';
import type { DecodedFile } from './read-text.ts';
import { tidySigns } from './tidy-signs.ts';

/**
 * Reads reStructuredText as it is written, with the blocks its lines make; fields at its head,
 * comments, addresses of links and borders of tables are left out and listed.
 */
export function readRst({ name, text: raw }: DecodedFile): ReadDocument {
  const source = tidySigns(raw).replaceAll('\f', '\n');
  const head = findHeadFields(source);
  const { blocks, cuts } = scanRst(source, head?.to ?? 0);
  const whole: readonly Cut[] =
    head === undefined ? cuts : [{ kind: 'front-matter', span: { from: 0, to: head.to } }, ...cuts];
  const kept = cutSource(source, { blocks, marks: [], cuts: whole });
  const meta = { ...titleOf(kept), ...head?.meta };
  return { format: 'rst', name, ...kept, warnings: [], meta };
}

function titleOf({ text, blocks }: Pick<ReadDocument, 'text' | 'blocks'>): DocumentMeta {
  const first = blocks.find(({ kind }) => kind === 'heading');
  const lines = first === undefined ? [] : text.slice(first.span.from, first.span.to).split('\n');
  const title = lines.find((line) => /\w/.test(line))?.trim();
  return title === undefined ? {} : { title };
}
