/** The provisions that conflicts rest on, as plain description. */
import type { Id } from '#lib/model/id.ts';
import type { RestOn } from '#lib/engine/comparison.ts';
import { columnOf, locators } from './locators.ts';
import { readings } from './readings.ts';
import type { RestOnSentences } from './speaker.ts';
import type { Voice } from './voice.ts';

/** Headline, smallest sets, what each column alone comes to, and the caveat. */
export function restOn(voice: Voice, rest: RestOn): RestOnSentences {
  const { comparison, phrases, figures, names } = voice;
  const say = phrases.restOn;
  const reading = comparison.optionGroups.length === 0 ? '' : readings(voice, [rest.reading]);
  const size = rest.sets[0]?.length ?? 0;
  return {
    headline:
      rest.conflicts === 0
        ? say.none(reading)
        : say.headline({
            conflicts: figures.number(rest.conflicts),
            one: figures.isOne(rest.conflicts),
            reading,
            size: figures.number(size),
            sizeOne: figures.isOne(size),
          }),
    sets: [...new Set(rest.sets.map((set) => tellSet(voice, set)))],
    within: rest.within.map(({ column, sets }) =>
      sets.length === 0
        ? say.cannotAlone(names.column(column))
        : say.withinColumn(names.column(column), [
            ...new Set(sets.map((set) => locators(voice, column, set))),
          ]),
    ),
    caveat: say.caveat(rest.complete),
  };
}

/** "Ukraine (I.1; I.6b) and Russia (II)", in column order. */
function tellSet(voice: Voice, set: readonly Id[]): string {
  const { comparison, figures, names, phrases } = voice;
  const owned = Map.groupBy(set, (provision) => columnOf(voice, provision));
  return figures.list(
    comparison.columns.flatMap(({ id }) => {
      const own = owned.get(id) ?? [];
      return own.length === 0
        ? []
        : [phrases.restOn.member(names.column(id), locators(voice, id, own))];
    }),
  );
}
