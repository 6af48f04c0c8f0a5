import type { BlockShape } from '../text-flow.ts';
import { textBlocks } from '../read-text.ts';
import type { ElementNode, TreeNode } from './tree.ts';

/** The blocks of preformatted words, as plain text has them. */
export function preformattedBlocks(
  element: ElementNode,
): readonly { readonly shape: BlockShape; readonly text: string }[] {
  const text = verbatimText(element);
  return textBlocks(text).map(({ kind, level, span }) => ({
    shape: {
      kind: kind === 'row' ? 'paragraph' : kind,
      ...(level === undefined ? {} : { level }),
    },
    text: text.slice(span.from, span.to),
  }));
}

function verbatimText(node: TreeNode): string {
  if (node.kind === 'text') return node.text;
  if (node.name === 'br') return '\n';
  return node.children.map(verbatimText).join('');
}
