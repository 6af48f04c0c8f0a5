import type { Id } from '#lib/model/id.ts';
import type { Paper } from '#lib/model/paper.ts';

type Choice = { readonly group: Id; readonly choice: Id };

/** The readings searched: one choice for every option group of the papers. */
export interface ReadingList {
  readonly list: readonly Readonly<Record<Id, Id>>[];
  readonly groups: readonly {
    readonly paper: Id;
    readonly group: Id;
    readonly choices: readonly Id[];
  }[];
  /** Number of readings there are; more than `list` holds when the search was bounded. */
  readonly total: number;
  /** Indexes of the readings in which all these choices are made. */
  readonly where: (choices: readonly Choice[]) => readonly number[];
}

/** Not more readings than this are searched; the comparison says so when there are more. */
export const maxReadings = 64;

/** Enumerates readings in the order groups and choices are declared; fixed choices are kept. */
export function listReadings(
  papers: readonly Paper[],
  fixed: Readonly<Record<Id, Id>>,
): ReadingList {
  const groups = papers.flatMap((paper) =>
    paper.options.map((option) => ({
      paper: paper.id,
      group: option.id,
      choices: option.choices.map((choice) => choice.id),
    })),
  );
  let list: readonly Readonly<Record<Id, Id>>[] = [{}];
  let total = 1;
  for (const { group, choices } of groups) {
    const open = Object.hasOwn(fixed, group) ? choices.filter((c) => c === fixed[group]) : choices;
    total *= open.length;
    list = list
      .flatMap((reading) => open.map((choice) => ({ ...reading, [group]: choice })))
      .slice(0, maxReadings);
  }
  const where = (choices: readonly Choice[]): readonly number[] =>
    list.flatMap((reading, index) =>
      choices.every(({ group, choice }) => reading[group] === choice) ? [index] : [],
    );
  return { list, groups, total, where };
}
