import type { BlockKind } from '../../document.ts';
import { isAllBold, isMono, type Paragraph } from './paragraphs.ts';
import { roundSize, type BodyStyle } from './body-style.ts';
import { rowText } from './row-text.ts';

/** What a stretch of words outside tables can be. */
export type TextKind = Extract<
  BlockKind,
  'heading' | 'paragraph' | 'item' | 'note' | 'caption' | 'code'
>;

/** Letters larger than this multiple of the text's are those of headings. */
const headingSize = 1.12;
const mostHeadingRows = 4;
const mostHeadingSigns = 220;

export interface ParagraphKind {
  readonly kind: TextKind;
  /** The size of a heading; bold ones of the text's own size come last. */
  readonly headingSize?: number;
}

/** What a paragraph is by the look of it. */
export function kindOf(paragraph: Paragraph, style: BodyStyle): ParagraphKind {
  const { rows, marker } = paragraph;
  const text = rows.map(rowText).join(' ');
  const size = roundSize(Math.max(...rows.map((row) => row.size)));
  const isBrief = rows.length <= mostHeadingRows && text.length <= mostHeadingSigns;
  const hasWords = /\p{L}{2}|\p{L}\.?$/u.test(text);
  if (rows.every(isMono) && rows.length > 1) return { kind: 'code' };
  if (captions.test(text) && rows.length <= 8) return { kind: 'caption' };
  if (isBrief && hasWords && size >= headingSize * style.size && !/[,;]$/.test(text))
    return { kind: 'heading', headingSize: size };
  const isBold = !style.bold && rows.every(isAllBold);
  const isTitle =
    isBold && rows.length <= 2 && text.length <= 150 && !/[.,;]$/.test(text.replace(/^\S+$/, ''));
  if (isTitle && hasWords && size >= 0.85 * style.size)
    return { kind: 'heading', headingSize: size };
  if (marker !== undefined) return { kind: 'item' };
  return { kind: 'paragraph' };
}

const captions =
  /^(?:fig(?:ure|\.)|listing|table|box|chart|abb(?:ildung|\.)|tabelle|tableau|рис(?:унок|\.)|табл(?:иця|ица|\.))\s?\d{1,3}(?:\.\d{1,3})?\s?[.:–—-]/iu;
