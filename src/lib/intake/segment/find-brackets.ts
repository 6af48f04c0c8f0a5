/**
 * Square brackets of a text under negotiation. Real drafts leave some open and close others twice;
 * each is kept, and told with how it was recovered: an opening without a closing ends with its block,
 * a closing without an opening began with its block.
 */
import type { Span } from '#lib/model/clause.ts';
import type { ReadDocument } from '../document.ts';
import { coveringBlocks } from './lines.ts';
import type { BracketSpan, SegmentWarning } from './segmentation.ts';

export interface Brackets {
  readonly brackets: readonly BracketSpan[];
  readonly warnings: readonly SegmentWarning[];
}

/** All brackets of a document by where they open, and a warning where openings and closings differ. */
export function findBrackets(document: ReadDocument): Brackets {
  const { text } = document;
  const blocks = coveringBlocks(document);
  const found: BracketSpan[] = [];
  let open: number[] = [];
  let unbalanced: number | undefined;
  const add = (span: Span, closedBy: BracketSpan['closedBy']): void => {
    const kind = kindOf(text.slice(span.from, Math.min(span.to, span.from + longestRemark)), span);
    found.push({ span, depth: open.length + 1, kind, closedBy });
    if (closedBy !== 'bracket') unbalanced ??= span.from;
  };
  const closeAll = (to: number): void => {
    while (open.length > 0) {
      const from = open.pop() ?? 0;
      add({ from, to }, 'end-of-block');
    }
  };
  let lastEnd = 0;
  for (const block of blocks) {
    // A bracket may hold several paragraphs and their items, but no heading of the format.
    if (block.kind === 'heading' || block.kind === 'note') closeAll(lastEnd);
    for (let at = block.span.from; at < block.span.to; at += 1) {
      const sign = text[at];
      if (sign === '[') open.push(at);
      else if (sign === ']') {
        const from = open.pop();
        if (from === undefined) add({ from: block.span.from, to: at + 1 }, 'missing-opening');
        else add({ from, to: at + 1 }, 'bracket');
      }
    }
    lastEnd = block.span.to;
  }
  closeAll(lastEnd);
  open = [];
  const brackets = found.toSorted((a, b) => a.span.from - b.span.from || b.span.to - a.span.to);
  return { brackets, warnings: warnOf(text, unbalanced) };
}

function warnOf(text: string, at: number | undefined): readonly SegmentWarning[] {
  if (at === undefined) return [];
  const openings = text.split('[').length - 1;
  const closings = text.split(']').length - 1;
  const message = `${openings} square brackets open and ${closings} close; where one is missing, its place is guessed`;
  return [{ code: 'brackets-unbalanced', message, at }];
}

/** A remark is told by its first words, in characters. */
const longestRemark = 200;

const openFigure = /^\[[\s_…\-–?]*(?:[XYZNxyzn]{1,3}|\.{2,}|\d{0,2}[XYxy]{1,4})?[\s_….\-–?%]*\]$/;
const remark =
  /^\[\s*[*_]*\s*(?:placeholder|note\b|editor|ed\.|sic\b|drafting|comment|secretariat|to be (?:completed|inserted|added|determined|discussed)|tbd\b|tbc\b|further |text (?:from|of|to)|примітка|ред\.|прим\.|примечание|note de|anmerkung|anm\.|n\.d\.l\.r)/i;

function kindOf(words: string, { from, to }: Span): BracketSpan['kind'] {
  if (to - from <= 24 && openFigure.test(words)) return 'open-figure';
  if (to - from <= 24 && /^\[\^[^\]\s]+\]$/.test(words)) return 'editor';
  return remark.test(words) ? 'editor' : 'text';
}
