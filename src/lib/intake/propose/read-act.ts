/**
 * An act out of the words of a demand: a bare infinitive phrase ("lift economic sanctions") without the
 * modal words, the negation, whoever is bound, figures, times and conditions. In English, verbs in all
 * forms and nouns of action become bare verbs, so that the papers of two sides name one act alike; in
 * other languages the phrase stays as it is printed.
 */
import type { FoundModality } from './find-modality.ts';
import type { CueTables } from './cues/cue-tables.ts';
import { isForm, verbOf } from './word-forms-en.ts';
import { states } from './verbs-en.ts';
import { wordAt, type Token } from './tokens.ts';

/** The parts of a demand: who acts or is acted on, and what is done. */
export interface ReadAct {
  readonly label: string;
  readonly words: readonly Token[];
  /** Words before the verb: the subject, who is bound unless the verb is passive. */
  readonly subject: readonly Token[];
  readonly rest: readonly Token[];
  readonly isPassive: boolean;
  readonly confidence: number;
}

export interface ActSource {
  readonly text: string;
  /** The words of the demand without those of time, condition and amount. */
  readonly words: readonly Token[];
  readonly cues: CueTables;
  readonly modality: FoundModality;
  /** How many words at the head name whoever is bound; 0 where none does. */
  readonly bearerEnd: number;
}

/** The act of a demand; its label is never empty where the demand has words. */
export function readAct(source: ActSource): ReadAct {
  const { words, modality } = source;
  const before = words.slice(0, modality.cue.first);
  const after = words.slice(modality.cue.last);
  switch (modality.form) {
    case 'modal':
      return predicate(source, before, after) ?? phrase(source, { subject: before, rest: after });
    case 'verdict':
      return phrase(source, { subject: [], rest: before.length > 0 ? before : after });
    case 'head':
      return phrase(source, { subject: before, rest: after });
    case 'negation':
      return predicate(source, before, after) ?? phrase(source, { subject: before, rest: after });
    case 'negator':
      return sentence(source, after) ?? phrase(source, { subject: [], rest: after });
    case 'plain':
      return sentence(source, words) ?? phrase(source, { subject: [], rest: words });
  }
}

type Tokens = readonly Token[];

/** "… withdraw its troops", "… be withdrawn". */
function predicate(source: ActSource, subject: Tokens, rest: Tokens): ReadAct | undefined {
  if (source.cues.language !== 'en') return undefined;
  const start = skipAdverbs(rest, 0);
  const first = wordAt(rest, start);
  if (first === 'be' || isForm(first, 'past')) {
    const at = first === 'be' ? skipAdverbs(rest, start + 1) : start;
    const verb = isForm(wordAt(rest, at), 'past') ? verbOf(wordAt(rest, at))?.verb : undefined;
    if (verb !== undefined && verb !== 'be')
      return passive(source, { verb, subject, rest: rest.slice(at + 1) });
  }
  const form = verbOf(first);
  if (form === undefined || !(form.forms.has('base') || form.forms.has('gerund'))) return undefined;
  return active(source, { verb: form.verb, subject, rest: rest.slice(start + 1) });
}

interface Parts {
  readonly verb: string;
  readonly subject: Tokens;
  readonly rest: Tokens;
}

function active(source: ActSource, { verb, subject, rest }: Parts): ReadAct {
  const tail = trim(rest, source.cues);
  const label = join([verb, ...plainWords(source, tail)]);
  return { label, words: tail, subject, rest, isPassive: false, confidence: 0.6 };
}

function passive(source: ActSource, { verb, subject, rest }: Parts): ReadAct {
  const object = trim(subject, source.cues);
  const tail = trim(cutAgent(rest), source.cues).slice(0, 5);
  const label = join([verb, ...plainWords(source, object), ...plainWords(source, tail)]);
  return { label, words: object, subject, rest, isPassive: true, confidence: 0.6 };
}

/** Bare present: "Arvenia withdraws its troops", "prisoners are exchanged". */
function sentence(source: ActSource, words: Tokens): ReadAct | undefined {
  if (source.cues.language !== 'en') return undefined;
  for (let at = 1; at < words.length; at += 1) {
    const word = wordAt(words, at);
    if (word === ',' || source.cues.relatives.findAt(words, at) !== undefined) break;
    const parts = { subject: words.slice(0, at), rest: words.slice(at + 1) };
    if (word === 'is' || word === 'are') return copula(source, parts);
    const form = verbOf(word);
    if (form !== undefined && isFinite(source, words, at))
      return active(source, { ...parts, verb: form.verb });
  }
  return undefined;
}

