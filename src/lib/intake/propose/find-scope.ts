// Where, when and for whom a demand holds, by the values of the dossier's dimensions; and vague words.
import { guess } from './guess.ts';
import type { FoundName } from './known-names.ts';
import type { Lookup } from './lookup.ts';
import type { Guess, NamedThing, ProposedNorm } from './proposal.ts';
import { spanOfWords, wordAt, type Token } from './tokens.ts';

/** The values that the words name, by dimension. */
export function findScope(
  words: readonly Token[],
  { dimensions, cues }: Lookup,
  text: string,
): ProposedNorm['scope'] {
  return dimensions.flatMap(({ dimension, values }) => {
    const found = values.findAll(words).filter((name) => limits(words, name, cues));
    const [first] = found;
    if (first === undefined) return [];
    const atoms = unique(found.map(({ record: { id, names } }) => ({ id, label: names[0] ?? id })));
    const value = {
      dimension: { id: dimension.id, label: dimension.names[0] ?? dimension.id },
      atoms,
    };
    const last = found.at(-1) ?? first;
    const trigger = spanOfWords(words.slice(first.first, last.last));
    return [guess(value, { confidence: 0.7, code: 'pack-phrase', trigger, text })];
  });
}

const unique = (atoms: readonly NamedThing[]): readonly NamedThing[] => [
  ...new Map(atoms.map((atom) => [atom.id, atom])).values(),
];

/** A single word limits only behind a preposition or in a list, or as a name: "at sea", not "air defence". */
function limits(
  words: readonly Token[],
  { first, last, isExact }: FoundName,
  cues: Lookup['cues'],
): boolean {
  const isSingle = last === first + 1;
  if (!isSingle || words[first]?.isCapital === true)
    return isExact || words[first]?.isCapital === true;
  const before = wordAt(words, first - 1);
  const isListed = before === ',' || cues.and.findAt(words, first - 1) !== undefined;
  const isPlaced = cues.prepositions.findAt(words, first - 1) !== undefined;
  const next = words[last];
  const isAlone =
    next === undefined ||
    next.kind === 'sign' ||
    cues.and.findAt(words, last) !== undefined ||
    cues.prepositions.findAt(words, last) !== undefined;
  return isAlone && (isListed || isPlaced);
}

/** Words that no rule can compute with: "robust", "as soon as possible". */
export function findVague(
  words: readonly Token[],
  { cues }: Lookup,
  text: string,
): readonly Guess<string>[] {
  const found: Guess<string>[] = [];
  for (let at = 0; at < words.length;) {
    const vague = cues.vague.findAt(words, at);
    if (vague !== undefined) {
      const trigger = spanOfWords(words.slice(at, vague.last));
      const value = text.slice(trigger.from, trigger.to);
      found.push(guess(value, { confidence: 0.75, code: 'vague-word', trigger, text }));
    }
    at = vague?.last ?? at + 1;
  }
  return found;
}
