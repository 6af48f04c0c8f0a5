import type { Voice } from './voice.ts';
import { optionName } from './locators.ts';

/** The choices of a reading in words: "option 1"; with their groups where there are several. */
export function readingName(voice: Voice, index: number): string {
  const { comparison, lookup, phrases } = voice;
  const reading = comparison.readings[index];
  if (!reading) return '';
  const groups = comparison.optionGroups.filter(
    ({ group }) => reading.choices[group] !== undefined,
  );
  const names = groups.flatMap(({ paper: id, group }) => {
    const paper = lookup.papers.get(id);
    const choice = reading.choices[group];
    if (!paper || choice === undefined) return [];
    const name = optionName(voice, paper, { group, choice });
    const label = paper.options.find((option) => option.id === group)?.label;
    const alone = groups.length === 1 || paper.options.length > 1 || label === undefined;
    return [alone ? name : phrases.grammar.headed(label, name)];
  });
  return phrases.grammar.parts(names);
}

/** "in all readings", "under option 1"; nothing when the papers have no options. */
export function readings(voice: Voice, indexes: readonly number[]): string {
  const { comparison, phrases } = voice;
  if (comparison.optionGroups.length === 0 || indexes.length === 0) return '';
  const all = comparison.readings.length;
  if (comparison.allReadings && all > 1 && indexes.length === all) return phrases.readings.underAll;
  const names = indexes.map((index) => readingName(voice, index)).filter((name) => name !== '');
  return names.length === 0 ? '' : phrases.readings.under(names);
}
