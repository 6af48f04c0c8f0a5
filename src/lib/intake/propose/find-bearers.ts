/**
 * Who is bound by a demand, and towards whom. The subject of an active verb is; a passive or a noun of
 * action names nobody, and then whoever the words mention, or only whose paper it is, is a weak guess.
 */
import type { Span } from '#lib/model/clause.ts';
import { nameOf, trimName } from './act-words.ts';
import { isBindable } from './bindable.ts';
import { guess } from './guess.ts';
import type { Lookup } from './lookup.ts';
import {
  agentAt,
  betweenAt,
  byWords,
  named,
  partyOf,
  subjectAt,
  type Subject,
} from './named-sides.ts';
import { doneTo } from './nouns-of-action-en.ts';
import type { Guess, NamedThing } from './proposal.ts';
import type { ReadAct } from './read-act.ts';
import { spanOfWords, wordAt, type Token } from './tokens.ts';
import { verbOf } from './word-forms-en.ts';

export type Bearers = Guess<readonly NamedThing[]>;

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
  return sidesBetween(source) ?? inside(source) ?? fallback(source);
}

/** "Trade between Arvenia and Bastria" is theirs to resume. */
function sidesBetween({ words, lookup, text }: BearerSource): Bearers | undefined {
  const [at] = words.flatMap((_, index) => betweenAt(words, lookup, index) ?? []);
  return at === undefined
    ? undefined
    : guess(at.bearers, {
        confidence: 0.45,
        code: 'party-name',
        trigger: spanOfWords(words.slice(at.first + 1, at.last)),
        text,
      });
}

/** A side that the words mention, unless something is done to it: then it is for the others to do. */
function inside(source: BearerSource): Bearers | undefined {
  const { lookup, text, words } = source;
  const [found] = lookup.actors.findAll(words);
  if (found === undefined || !belongsTo(words, found.first)) return undefined;
  const { parties, otherParties = [] } = lookup.context;
  const value = isDoneTo(source, found.first)
    ? [...parties, ...otherParties].filter((id) => id !== found.record.id).map(partyOf(lookup))
    : [named(found.record)];
  const trigger = spanOfWords(words.slice(found.first, found.last));
  return value.length === 0
    ? undefined
    : guess(value, { confidence: 0.4, code: 'party-name', trigger, text });
}

/** "Recognition of Bastria's borders" obliges others than Bastria. */
function isDoneTo({ words, act, lookup }: BearerSource, at: number): boolean {
  if (lookup.cues.language !== 'en') return false;
  const verbs = words.slice(0, at).map(({ word }) => verbOf(word)?.verb ?? '');
  const [verb = ''] = act.label.split(' ');
  return [...verbs, act.isPassive ? verb : ''].some((one) => doneTo.has(one));
}

/** "By Bastria" behind a passive verb. */
function agentOf({
  act: { rest },
  lookup,
  text,
}: BearerSource): { readonly bearers: readonly NamedThing[]; readonly span: Span } | undefined {
  const by = rest.findIndex(({ word }) => byWords.has(word));
  if (by < 0) return undefined;
  const agent = agentAt(rest, lookup, by);
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
