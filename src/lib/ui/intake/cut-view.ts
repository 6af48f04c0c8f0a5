import { cutWords, pieceWords, type PieceKind } from './intake-words.ts';

/** A piece as the page of cuts is given it; see `rowsOf`. */
export interface CutRowView {
  readonly id: string;
  readonly depth: number;
  readonly kind: PieceKind;
  readonly locator: string;
  readonly locatorInferred: boolean;
  readonly option?: string;
  readonly revision?: 'old' | 'new';
  readonly cut: string;
  readonly confidence: number;
  readonly text: string;
  readonly from: number;
  readonly splits: readonly { readonly at: number; readonly words: string }[];
}

/** One page of a paper with its cuts; see `lookAtCuts`. */
export interface CutsView {
  readonly title: string;
  readonly file: string;
  readonly at: string;
  readonly isMissed: boolean;
  readonly rows: readonly CutRowView[];
  readonly first: number;
  readonly total: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly sections: readonly { readonly id: string; readonly label: string }[];
  readonly warnings: readonly { readonly message: string; readonly piece: string }[];
  readonly edits: number;
  readonly undone: number;
}

/** Below this a cut is shown as unsure. */
const sure = 0.6;

/** What a row says of its piece besides number and kind. */
export function aboutCut(row: CutRowView): readonly string[] {
  return [
    row.kind === 'clause' ? '' : pieceWords[row.kind].name,
    row.revision === undefined ? '' : `${row.revision} text`,
    row.option ?? '',
    row.locatorInferred && isCompared(row.kind) ? 'number not printed' : '',
    row.cut === 'hand' ? 'cut by hand' : '',
    isUnsure(row) ? `not sure: cut at a ${cutWords[row.cut] ?? row.cut}` : '',
  ].filter((word) => word !== '');
}

/** Whose number a reader would look for in the text. */
const isCompared = (kind: PieceKind): boolean => kind === 'clause' || kind === 'section';

export const isUnsure = ({ confidence }: CutRowView): boolean => confidence < sure;

/** The address of a piece on its page; the part behind # brings it into view. */
export const hrefOf = (id: string): string => {
  const name = encodeURIComponent(id);
  return `?at=${name}#${name}`;
};
