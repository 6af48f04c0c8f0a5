/** Acceptance slots, one by one: what each column's value is and how they stand to each other. */
import type { ConditionSet, Finding, Slot } from '#lib/engine/comparison.ts';
import { conditionNames } from './stances.ts';
import type { Voice } from './voice.ts';

type SlotOf<K extends Slot['slot']> = Extract<Slot, { readonly slot: K }>;

/** One slot of a finding as a sentence with a head: "Duration: Ukraine at least 30 days; …". */
export function slot(voice: Voice, told: Slot, finding: Finding): string {
  const columns = finding.columns.map(voice.names.column);
  const { grammar } = voice.phrases;
  const [head, text] = headed(voice, told, columns);
  return grammar.sentence(grammar.headed(grammar.capital(head), text));
}

function headed(voice: Voice, told: Slot, columns: readonly string[]): readonly [string, string] {
  const { slots } = voice.phrases;
  switch (told.slot) {
    case 'status':
      return [slots.statusHead, status(voice, told, columns)];
    case 'amount':
      return [voice.names.term(told.of), amount(voice, told, columns)];
    case 'conditions':
      return [slots.conditionsHead, valueParts(voice, conditionValues(voice, told), columns)];
    case 'window':
      return [slots.windowHead, valueParts(voice, windows(voice, told), columns)];
    case 'claim':
      return [slots.claimHead, valueParts(voice, claims(voice, told), columns)];
  }
}

/** Each column with its value, or the value once where all have the same. */
function valueParts(
  { phrases }: Voice,
  values: readonly string[],
  columns: readonly string[],
): string {
  const [first] = values;
  if (first !== undefined && values.length > 1 && values.every((value) => value === first)) {
    return phrases.slots.sameForAll(first, values.length);
  }
  return phrases.grammar.parts(
    values.map((value, index) => phrases.slots.value(columns[index] ?? '', value)),
  );
}

function status(
  { phrases }: Voice,
  { values }: SlotOf<'status'>,
  columns: readonly string[],
): string {
  return phrases.slots.status(
    values.map((accepts, index) => ({ name: columns[index] ?? '', accepts })),
  );
}

function amount(voice: Voice, told: SlotOf<'amount'>, columns: readonly string[]): string {
  const { figures, phrases } = voice;
  const values = told.values.map((value) => {
    switch (value) {
      case 'unset':
        return phrases.amounts.unset;
      case 'unstated':
        return phrases.amounts.unstated;
      case 'unconvertible':
        return phrases.amounts.unconvertible;
      default:
        return figures.interval(value, told);
    }
  });
  const parts = [valueParts(voice, values, columns)];
  if (told.gap !== undefined) parts.push(phrases.slots.gap(figures.gap(told.gap, told.unit)));
  else if (told.common && told.relation !== 'same-terms') {
    parts.push(figures.zone(told.common, told));
  }
  return phrases.grammar.parts(parts);
}

function conditionValues(voice: Voice, { values }: SlotOf<'conditions'>): readonly string[] {
  return values.map((value) => conditionWords(voice, value));
}

/** "without conditions", "only after ‘withdrawal starts’". */
export function conditionWords(voice: Voice, set: ConditionSet): string {
  return voice.phrases.stances.conditions(conditionNames(voice, set));
}

function windows(voice: Voice, { events, values }: SlotOf<'window'>): readonly string[] {
  const [first, second] = events.map(voice.names.event);
  return values.map((days) => voice.phrases.stances.window(first ?? '', second ?? '', days));
}

function claims(voice: Voice, { values }: SlotOf<'claim'>): readonly string[] {
  const { figures, phrases } = voice;
  return values.map(({ holds, amount, unit }) => {
    const said = holds ? phrases.slots.affirmed : phrases.slots.denied;
    if (!amount) return said;
    return phrases.grammar.headed(said, figures.interval(amount, { unit: unit ?? '' }));
  });
}
