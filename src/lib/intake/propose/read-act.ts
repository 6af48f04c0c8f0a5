/**
 * An act out of the words of a demand: a bare infinitive phrase ("lift economic sanctions") without the
 * modal words, the negation, whoever is bound, figures, times and conditions. In English, verbs in all
 * forms and nouns of action become bare verbs, so that the papers of two sides name one act alike; in
 * other languages the phrase stays as it is printed.
 */
import { isBindable } from './bindable.ts';
import { cutAgent, nameOf, skipAdverbs, trimName, withoutNaming } from './act-words.ts';
import type { CueTables } from './cues/cue-tables.ts';
import type { FoundModality } from './find-modality.ts';
import { nounAct } from './noun-act.ts';
import { wordAt, type Token } from './tokens.ts';
import { isFiniteVerb } from './finite-verb.ts';
import { isForm, verbOf } from './word-forms-en.ts';

/** An act, and around it the words of whoever acts or is acted on. */
export interface ReadAct {
  readonly label: string;
  /** The words the label was made of. */
  readonly words: readonly Token[];
  /** What stands before the verb: who is bound, unless the verb is passive. */
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
  /** Words that name whose act it is inside of it: they are no part of its name. */
  readonly naming: ReadonlySet<Token>;
  /** What is said of the subject is only that it stays within a figure ("shall not exceed"). */
  readonly isLimit: boolean;
}

type Tokens = readonly Token[];

/** The act of a demand; its label is never empty. */
export function readAct(source: ActSource): ReadAct {
  const { words, modality } = source;
  if (source.isLimit) return limitOf(source);
  const subject = words.slice(0, modality.cue.first);
  const rest = words.slice(modality.cue.last);
  switch (modality.form) {
    case 'modal':
    case 'negation':
      return predicate(source, subject, rest) ?? nounAct(source, { subject, rest });
    case 'verdict': {
      const said = subject.length > 0 ? subject : rest;
      return passiveIn(source, said) ?? nounAct(source, { subject: [], rest: said });
    }
    case 'head':
      return nounAct(source, { subject, rest });
    case 'negator':
      return sentence(source, rest) ?? nounAct(source, { subject: [], rest });
    case 'plain':
      return sentence(source, words) ?? nounAct(source, { subject: [], rest: words });
  }
}

/** "The strength of the army shall not exceed …": to limit it. */
function limitOf(source: ActSource): ReadAct {
  const { text, words, modality, cues } = source;
  const end = modality.cue.last > 0 ? modality.cue.first : copulaAt(words);
  const subject = trimName(withoutNaming(words.slice(0, end), source), cues);
  const label = nameOf(text, words[0], ['limit', subject]);
  return { label, words: subject, subject, rest: [], isPassive: true, confidence: 0.6 };
}

function copulaAt(words: Tokens): number {
  const at = words.findIndex(({ word }) => word === 'is' || word === 'are');
  return at < 0 ? words.length : at;
}

