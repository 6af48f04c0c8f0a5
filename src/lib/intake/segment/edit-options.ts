import type { Parsed } from '#lib/model/parsed.ts';
import { tellLocatorsApart } from './locators.ts';
import type { Piece, Segmentation, SegmentedOptionGroup } from './segmentation.ts';

/** A piece put into a choice of a group, each by its id or by a new label, or taken out by null. */
export interface OptionEdit {
  readonly piece: string;
  readonly group: string | null;
  readonly choice: string | null;
}

/**
 * The segmentation in which a piece is of the given choice. Groups and choices that no piece is of
 * any more are gone; a group of a single choice waits for its second.
 */
export function chooseOption(segmentation: Segmentation, edit: OptionEdit): Parsed<Segmentation> {
  const { group, choice } = edit;
  if (group === null || choice === null) return settle(segmentation, edit.piece, undefined);
  if (group.trim() === '' || choice.trim() === '') {
    const message = 'name the option and the choice, or take the piece out of both';
    return { ok: false, problems: [{ code: 'option_unnamed', path: 'piece', message }] };
  }
  const groups = segmentation.optionGroups;
  const known = groups.find(({ id, label }) => id === group || label === group);
  const chosen: SegmentedOptionGroup = known ?? {
    id: freshId(groups, 'o'),
    label: group.trim(),
    choices: [],
  };
  const knownChoice = chosen.choices.find(({ id, label }) => id === choice || label === choice);
  const added = knownChoice ?? { id: freshId(chosen.choices, 'c'), label: choice.trim() };
  const grown = knownChoice ? chosen : { ...chosen, choices: [...chosen.choices, added] };
  const optionGroups = known
    ? groups.map((each) => (each === known ? grown : each))
    : [...groups, grown];
  const option = { group: grown.id, choice: added.id };
  return settle({ ...segmentation, optionGroups }, edit.piece, option);
}

function settle(
  segmentation: Segmentation,
  id: string,
  option: Piece['option'],
): Parsed<Segmentation> {
  const changed = segmentation.pieces.map((piece) => {
    if (piece.id !== id) return piece;
    const { option: _option, ...bare } = piece;
    return option === undefined ? bare : { ...bare, option };
  });
  const pieces = tellLocatorsApart(changed);
  return { ok: true, value: { ...segmentation, pieces, optionGroups: used(segmentation, pieces) } };
}

/** The groups and choices that some piece is of. */
export function used(
  { optionGroups }: Segmentation,
  pieces: readonly Piece[],
): readonly SegmentedOptionGroup[] {
  const inUse = new Set(
    pieces.map(({ option }) => `${option?.group ?? ''} ${option?.choice ?? ''}`),
  );
  return optionGroups
    .map((group) => ({
      ...group,
      choices: group.choices.filter(({ id }) => inUse.has(`${group.id} ${id}`)),
    }))
    .filter(({ choices }) => choices.length > 0);
}

/** The next number no record has. */
function freshId(records: readonly { readonly id: string }[], letter: string): string {
  const taken = new Set(records.map(({ id }) => id));
  let number = records.length + 1;
  while (taken.has(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}
