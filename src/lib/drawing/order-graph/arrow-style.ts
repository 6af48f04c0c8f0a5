/** How the arrows of several sides are told apart without colour. */
import { colours, path, sheet } from '../svg.ts';

/** Whose arrow it is: a column's by its place, several columns' together, or a premise. */
export type ArrowOwner =
  | { readonly kind: 'column'; readonly place: number }
  | { readonly kind: 'together' }
  | { readonly kind: 'premise' };

/** By the place of the column, so that exchanging columns exchanges the styles. */
const dashes: readonly (string | undefined)[] = [
  undefined,
  '9 3 2 3',
  '2 3',
  '9 3 2 3 2 3',
  '14 4',
  '1 5',
  '14 3 5 3',
  '4 2 1 2',
];
const premiseDashes = '5 4';

/** The dashes of an owner's lines and of the frames of their words. */
export const dashesOf = (owner: ArrowOwner): string | undefined =>
  owner.kind === 'premise'
    ? premiseDashes
    : owner.kind === 'column'
      ? dashes[owner.place % dashes.length]
      : undefined;

/** A line in the style of its owner; heavier where it takes part in a circular order. */
export function styledLine(data: string, owner: ArrowOwner, circular: boolean): string {
  const width = circular ? 3 : 1.5;
  const colour = circular ? colours.clash : colours.ink;
  if (owner.kind !== 'together') return path(data, { width, dashes: dashesOf(owner), colour });
  return (
    path(data, { width: width + 2.5, colour }) + path(data, { width: 1.5, colour: colours.paper })
  );
}

/** A piece of line, to stand beside the name of its owner in a legend. */
export const arrowSample = (owner: ArrowOwner): string =>
  sheet({ width: 44, height: 10, parts: [styledLine('M1 5L43 5', owner, false)] });
