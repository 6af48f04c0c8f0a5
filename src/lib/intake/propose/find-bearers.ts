/**
 * Who is bound by a demand, and towards whom. The subject of an active verb is; a passive or a noun of
 * action names nobody, and then whoever the words mention, or only whose paper it is, is a weak guess.
 */
import type { Span } from '#lib/model/clause.ts';
import { nameOf, trimName } from './act-words.ts';
import { isBindable } from './bindable.ts';
import { guess } from './guess.ts';
import type { Lookup } from './lookup.ts';
import type { Guess, NamedThing } from './proposal.ts';
import type { ReadAct } from './read-act.ts';
import { spanOfWords, wordAt, type Token } from './tokens.ts';

export type Bearers = Guess<readonly NamedThing[]>;

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

const named = ({ id, names }: { readonly id: string; readonly names: readonly string[] }) => ({
  id,
  label: names[0] ?? id,
});

const partyOf =
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

export interface BearerSource {
  readonly lookup: Lookup;
  readonly text: string;
  readonly words: readonly Token[];
  readonly act: ReadAct;
  readonly subject: Subject | undefined;
  /** A new act is guessed to bind nobody in particular: it was said with a negative subject. */
  readonly isNegative: boolean;
}

/** Who is bound. */
export function findBearers(source: BearerSource): Bearers {
  const { lookup, text, words, act, subject } = source;
  if (subject !== undefined && !act.isPassive)
    return guess(subject.bearers, {
      confidence: subject.confidence,
      code: 'party-name',
      trigger: spanOfWords(words.slice(0, subject.last)),
      text,
    });
  const agent = agentOf(source);
  if (agent !== undefined)
    return guess(agent.bearers, {
      confidence: 0.75,
      code: 'party-name',
      trigger: agent.span,
      text,
    });
  const mentioned = act.isPassive ? [] : lookup.actors.findAll(act.subject);
  const [first] = mentioned;
  if (first !== undefined)
    return guess([named(first.record)], {
      confidence: 0.55,
      code: 'party-name',
      trigger: spanOfWords(act.subject.slice(first.first, first.last)),
      text,
    });
  if (!act.isPassive) {
    const kind = kindOf(source);
    if (kind !== undefined) return kind;
  }
  const [inside] = lookup.actors.findAll(words);
  if (inside !== undefined && belongsTo(words, inside.first))
    return guess([named(inside.record)], {
      confidence: 0.4,
      code: 'party-name',
      trigger: spanOfWords(words.slice(inside.first, inside.last)),
      text,
    });
  return fallback(source);
}

/** "By Bastria" behind a passive verb. */
function agentOf({
  act: { rest },
  lookup,
  text,
}: BearerSource): { readonly bearers: readonly NamedThing[]; readonly span: Span } | undefined {
  const by = rest.findIndex(({ word }) => ['by', 'durch', 'par'].includes(word));
  if (by < 0) return undefined;
  const agent = subjectAt(rest, lookup, by + 1);
  if (agent !== undefined)
    return { bearers: agent.bearers, span: spanOfWords(rest.slice(by + 1, agent.last)) };
  const words = trimName(rest.slice(by + 1, by + 6), lookup.cues);
  return isBindable(words, lookup.cues)
    ? { bearers: [{ label: nameOf(text, undefined, [words]) }], span: spanOfWords(words) }
    : undefined;
}

/** A subject that is no known name: "third states", "the Receiving Party", "workers". */
function kindOf({ act, lookup, text, isNegative }: BearerSource): Bearers | undefined {
  const words = act.subject.filter(({ word }) => !articles.has(word));
  if (words.length === 0 || words.length > 6 || !isBindable(act.subject, lookup.cues))
    return undefined;
  const span = spanOfWords(act.subject);
  const known = lookup.kinds.find(words);
  if (known !== undefined && known.tokens.length >= words.length - 1)
    return guess([named(known.record)], {
      confidence: 0.65,
      code: 'party-name',
      trigger: span,
      text,
    });
  if (isNegative && words.length === 1 && general.has(wordAt(words, 0))) return undefined;
  const label = words.map(({ from, to }) => text.slice(from, to)).join(' ');
  return guess([{ label: isName(words) ? label : label.toLowerCase() }], {
    confidence: 0.45,
    code: 'own-phrase',
    trigger: span,
    text,
  });
}

const general: ReadonlySet<string> = new Set(['one', 'body', 'party', 'side', 'state']);

const isName = (words: readonly Token[]): boolean => words.every(({ isCapital }) => isCapital);

const articles: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'no',
  'neither',
  'any',
  'each',
  'every',
  'all',
]);

/** "Neutrality of Arvenia", "Arvenia's neutrality". */
const belongsTo = (words: readonly Token[], at: number): boolean =>
  ['of', 'by', 'für', 'von', 'de'].includes(wordAt(words, at - 1)) ||
  wordAt(words, at).endsWith("'s") ||
  at === 0;

function fallback({ lookup, isNegative, words, text }: BearerSource): Bearers {
  if (isNegative && words.length > 0) {
    const anyone = lookup.context.actors.find(({ id }) => id === 'anyone');
    return guess([anyone === undefined ? { label: 'anyone' } : named(anyone)], {
      confidence: 0.5,
      code: 'negation',
      trigger: spanOfWords(words.slice(0, 1)),
      text,
    });
  }
  return {
    value: lookup.context.parties.map(partyOf(lookup)),
    confidence: 0.25,
    reason: { code: 'paper-party', words: '' },
  };
}

/** Names behind "to", "with", "against" and the like in what is done. */
export function findCounterparties(
  { rest }: ReadAct,
  lookup: Lookup,
  text: string,
): readonly Guess<NamedThing>[] {
  return rest.flatMap(({ word }, index) => {
    if (!towards.has(word)) return [];
    const party = subjectAt(rest, lookup, index + 1);
    if (party === undefined) return [];
    const trigger = spanOfWords(rest.slice(index + 1, party.last));
    return party.bearers.map((value) =>
      guess(value, { confidence: 0.55, code: 'party-name', trigger, text }),
    );
  });
}

const towards: ReadonlySet<string> = new Set([
  'to',
  'with',
  'against',
  'towards',
  'toward',
  'from',
  'for',
  'an',
  'mit',
  'gegenüber',
  'avec',
  'envers',
]);
