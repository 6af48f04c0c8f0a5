import type { Reading } from '#lib/engine/comparison.ts';
import { optionName } from './locators.ts';
import type { Voice } from './voice.ts';

type Choices = Reading['choices'];

/** The choices of a reading in words: "option 1"; with their groups where there are several. */
export function readingName(voice: Voice, index: number): string {
  const reading = voice.comparison.readings[index];
  return reading === undefined ? '' : choicesName(voice, reading.choices);
}

function choicesName(voice: Voice, choices: Choices): string {
  const { comparison, lookup, phrases } = voice;
  const groups = comparison.optionGroups.filter(({ group }) => choices[group] !== undefined);
  const names = groups.flatMap(({ paper: id, group }) => {
    const paper = lookup.papers.get(id);
    const choice = choices[group];
    if (!paper || choice === undefined) return [];
    const name = optionName(voice, paper, { group, choice });
    const label = paper.options.find((option) => option.id === group)?.label;
    const alone = groups.length === 1 || paper.options.length > 1 || label === undefined;
    return [alone ? name : phrases.grammar.headed(label, name)];
  });
  return phrases.grammar.parts(names);
}

/** More readings than these are counted, not named. */
const mostNamed = 6;

/**
 * "in all readings", "under option 1"; nothing when the papers have no options. Readings that are all
 * those with some choices are named by these choices alone; else many are only counted.
 */
export function readings(voice: Voice, indexes: readonly number[]): string {
  const { comparison, phrases, figures } = voice;
  if (comparison.optionGroups.length === 0 || indexes.length === 0) return '';
  const all = comparison.readings.length;
  if (comparison.allReadings && all > 1 && indexes.length === all) return phrases.readings.underAll;
  const deciding = decidingChoices(comparison.readings, indexes);
  if (deciding !== undefined) return phrases.readings.under([choicesName(voice, deciding)]);
  if (indexes.length > mostNamed)
    return phrases.readings.counted(figures.number(indexes.length), figures.number(all));
  const names = indexes.map((index) => readingName(voice, index)).filter((name) => name !== '');
  return names.length === 0 ? '' : phrases.readings.under(names);
}

/** The choices that several readings share and no other reading has; undefined without such. */
function decidingChoices(all: readonly Reading[], indexes: readonly number[]): Choices | undefined {
  const own = indexes.flatMap((index) => all[index] ?? []);
  const [first] = own;
  if (first === undefined || own.length < 2) return undefined;
  const shared = Object.entries(first.choices).filter(([group, choice]) =>
    own.every(({ choices }) => choices[group] === choice),
  );
  const having = all.filter(({ choices }) =>
    shared.every(([group, choice]) => choices[group] === choice),
  );
  return shared.length > 0 && having.length === own.length ? Object.fromEntries(shared) : undefined;
}