/** "… withdraw its troops", "… be withdrawn". */
function predicate(source: ActSource, subject: Tokens, rest: Tokens): ReadAct | undefined {
  if (source.cues.language !== 'en') return undefined;
  const start = skipAdverbs(rest, 0);
  const first = wordAt(rest, start);
  if (first === 'be' || isForm(first, 'past')) {
    const at = first === 'be' ? skipAdverbs(rest, start + 1) : start;
    const form = verbOf(wordAt(rest, at));
    if (form !== undefined && form.forms.has('past') && form.verb !== 'be')
      return passive(source, { verb: form.verb, subject, rest: rest.slice(at + 1) });
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

/** Verbs that only say that what their subject names goes on: "demining shall begin". */
const going: ReadonlySet<string> = new Set(
  'begin start commence continue complete occur take proceed'.split(' '),
);

function active(source: ActSource, parts: Parts): ReadAct {
  const { verb, subject, rest } = parts;
  const isGoing = going.has(verb) && (verb !== 'take' || wordAt(rest, 0) === 'place');
  if (isGoing && isAction(subject))
    return { ...nounAct(source, { subject: [], rest: subject }), rest };
  const isCeasing = ceasing.has(verb) && isAction(subject);
  const tail = trimName(withoutNaming(isCeasing ? subject : rest, source), source.cues);
  const own = { words: tail, subject, rest, isPassive: false };
  const label = (...parts: readonly (string | Tokens)[]): string =>
    nameOf(source.text, source.words[0], parts);
  const isFree =
    isCeasing || subject.length === 0 || source.bearerEnd > 0 || isBindable(subject, source.cues);
  return isFree
    ? { ...own, label: label(verb, tail), confidence: 0.6 }
    : { ...own, label: label('let', trimName(subject, source.cues), verb, tail), confidence: 0.4 };
}

/** "Discharge of waste is to cease" is to cease the discharge. */
const ceasing: ReadonlySet<string> = new Set(['cease', 'stop', 'end']);

/** Whether a subject begins with a noun of action, and so cannot be bound. */
const isAction = (subject: Tokens): boolean =>
  subject.slice(0, 3).some(({ word }) => isForm(word, 'gerund') || isForm(word, 'noun'));

/** A tail of more words than this tells circumstances, not the act. */
const longestTail = 5;

function passive(source: ActSource, { verb, subject, rest }: Parts): ReadAct {
  if (going.has(verb) && verb !== 'take' && isAction(subject))
    return { ...nounAct(source, { subject: [], rest: subject }), rest, isPassive: true };
  const object = trimName(withoutNaming(subject, source), source.cues);
  const tail = trimName(cutAgent(withoutNaming(rest, source)), source.cues).slice(0, longestTail);
  const label = nameOf(source.text, source.words[0], [verb, object, tail]);
  return { label, words: object, subject, rest, isPassive: true, confidence: 0.6 };
}

/** Bare present: "Arvenia withdraws its troops", "prisoners are exchanged". */
function sentence(source: ActSource, words: Tokens): ReadAct | undefined {
  const { cues } = source;
  if (cues.language !== 'en') return undefined;
  const bearerEnd = Math.max(0, source.bearerEnd - (source.words.length - words.length));
  for (let at = 1; at < words.length; at += 1) {
    const word = wordAt(words, at);
    if (word === ',') break;
    if (cues.relatives.findAt(words, at) !== undefined)
      return sentence(source, [...words.slice(0, at), ...behindRelative(words, at + 1)]);
    const parts = { subject: words.slice(0, at), rest: words.slice(at + 1) };
    if (word === 'is' || word === 'are') return copula(source, parts);
    const form = verbOf(word);
    const isBehindBearer = bearerEnd > 0 && skipAdverbs(words, bearerEnd) === at;
    if (form !== undefined && isFiniteVerb(words, at, isBehindBearer ? 'named' : 'any'))
      return active(source, { ...parts, verb: form.verb });
  }
  return undefined;
}

/** "Bonuses are paid", of which something is said behind. */
function passiveIn(source: ActSource, words: Tokens): ReadAct | undefined {
  const at = words.findIndex(({ word }) => word === 'is' || word === 'are');
  return at < 1
    ? undefined
    : copula(source, { subject: words.slice(0, at), rest: words.slice(at + 1) });
}

/** The words behind a clause inside the clause: from its second verb on ("… that are in force are lifted"). */
function behindRelative(words: Tokens, start: number): Tokens {
  const isVerb = (at: number): boolean =>
    ['is', 'are'].includes(wordAt(words, at)) || isFiniteVerb(words, at, 'any');
  let own = start;
  while (own < words.length && !isVerb(own)) own += 1;
  let next = own + 1;
  while (next < words.length && !isVerb(next)) next += 1;
  return words.slice(next);
}

function copula(source: ActSource, { subject, rest }: Omit<Parts, 'verb'>): ReadAct {
  const at = skipAdverbs(rest, 0);
  const form = isForm(wordAt(rest, at), 'past') ? verbOf(wordAt(rest, at)) : undefined;
  return form === undefined
    ? active(source, { verb: 'be', subject, rest })
    : passive(source, { verb: form.verb, subject, rest: rest.slice(at + 1) });
}
