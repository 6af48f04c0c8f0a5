// A segmentation as rows: one for each piece, with the words that are its own, in the order of the text.
import type {
  Piece,
  PieceKind,
  ProposedSplit,
  Segmentation,
} from '#lib/intake/segment/segmentation.ts';

/** A split the program proposes, as the words that would begin the second piece. */
export interface SplitRow {
  /** Offset in the text of the paper. */
  readonly at: number;
  readonly words: string;
  readonly reason: ProposedSplit['reason'];
}

/** A piece as it is shown: its own words are those before the first piece inside it. */
export interface CutRow {
  readonly id: string;
  readonly depth: number;
  readonly kind: PieceKind;
  readonly locator: string;
  readonly locatorInferred: boolean;
  readonly option?: string;
  readonly revision?: 'old' | 'new';
  readonly cut: Piece['cut'];
  readonly confidence: number;
  readonly text: string;
  /** Where the words stand in the text of the paper. */
  readonly from: number;
  readonly splits: readonly SplitRow[];
}

/** So many signs show where a second piece would begin. */
const shownOfSplit = 60;

/** The rows of a segmentation; together they hold every visible sign of the text. */
export function rowsOf({ pieces, optionGroups }: Segmentation, text: string): readonly CutRow[] {
  const depths = new Map<string, number>();
  const labels = new Map(
    optionGroups.flatMap(({ id, label, choices }) =>
      choices.map((choice) => [`${id} ${choice.id}`, `${label}: ${choice.label}`] as const),
    ),
  );
  return pieces.map((piece, index) => {
    const depth = piece.parent === undefined ? 0 : (depths.get(piece.parent) ?? 0) + 1;
    depths.set(piece.id, depth);
    const end = pieces[index + 1]?.span.from ?? text.length;
    const { option, revision } = piece;
    const label = option && labels.get(`${option.group} ${option.choice}`);
    return {
      ...{ id: piece.id, depth, kind: piece.kind, locator: piece.locator, cut: piece.cut },
      ...{ locatorInferred: piece.locatorInferred, confidence: piece.confidence },
      ...(label === undefined ? {} : { option: label }),
      ...(revision === undefined ? {} : { revision: revision.side }),
      text: text.slice(piece.span.from, end).trimEnd(),
      from: piece.span.from,
      splits: piece.splits.map(({ at, reason }) => ({ at, reason, words: opening(text, at) })),
    };
  });
}

const opening = (text: string, at: number): string => {
  const words = text
    .slice(at, at + shownOfSplit)
    .replace(/\s+/g, ' ')
    .trim();
  return at + shownOfSplit < text.length ? `${words}…` : words;
};

/** The next row that holds some words, after the row at `after`, then from the beginning. */
export function findRow(
  rows: readonly CutRow[],
  { words, after }: { readonly words: string; readonly after: number },
): CutRow | undefined {
  const sought = words.toLowerCase();
  const holds = ({ text, locator }: CutRow): boolean =>
    locator.toLowerCase() === sought || text.toLowerCase().includes(sought);
  return rows.slice(after + 1).find(holds) ?? rows.slice(0, after + 1).find(holds);
}

/** Where some words begin inside a row, but not at its beginning; undefined when they are not there. */
export function findInside({ text, from }: CutRow, words: string): number | undefined {
  const sought = words.trim();
  const at = sought === '' ? -1 : text.indexOf(sought, 1);
  return at === -1 ? undefined : from + at;
}
