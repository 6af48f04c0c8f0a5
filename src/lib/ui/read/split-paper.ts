import type { Clause } from '#lib/model/clause.ts';
import { ownLengths, type Paper } from '#lib/model/paper.ts';

/** A clause with its own words, or words that stand in no clause. */
export interface Piece {
  readonly clause?: Clause;
  readonly text: string;
}

/** A paper cut into pieces in its order, so that none of its words are lost and none are told twice. */
export function splitPaper(paper: Paper): readonly Piece[] {
  const lengths = ownLengths(paper);
  const pieces: Piece[] = [];
  let at = 0;
  for (const clause of paper.clauses) {
    const { from, to } = clause.span;
    if (from >= at) addLoose(pieces, withoutNumber(paper.text.slice(at, from), clause.locator));
    const end = from + (to === from ? 0 : (lengths.get(clause.id) ?? to - from));
    pieces.push({ clause, text: withoutHeading(paper.text.slice(from, end), clause) });
    at = Math.max(at, end);
  }
  addLoose(pieces, paper.text.slice(at));
  return pieces;
}

function addLoose(pieces: Piece[], text: string): void {
  if (/[\p{L}\p{N}]/u.test(text)) pieces.push({ text: text.trim() });
}

/** A last line is a number when it is about as long as one, or names the place of what follows. */
const longestNumber = 16;

function withoutNumber(text: string, locator: string): string {
  const lastLine = text.lastIndexOf('\n') + 1;
  const last = text.slice(lastLine);
  const isNumber = last.length <= longestNumber || last.includes(locator);
  return isNumber ? text.slice(0, lastLine) : text;
}

/** The heading is told as such, so that its line is left out of the words. */
function withoutHeading(text: string, { heading }: Clause): string {
  const opening = text.trimStart();
  const end = opening.indexOf('\n');
  const line = end === -1 ? opening : opening.slice(0, end);
  if (heading === undefined || !line.includes(heading)) return text;
  return line.length > heading.length * 2 + 24 ? text : opening.slice(line.length).trimStart();
}
