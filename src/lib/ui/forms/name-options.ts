// Records chosen by their names: what a field shows for an id, what is offered while somebody types, and
// which record a typed name means.
import type { Option } from './form-field.ts';

/** Options whose labels tell them apart: a label that several share carries the id behind it. */
export function tellApart(options: readonly Option[]): readonly Option[] {
  const seen = new Map<string, number>();
  for (const { label } of options) seen.set(foldName(label), (seen.get(foldName(label)) ?? 0) + 1);
  return options.map(({ value, label }) =>
    (seen.get(foldName(label)) ?? 0) > 1
      ? { value, label: `${label} · ${value}` }
      : { value, label },
  );
}

/** A name as it is compared: without case and without doubled or outer spaces. */
export const foldName = (name: string): string =>
  name.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean).join(' ');

/** What a field shows: the name of a record for its id, else what was typed. */
export const nameFor = (options: readonly Option[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? value;

/** The id of the record a text names, by label or by id; undefined when there is none of that name. */
export function idNamed(options: readonly Option[], text: string): string | undefined {
  const name = foldName(text);
  const found =
    options.find(({ label }) => foldName(label) === name) ??
    options.find(({ value }) => value === text.trim());
  return found?.value;
}

/**
 * The options that fit what was typed, best first: names that begin so, then names with a word that
 * begins so, then names that hold all the typed words. Everything fits an empty text.
 */
export function findNames(
  options: readonly Option[],
  text: string,
  most: number,
): readonly Option[] {
  const typed = foldName(text);
  const words = typed.split(' ');
  const ranked = options.flatMap((option, place) => {
    const name = foldName(option.label);
    const rank = name.startsWith(typed)
      ? 0
      : ` ${name}`.includes(` ${typed}`)
        ? 1
        : words.every((word) => name.includes(word))
          ? 2
          : undefined;
    return rank === undefined ? [] : [{ option, rank, place }];
  });
  return ranked
    .toSorted((a, b) => a.rank - b.rank || a.place - b.place)
    .slice(0, most)
    .map(({ option }) => option);
}
