// What on a page of news belongs to something else: teasers, links to other stories, comments, and
// whole other stories.
import type { ReadDocument } from '../document.ts';
import type { TextBlock } from './announcements.ts';
import { leadsElsewhere } from './cue-words.ts';
import { mentions } from './party-names.ts';

/** Longer lines are sentences of the text, whatever they begin with. */
const longestCue = 160;

/** The blocks that lead elsewhere, by their place; nothing that is a position is asked about. */
export function findLeftOut(
  document: ReadDocument,
  blocks: readonly TextBlock[],
  { isReport, keys }: { readonly isReport: boolean; readonly keys: readonly string[] },
): ReadonlySet<number> {
  const left = new Set<number>();
  for (const [at, block] of blocks.entries()) if (block.apart === true) left.add(at);
  if (!isReport) return left;
  const isLink = linkBlocks(document, blocks);
  for (const [at, block] of blocks.entries()) {
    const { kind, words } = block;
    if (words.length > longestCue || !leadsElsewhere.test(bare(words))) continue;
    left.add(at);
    const isHeading = kind === 'heading' || !/[:—-]\s*\S/.test(words);
    for (let next = at + 1; isHeading && isBelow(block, blocks[next], isLink(next)); next += 1)
      left.add(next);
  }
  for (const at of blocks.keys()) {
    // A single link is a reference; several on end are a list of other stories.
    if (isLink(at) && (isLink(at + 1) || isLink(at - 1))) left.add(at);
  }
  for (const at of otherStories(blocks, keys)) left.add(at);
  return left;
}

const bare = (words: string): string => words.replace(/^[\s•◦▪#*>-]+/, '');

/** Whether a block still belongs to a heading that leads elsewhere. */
function isBelow(top: TextBlock, block: TextBlock | undefined, isLink: boolean): boolean {
  if (block === undefined) return false;
  if (top.kind !== 'heading') return isLink;
  return block.kind !== 'heading' || (block.level ?? 1) > (top.level ?? 1);
}

/** Whether nearly all of a block is a link to another page. */
function linkBlocks(
  { marks }: ReadDocument,
  blocks: readonly TextBlock[],
): (at: number) => boolean {
  const links = marks.filter(
    ({ kind, target }) => kind === 'link' && target?.startsWith('#') !== true,
  );
  const found = new Set<number>();
  let next = 0;
  for (const [at, { span, number }] of blocks.entries()) {
    let signs = 0;
    for (
      let link = links[next];
      link !== undefined && link.span.from < span.to;
      link = links[next]
    ) {
      if (link.span.from >= span.from) signs += link.span.to - link.span.from;
      next += 1;
    }
    if (signs > 0 && signs >= (span.to - span.from - (number?.length ?? 0)) * 0.8) found.add(at);
  }
  return (at) => found.has(at);
}

/**
 * Sections under a heading as high as the story's own, or behind a line between stories, in which no
 * side of the story is spoken of.
 */
function otherStories(blocks: readonly TextBlock[], keys: readonly string[]): readonly number[] {
  if (keys.length === 0) return [];
  const starts = blocks.flatMap(({ kind, level = 1, words }, at) =>
    (kind === 'heading' && level <= 2) || /^[\s*=_~#—–-]{3,}$/.test(words) ? [at] : [],
  );
  return starts.flatMap((from, index) => {
    const to = starts[index + 1] ?? blocks.length;
    const section = blocks.slice(from, to);
    const isOther = from > 0 && !section.some(({ words }) => mentions(words, keys));
    return isOther ? section.map((_, offset) => from + offset) : [];
  });
}