function copula(source: ActSource, { subject, rest }: Omit<Parts, 'verb'>): ReadAct {
  const at = skipAdverbs(rest, 0);
  const form = isForm(wordAt(rest, at), 'past') ? verbOf(wordAt(rest, at)) : undefined;
  return form === undefined
    ? active(source, { verb: 'be', subject, rest })
    : passive(source, { verb: form.verb, subject, rest: rest.slice(at + 1) });
}

/** Plurals of these are nouns far more often than verbs; as verbs they stand behind whoever acts. */
function isFinite({ bearerEnd, words: all }: ActSource, words: Tokens, at: number): boolean {
  const word = wordAt(words, at);
  const offset = all.length - words.length;
  const isBehindBearer = bearerEnd > 0 && skipAdverbs(words, bearerEnd - offset) === at;
  const forms = verbOf(word)?.forms;
  if (forms === undefined) return false;
  if (isBehindBearer) return forms.has('third') || forms.has('base');
  const next = wordAt(words, at + 1);
  if (forms.has('third')) return !forms.has('noun') && !nounish.has(word) && next !== 'of';
  return (
    forms.has('base') &&
    !forms.has('noun') &&
    !nounish.has(word) &&
    isPlural(wordAt(words, at - 1)) &&
    next !== 'of' &&
    next !== ''
  );
}

const isPlural = (word: string): boolean =>
  /[^s]s$/.test(word) || ['troops', 'people', 'men', 'women', 'children', 'police'].includes(word);

const nounish: ReadonlySet<string> = new Set(
  `forces states limits talks controls plans claims measures units services works tests reports results ships guards
  patrols charges costs benefits funds grants loans contracts houses lands banks bases phases levies taxes lists names
  places stations stores values waters ways weapons views votes arms courts mines fires marks orders offers powers
  bars caps ends faces fields heads hosts issues lines loads needs notes parts points posts ranges rates records rights
  rules seats shares shifts signs sites stages steps terms times trains answers members parties workers factors
  force state limit control plan claim measure fund grant land bank base tax list name place value water vote arm
  fire mark order power end face field head host issue line load need note part point post range rate record rule
  seat share shift sign stage step term time train welfare tariff open present secure free clear complete separate correct live own clean last`
    .trim()
    .split(/\s+/),
);

interface Nominal {
  readonly subject: Tokens;
  readonly rest: Tokens;
}

/** "Lifting of sanctions", "full withdrawal of troops", "neutrality", or a thing to have. */
function phrase(source: ActSource, { subject, rest }: Nominal): ReadAct {
  const words = trim(rest, source.cues);
  const own = { words, subject, rest, isPassive: false };
  if (source.cues.language !== 'en')
    return { ...own, label: join(printed(source, words)), confidence: 0.4 };
  const start = skipWeights(words, 0);
  const first = verbOf(wordAt(words, start));
  if (first !== undefined && (first.forms.has('gerund') || isInfinitive(source, first.forms)))
    return {
      ...own,
      label: join([first.verb, ...plainWords(source, dropOf(words.slice(start + 1)))]),
      confidence: 0.6,
    };
  for (let at = start; at < Math.min(start + 3, words.length); at += 1) {
    const state = states[wordAt(words, at)];
    if (state !== undefined)
      return { ...own, label: stateOf(source, state, words.slice(at + 1)), confidence: 0.55 };
    const noun = verbOf(wordAt(words, at));
    if (noun === undefined || !(noun.forms.has('noun') || noun.forms.has('gerund'))) continue;
    const next = wordAt(words, at + 1);
    if (linking.has(next))
      return {
        ...own,
        label: join([noun.verb, ...plainWords(source, dropOf(words.slice(at + 1)))]),
        confidence: 0.6,
      };
    if (at > start && (next === '' || source.cues.prepositions.findAt(words, at + 1) !== undefined))
      return {
        ...own,
        label: join([
          noun.verb,
          ...plainWords(source, [...words.slice(start, at), ...words.slice(at + 1)]),
        ]),
        confidence: 0.5,
      };
  }
  return {
    ...own,
    label: join(['have', ...plainWords(source, words.slice(start))]),
    confidence: 0.35,
  };
}

