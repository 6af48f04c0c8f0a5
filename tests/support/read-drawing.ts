// Reads a drawing back: whether it is well-formed, and where its lines of text stand.
import { textWidth } from '#lib/drawing/measure.ts';

const tag = /<(\/?)([a-zA-Z]+)((?:\s[\w:-]+="[^"<]*")*)\s*(\/?)>/y;
const text = /[^<]+/y;

/** The faults of the markup; empty when every tag closes in turn and nothing is left unescaped. */
export function xmlFaults(svg: string): readonly string[] {
  const open: string[] = [];
  let at = 0;
  while (at < svg.length) {
    tag.lastIndex = at;
    text.lastIndex = at;
    const found = tag.exec(svg);
    const words = found ? null : text.exec(svg);
    if (!found && !words) return [`cannot read on at "${svg.slice(at, at + 40)}"`];
    if (words && /&(?!amp;|lt;|gt;|quot;|#39;)/.test(words[0])) return [`bare & in "${words[0]}"`];
    if (found) {
      const [, closing, name = '', , single] = found;
      if (closing === '/' && open.pop() !== name) return [`</${name}> closes another`];
      if (closing !== '/' && single !== '/') open.push(name);
    }
    at += (found ?? words)?.[0].length ?? 1;
  }
  return open.map((name) => `<${name}> is not closed`);
}

const plain = (markup: string): string =>
  markup
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every line of text with the room it takes, in the order drawn. */
export function textBoxes(svg: string): readonly TextBox[] {
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(
    ([, attributes = '', inside = '']) => {
      const read = (name: string): string | undefined =>
        new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
      const [x, y] = [Number(read('x')), Number(read('y'))];
      const width = textWidth(plain(inside));
      const anchor = read('text-anchor');
      const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
      return { text: plain(inside), left, right: left + width, top: y - 10, bottom: y + 3 };
    },
  );
}

/** Pairs of lines that run into each other. */
export function overlaps(boxes: readonly TextBox[]): readonly string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `"${a.text}" and "${b.text}"`),
  );
}

/** The size the drawing says it has. */
export function viewBox(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /viewBox="0 0 (\S+) (\S+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}
