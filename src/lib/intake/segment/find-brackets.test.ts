import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, ReadDocument } from '../document.ts';
import { findBrackets } from './find-brackets.ts';

/** A document of paragraphs between empty lines; `# ` begins a heading. */
function documentOf(text: string): ReadDocument {
  const blocks = [...text.matchAll(/\S.*/g)].map((match): Block => {
    const span = { from: match.index, to: match.index + match[0].length };
    return { kind: match[0].startsWith('# ') ? 'heading' : 'paragraph', span };
  });
  const shared = { marks: [], omissions: [], warnings: [], meta: {} };
  return { format: 'text', name: 'draft.txt', text, blocks, ...shared };
}

const draw = (text: string): readonly string[] =>
  findBrackets(documentOf(text)).brackets.map(
    ({ span, depth, kind, closedBy }) =>
      `${depth} ${kind} ${closedBy}: ${text.slice(span.from, span.to)}`,
  );

describe('square brackets', () => {
  it('are told by their depth', () => {
    expect(draw('a [b [c] d] e')).toEqual(['1 text bracket: [b [c] d]', '2 text bracket: [c]']);
  });

  it('that stay open end with their block, before the next heading', () => {
    expect(draw('a [b\n# C\nd [e]')).toEqual(['1 text end-of-block: [b', '1 text bracket: [e]']);
  });

  it('may hold several paragraphs', () => {
    expect(draw('[a\n\nb] c')).toEqual(['1 text bracket: [a\n\nb]']);
  });

  it('that nothing opened begin with their block', () => {
    expect(draw('a b] c')).toEqual(['1 text missing-opening: a b]']);
  });

  it.each([
    ['[X]', 'open-figure'],
    ['[ ]', 'open-figure'],
    ['[__]', 'open-figure'],
    ['[…]', 'open-figure'],
    ['[XX %]', 'open-figure'],
    ['[Placeholder for finance]', 'editor'],
    ['[*Note*: to be merged]', 'editor'],
    ['[примітка редактора]', 'editor'],
    ['[shall]', 'text'],
    ['[2 °C]', 'text'],
  ])('are told apart by what they hold: %s is %s', (words, kind) => {
    expect(findBrackets(documentOf(words)).brackets[0]?.kind).toBe(kind);
  });

  it('are counted in one warning where they do not match', () => {
    const { warnings } = findBrackets(documentOf('[a [b] c\n\nd'));
    expect(warnings.map(({ code, at }) => [code, at])).toEqual([['brackets-unbalanced', 0]]);
    expect(warnings[0]?.message).toContain('2 square brackets open and 1 close');
    expect(findBrackets(documentOf('[a [b] c]')).warnings).toEqual([]);
  });

  it('are all told, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('[', ']', 'a', ' ', '\n', '# '), { maxLength: 60 }),
        (signs) => {
          const text = signs.join('');
          const { brackets } = findBrackets(documentOf(text));
          const told = new Set<number>();
          for (const { span, closedBy } of brackets) {
            if (closedBy !== 'missing-opening') told.add(span.from);
            if (closedBy !== 'end-of-block') told.add(span.to - 1);
          }
          const all = [...text.matchAll(/[[\]]/g)].map(({ index }) => index);
          expect(all.filter((at) => !told.has(at))).toEqual([]);
        },
      ),
    );
  });
});
