import type { Block, Mark, MarkKind } from '../../document.ts';

interface Inline {
  readonly kind: MarkKind;
  readonly pattern: RegExp;
}

/** The first group is what is marked, the second the address of a link. No pattern looks far. */
const inlines: readonly Inline[] = [
  { kind: 'strong', pattern: /\*\*(?=\S)((?:[^*\\]|\\.|\*(?!\*)){1,2000})\*\*/gs },
  { kind: 'strong', pattern: /(?<!\w)__(?=\S)((?:[^_\\]|\\.|_(?!_)){1,2000})__(?!\w)/gs },
  { kind: 'struck', pattern: /~~(?=\S)([^~]{1,2000})~~/g },
  {
    kind: 'link',
    pattern: /(?<!!)\[([^[\]]{1,500})\]\(<?([^()<>\s]{1,2000})>?(?:\s"[^"]{0,200}")?\)/g,
  },
];

/** Bold and struck-out words and links inside a block, without the signs that make them so. */
export function inlineMarks(source: string, block: Block): readonly Mark[] {
  if (block.kind === 'code') return [];
  const { from, to } = block.span;
  const text = source.slice(from, to);
  const marks: Mark[] = [];
  for (const { kind, pattern } of inlines) {
    for (const found of text.matchAll(pattern)) {
      const inside = found[1] ?? '';
      const start = from + found.index + found[0].indexOf(inside);
      const span = { from: start, to: start + inside.length };
      const target = kind === 'link' ? found[2] : undefined;
      marks.push({ kind, span, ...(target === undefined ? {} : { target }) });
    }
  }
  return marks.sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to);
}

/** Whether a block is bold as a whole, but for its number or the signs of a heading. */
export function isAllStrong(source: string, { span, number }: Block): boolean {
  const body = source
    .slice(span.from + (number?.length ?? 0), span.to)
    .replace(/^#{1,6}/, '')
    .trim();
  const inside = /^(?:\*\*|__)(.{1,300}?)(?:\*\*|__)[.:]?$/s.exec(body)?.[1];
  return inside !== undefined && !inside.includes('**') && !inside.includes('__');
}
