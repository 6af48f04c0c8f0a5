import type { EntryGroup, EntryView } from './glossary-view.ts';

/** Entries in alphabetical order of a language, those of one first letter together; signs come first. */
export function groupByLetter(
  entries: readonly EntryView[],
  { section, language }: { readonly section: string; readonly language: string },
): readonly EntryGroup[] {
  const { compare } = new Intl.Collator(language);
  const sorted = entries.toSorted((a, b) => compare(a.label, b.label));
  const groups = Map.groupBy(sorted, ({ label }) => letterOf(label, language));
  return [...groups]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([title, own], index) => ({
      ...{ anchor: `letter-${section}-${String(index + 1)}`, title, entries: own },
    }));
}

/** The first letter as a capital; `#` for a label that starts with none. */
function letterOf(label: string, language: string): string {
  const [first = ''] = label.trim();
  return /\p{L}/u.test(first) ? first.toLocaleUpperCase(language) : '#';
}