const linking: ReadonlySet<string> = new Set([
  'of',
  'to',
  'on',
  'for',
  'from',
  'by',
  'with',
  'in',
  'at',
  'between',
]);

/** Behind "right to", "refusal to" and the like a bare verb follows. */
const isInfinitive = ({ modality, words }: ActSource, forms: ReadonlySet<string>): boolean =>
  modality.form !== 'plain' && forms.has('base') && wordAt(words, modality.cue.last - 1) === 'to';

function stateOf(source: ActSource, state: string, rest: Tokens): string {
  const next = wordAt(rest, 0);
  const isOwner = next === 'of' && !state.endsWith('member');
  return join([state, ...(isOwner ? [] : plainWords(source, rest))]);
}

const weights: ReadonlySet<string> = new Set(
  `full complete immediate mutual unconditional total permanent general gradual comprehensive swift prompt reciprocal
  joint simultaneous further continued early rapid speedy final strict explicit legislative legal`
    .trim()
    .split(/\s+/),
);

/** Articles, and adjectives that say how thoroughly a thing is done. */
function skipWeights(words: Tokens, from: number): number {
  let at = from;
  while (
    at < words.length - 1 &&
    (weights.has(wordAt(words, at)) ||
      dropped.has(wordAt(words, at)) ||
      wordAt(words, at).endsWith("'s"))
  )
    at += 1;
  return at;
}

function skipAdverbs(words: Tokens, from: number): number {
  let at = from;
  while (adverbs.has(wordAt(words, at)) || /.{3}ly$/.test(wordAt(words, at))) {
    if (isForm(wordAt(words, at), 'base')) break;
    at += 1;
  }
  return at;
}

const adverbs: ReadonlySet<string> = new Set([
  'not',
  'also',
  'only',
  'then',
  'therefore',
  'thus',
  'again',
  'forthwith',
  'never',
  'always',
  'to',
  'each',
  'both',
]);

/** Words that change nothing of what an act is. */
const dropped: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'its',
  'their',
  'his',
  'her',
  'our',
  'all',
  'any',
  'such',
  'said',
  'these',
  'those',
  'this',
  'every',
  'no',
]);

const dropOf = (words: Tokens): Tokens => (wordAt(words, 0) === 'of' ? words.slice(1) : words);

/** "By the other side" says who acts, not what is done. */
function cutAgent(words: Tokens): Tokens {
  const by = words.findIndex(({ word }) => word === 'by');
  return by < 0 ? words : words.slice(0, by);
}

/** A phrase ends at the first sign or clause inside; hanging prepositions and conjunctions go. */
function trim(words: Tokens, cues: CueTables): Tokens {
  const end = words.findIndex(
    ({ kind, word }, at) =>
      (kind === 'sign' && !inner.has(word)) ||
      (at > 0 && cues.relatives.findAt(words, at) !== undefined),
  );
  let trimmed = words.slice(0, end < 0 ? longestAct : Math.min(end, longestAct));
  while (trimmed.length > 0 && isHanging(trimmed, cues)) trimmed = trimmed.slice(0, -1);
  return trimmed.length > 0 || words.length === 0 ? trimmed : words.slice(0, 1);
}

/** Longer labels are no names of acts. */
const longestAct = 11;

const inner: ReadonlySet<string> = new Set(['%', '-', '/', '&', "'", '’', '“', '”', '"', '«', '»']);

const isHanging = (words: Tokens, cues: CueTables): boolean => {
  const at = words.length - 1;
  return (
    cues.prepositions.findAt(words, at) !== undefined ||
    cues.articles.findAt(words, at) !== undefined ||
    cues.and.findAt(words, at) !== undefined ||
    words[at]?.kind === 'sign'
  );
};

const plainWords = (source: ActSource, words: Tokens): readonly string[] =>
  printed(
    source,
    words.filter(({ word }) => !dropped.has(word)),
  );

/** As printed, but for the capital at the head of a sentence. */
const printed = ({ text, words: [head] }: ActSource, words: Tokens): readonly string[] =>
  words.map((token) => {
    const own = text.slice(token.from, token.to);
    return token === head && !/^\p{Lu}.*\p{Lu}/u.test(own) ? own.toLowerCase() : own;
  });

const join = (words: readonly string[]): string =>
  words
    .join(' ')
    .replaceAll(/ (?=[%,])/g, '')
    .replaceAll(/ ?\/ ?/g, '/')
    .trim();
