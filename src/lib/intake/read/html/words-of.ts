import type { ElementNode, TreeNode } from './tree.ts';

/** The words inside an element, blocks and all, on one line; of controls, what they show. */
export function wordsOf(element: ElementNode): string {
  const words: string[] = [];
  const collect = (node: TreeNode): void => {
    if (node.kind === 'text') {
      words.push(node.text);
      return;
    }
    if (node.name === 'script' || node.name === 'style') return;
    const shown = shownWords(node);
    if (shown !== undefined) words.push(' ', shown, ' ');
    // Only inside a line do words go on without space.
    const isInline = inline.has(node.name);
    if (!isInline) words.push(' ');
    for (const child of node.children) collect(child);
    if (!isInline) words.push(' ');
  };
  collect(element);
  return words.join('').replace(/\s+/g, ' ').trim();
}

const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** What an element without inside shows: the description of a picture, the name of a button. */
function shownWords({ name, attributes }: ElementNode): string | undefined {
  if (name === 'img') return attributes.get('alt');
  if (name !== 'input') return undefined;
  return /^(?:submit|button|reset)$/i.test(attributes.get('type') ?? '')
    ? attributes.get('value')
    : undefined;
}
