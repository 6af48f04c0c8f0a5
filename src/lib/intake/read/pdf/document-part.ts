import type { Paragraph } from './paragraphs.ts';

/** A paragraph of the text, or a row of a table with the paragraphs of its cells. */
export type DocumentPart =
  | { readonly kind: 'text'; readonly paragraph: Paragraph; readonly isNote: boolean }
  | {
      readonly kind: 'row';
      readonly cells: readonly (readonly Paragraph[])[];
      readonly table: number;
      readonly isHeader: boolean;
    };
