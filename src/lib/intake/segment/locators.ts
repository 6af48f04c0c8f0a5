import type { Piece } from './segmentation.ts';

/** So many pieces with one locator in different choices are looked at; texts have a handful. */
const mostSharers = 100;

/**
 * The pieces with locators that tell them apart: of two that have the same and can stand together
 * (no two choices of one option keep them apart), the later one is numbered `5#2`, and marked inferred.
 */
export function tellLocatorsApart(pieces: readonly Piece[]): readonly Piece[] {
  const choices = new Map<string, Choices>();
  const taken = new Map<string, Choices[]>();
  const copies = new Map<string, number>();
  for (const piece of pieces) choices.set(piece.id, choicesOf(piece, choices));
  const tellApart = (piece: Piece): Piece => {
    const own: Choices = choices.get(piece.id) ?? new Map();
    const isFree = (locator: string): boolean => {
      const sharers = taken.get(locator) ?? [];
      return sharers.length < mostSharers && sharers.every((theirs) => !canMeet(own, theirs));
    };
    let { locator } = piece;
    let copy = copies.get(piece.locator) ?? 1;
    while (!isFree(locator)) {
      copy += 1;
      locator = `${piece.locator}#${copy}`;
    }
    copies.set(piece.locator, copy);
    const sharers = taken.get(locator);
    if (sharers === undefined) taken.set(locator, [own]);
    else sharers.push(own);
    return locator === piece.locator ? piece : { ...piece, locator, locatorInferred: true };
  };
  // What is printed keeps its number; what was counted gives way.
  const printed = pieces.map((piece) => (piece.locatorInferred ? piece : tellApart(piece)));
  return printed.map((piece, index) =>
    pieces[index]?.locatorInferred === true ? tellApart(piece) : piece,
  );
}

/** The choice of each option group under which a piece stands. */
type Choices = ReadonlyMap<string, string>;

function choicesOf({ option, parent }: Piece, known: ReadonlyMap<string, Choices>): Choices {
  const around =
    (parent === undefined ? undefined : known.get(parent)) ?? new Map<string, string>();
  return option === undefined ? around : new Map([...around, [option.group, option.choice]]);
}

const canMeet = (a: Choices, b: Choices): boolean =>
  [...a].every(([group, choice]) => (b.get(group) ?? choice) === choice);
