// Sides that the words name: at their head, as the agent of an act, or as those it is between.
import type { Lookup } from './lookup.ts';
import type { NamedThing } from './proposal.ts';
import { wordAt, type Stretch, type Token } from './tokens.ts';

/** A group of sides ("both parties", "the other side") or a known name at the head of words. */
export interface Subject {
  readonly bearers: readonly NamedThing[];
  readonly last: number;
  readonly confidence: number;
}

/** Who stands at the head of a row of words, if it is somebody known. */
export function subjectAt(words: readonly Token[], lookup: Lookup, at = 0): Subject | undefined {
  const { cues, actors } = lookup;
  const both = cues.both.findAt(words, at);
  if (both !== undefined) return { bearers: bothSides(lookup), last: both.last, confidence: 0.8 };
  const other = cues.other.findAt(words, at);
  if (other !== undefined) return { bearers: otherSide(lookup), last: other.last, confidence: 0.7 };
  const names = listAt(words, lookup, at);
  if (names !== undefined) return names;
  const name = actors.findAt(words, at);
  if (name === undefined || !name.isExact) return undefined;
  return { bearers: [named(name.record)], last: name.last, confidence: 0.85 };
}

/** "Arvenia and Bastria". */
function listAt(
  words: readonly Token[],
  { actors, cues }: Lookup,
  at: number,
): Subject | undefined {
  const first = actors.findAt(words, at);
  if (first === undefined || !first.isExact) return undefined;
  const bearers = [named(first.record)];
  let last = first.last;
  for (;;) {
    const and = wordAt(words, last) === ',' ? last + 1 : cues.and.findAt(words, last)?.last;
    const next = and === undefined ? undefined : actors.findAt(words, and);
    if (next === undefined || !next.isExact) break;
    bearers.push(named(next.record));
    last = next.last;
  }
  return { bearers, last, confidence: 0.85 };
}

export const named = ({
  id,
  names,
}: {
  readonly id: string;
  readonly names: readonly string[];
}) => ({
  id,
  label: names[0] ?? id,
});

export const partyOf =
  ({ context }: Lookup) =>
  (id: string): NamedThing =>
    named(context.actors.find((actor) => actor.id === id) ?? { id, names: [] });

const bothSides = (lookup: Lookup): readonly NamedThing[] => [
  ...lookup.context.parties.map(partyOf(lookup)),
  ...otherSide(lookup),
];

const otherSide = (lookup: Lookup): readonly NamedThing[] => {
  const others = lookup.context.otherParties ?? [];
  return others.length > 0 ? others.map(partyOf(lookup)) : [{ label: 'the other side' }];
};

/** Sides with the words that name them, from the "by" or "between" on. */
export interface NamedSides extends Stretch {
  readonly bearers: readonly NamedThing[];
}

export const byWords: ReadonlySet<string> = new Set(['by', 'durch', 'par']);

const between: ReadonlySet<string> = new Set(['between', 'zwischen', 'entre', 'между', 'між']);

/** "By Bastria", "by both sides"; in "by Bastria's leave" nobody acts. */
export function agentAt(
  words: readonly Token[],
  lookup: Lookup,
  at: number,
): NamedSides | undefined {
  const agent = byWords.has(wordAt(words, at)) ? subjectAt(words, lookup, at + 1) : undefined;
  if (agent === undefined || wordAt(words, agent.last - 1).endsWith("'s")) return undefined;
  return { bearers: agent.bearers, first: at, last: agent.last };
}

/** "Between Arvenia and Bastria". */
export function betweenAt(
  words: readonly Token[],
  lookup: Lookup,
  at: number,
): NamedSides | undefined {
  const sides = between.has(wordAt(words, at)) ? listAt(words, lookup, at + 1) : undefined;
  return sides === undefined || sides.bearers.length < 2
    ? undefined
    : { bearers: sides.bearers, first: at, last: sides.last };
}

/** More words than this stand between no "between" and its "and". */
const widestBetween = 6;

/** Whether an "and" joins those that something is between, and so no two demands. */
export function joinsBetween(words: readonly Token[], { first, last }: Stretch): boolean {
  for (let at = last - 1; at >= Math.max(first, last - widestBetween); at -= 1) {
    if (wordAt(words, at) === 'and') return false;
    if (between.has(wordAt(words, at))) return true;
  }
  return false;
}

/** The words that say whose act it is, and are no part of its name. */
export function namingWords(words: readonly Token[], lookup: Lookup): ReadonlySet<Token> {
  const naming = words.flatMap((_, at) => {
    const sides = agentAt(words, lookup, at) ?? betweenAt(words, lookup, at);
    return sides === undefined ? [] : words.slice(sides.first, sides.last);
  });
  return new Set(naming);
}
