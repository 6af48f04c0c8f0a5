import { describe, expect, it } from 'vitest';
import { pairRevisions } from './pair-revisions.ts';

/** The pairs of two cells as `old → new`. */
function pair(old: string, next: string): readonly string[] {
  const text = `${old}\n${next}`;
  const words = (span: { from: number; to: number } | undefined): string =>
    span === undefined ? '' : text.slice(span.from, span.to);
  const start = old.length + 1;
  return pairRevisions(text, { from: 0, to: old.length }, { from: start, to: text.length }).map(
    (both) => `${words(both.old)} → ${words(both.new)}`,
  );
}

describe('the paragraphs of an old and a new cell', () => {
  it('are paired where they share words, in order', () => {
    expect(
      pair(
        '1. The register is public.\n2. The fee is ten crowns a year.',
        '1. The register is public and free.\n1a. An office keeps the book.\n2. The fee is nine crowns a year.',
      ),
    ).toEqual([
      '1. The register is public. → 1. The register is public and free.',
      ' → 1a. An office keeps the book.',
      '2. The fee is ten crowns a year. → 2. The fee is nine crowns a year.',
    ]);
  });

  it('stand alone where they were deleted', () => {
    expect(pair('(a) by sea;\n(b) over the northern pass;', '(b) over the northern pass;')).toEqual(
      ['(a) by sea; → ', '(b) over the northern pass; → (b) over the northern pass;'],
    );
  });

  it('are one pair where each cell is one paragraph, whatever it says', () => {
    expect(pair('The fee is ten crowns.', 'Deleted')).toEqual(['The fee is ten crowns. → Deleted']);
  });

  it('are whole where a line only goes on', () => {
    expect(pair('The fee is\nten crowns.', 'The fee is nine crowns.')).toHaveLength(1);
  });
});
