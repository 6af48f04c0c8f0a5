/**
 * Rows of tables as sketches. Most tables state something in each row. A table that sets an old text
 * beside a new one, as position papers on a draft do, states two things that must not be mixed: each
 * such row becomes an old and a new piece that share a pair.
 */
import type { Span } from '#lib/model/clause.ts';
import type { Block, ReadDocument } from '../document.ts';
import { trimSpan } from './outline.ts';
import { countWords, pairRevisions, shareOf, wordsOf } from './pair-revisions.ts';
import type { Sketch } from './sketch.ts';

/** The sketches of each row of a document, by where the row begins; depths count from the table. */
export function sketchTables({
  text,
  blocks,
}: ReadDocument): ReadonlyMap<number, readonly Sketch[]> {
  const rows = blocks.filter(({ kind }) => kind === 'row');
  const sketches = new Map<number, readonly Sketch[]>();
  let pairs = 0;
  for (const table of Map.groupBy(rows, (row) => row.table ?? -1).values()) {
    const cells = table.map((row) => cellsOf(text, row));
    const revision = revisionColumns(text, table, cells);
    table.forEach((row, index) => {
      const own = cells[index] ?? [];
      const from = trimSpan(text, row.span).from;
      if (revision === undefined) {
        sketches.set(from, [sketchRow(row, trimSpan(text, row.span))]);
        return;
      }
      const made = sketchRevision(text, own, { ...revision, pairs });
      pairs += new Set(made.flatMap((sketch) => sketch.revision?.pair ?? [])).size;
      sketches.set(from, made);
    });
  }
  return sketches;
}

/** The cells that hold words; a row of one stretch counts as one cell. */
function cellsOf(text: string, { span, cells }: Block): readonly Span[] {
  const found = (cells ?? [span]).map((cell) => trimSpan(text, cell));
  return found.some(({ from, to }) => from < to) ? found : [trimSpan(text, span)];
}

const isFilled = ({ from, to }: Span): boolean => from < to;

const base = { depth: 0, kind: 'clause', cut: 'table-row', confidence: 0.8 } as const;

const sketchRow = (row: Block, own: Span): Sketch =>
  row.isHeaderRow === true ? { ...base, own, kind: 'furniture' } : { ...base, own };

interface RevisionColumns {
  readonly old: number;
  readonly new: number;
}

const oldWords =
  /(?<!\p{L})(?:commission(?:['’]s)?\b|original|current|existing|present|draft (?:regulation|text|directive)|as it stands|base text|old|before|texte actuel|texte en vigueur|présent texte|texte proposé par|proposition de la|geltend|gegenwärtig|vorschlag der|ursprünglich|alt)|^(?:text proposed|proposal)|чинн|існуюч|действующ|текущ|існуюча|редакція проєкту/iu;
const newWords =
  /(?<!\p{L})(?:amendments?|amended|proposed (?:amendment|change|text|wording|new)|suggest|modification|revised|new|after|our (?:proposal|text)|amendement|modifi|proposé|änderung|neue?r?\b|geändert|vorgeschlagen)|^proposed$|\b(?:proposal|vorschlag|proposition)$|^proposal|запропон|пропон|предлага|нова редак|новая редак|поправк/iu;

/** No head of a column is longer, in characters. */
const longestHead = 90;

/** Which columns hold old and new text, by their heads or because their words are near-equal. */
function revisionColumns(
  text: string,
  table: readonly Block[],
  cells: readonly (readonly Span[])[],
): RevisionColumns | undefined {
  for (const row of cells.slice(0, 3)) {
    const heads = row.map(({ from, to }) => text.slice(from, to).replace(/\s+/g, ' ').trim());
    if (heads.some((head) => head.length > longestHead)) continue;
    const old = heads.findIndex((head) => oldWords.test(head));
    const next = heads.findIndex((head, index) => index !== old && newWords.test(head));
    if (old !== -1 && next !== -1) return { old, new: next };
  }
  return nearEqualColumns(text, table, cells);
}

/** Two columns of which most rows say nearly the same: the first is taken for the old text. */
function nearEqualColumns(
  text: string,
  table: readonly Block[],
  cells: readonly (readonly Span[])[],
): RevisionColumns | undefined {
  const pairs = cells.filter((row) => row.length === 2 && row.every(isFilled));
  if (pairs.length === 0 || pairs.length < table.length / 2) return undefined;
  const alike = pairs.filter(([a, b]) => {
    if (a === undefined || b === undefined) return false;
    const [left = [], right = []] = [a, b].map(({ from, to }) => wordsOf(text.slice(from, to)));
    if (Math.min(left.length, right.length) < 5) return false;
    return shareOf(countWords(left), countWords(right), left.length + right.length) >= 0.5;
  });
  return alike.length > pairs.length / 2 ? { old: 0, new: 1 } : undefined;
}

/** The longest words of a row, in characters, that only say what it is about. */
const longestLabel = 120;

interface RevisionRow extends RevisionColumns {
  /** How many pairs the tables before it have. */
  readonly pairs: number;
}

function sketchRevision(
  text: string,
  cells: readonly Span[],
  columns: RevisionRow,
): readonly Sketch[] {
  const { old, new: next } = columns;
  const filled = cells.filter(isFilled);
  const [first] = filled;
  if (first === undefined) return [];
  const words = ({ from, to }: Span): string => text.slice(from, to).replace(/\s+/g, ' ').trim();
  const isAlone = filled.length === 1 && cells.length < 3;
  if (
    isAlone &&
    cells.indexOf(first) === 0 &&
    first.to - first.from <= longestLabel &&
    cells.length < 2
  ) {
    return [{ ...base, own: first, kind: 'furniture' }];
  }
  if (isHeadRow(cells, columns, words)) {
    return filled.map((own) => ({ ...base, own, cut: 'table-cell', kind: 'furniture' }));
  }
  const label = cells.slice(0, Math.min(old, next)).find(isFilled);
  const depth = label === undefined ? 0 : 1;
  const paired = sketchPairs(text, cells, columns);
  return cells.flatMap((own, index): readonly Sketch[] => {
    if (!isFilled(own)) return [];
    const cut = 'table-cell' as const;
    if (own === label) return [{ ...base, own, cut, kind: 'section', heading: words(own) }];
    const side = index === old ? 'old' : index === next ? 'new' : undefined;
    if (side === undefined) return [{ ...base, own, cut, depth, kind: 'furniture' }];
    return paired
      .filter(({ revision }) => revision?.side === side)
      .map((sketch) => ({ ...sketch, depth }));
  });
}

function isHeadRow(
  cells: readonly Span[],
  { old, new: next }: RevisionColumns,
  words: (span: Span) => string,
): boolean {
  const [oldHead = '', newHead = ''] = [cells[old], cells[next]].map((cell) =>
    cell === undefined ? '' : words(cell),
  );
  const isShort = oldHead.length < longestHead && newHead.length < longestHead;
  return isShort && oldWords.test(oldHead) && newWords.test(newHead);
}

/** The paragraphs of the old and the new cell, old ones first. */
function sketchPairs(
  text: string,
  cells: readonly Span[],
  { old, new: next, pairs }: RevisionRow,
): readonly Sketch[] {
  const nothing = { from: 0, to: 0 };
  const paired = pairRevisions(text, cells[old] ?? nothing, cells[next] ?? nothing);
  return (['old', 'new'] as const).flatMap((side) =>
    paired.flatMap((pair, index): readonly Sketch[] => {
      const own = pair[side];
      if (own === undefined) return [];
      const revision = { side, pair: `r${pairs + index + 1}` };
      return [{ ...base, own, cut: 'table-cell', revision }];
    }),
  );
}
