// Acts that are said by nouns: "lifting of sanctions", "full withdrawal of troops", "neutrality".
import { nameOf, skipWeights, trimName, withoutNaming } from './act-words.ts';
import { foreignAct } from './foreign-act.ts';
import type { ActSource, ReadAct } from './read-act.ts';
import { wordAt, type Token } from './tokens.ts';
import { states } from './nouns-of-action-en.ts';
import { verbOf, type KnownForm } from './word-forms-en.ts';

type Tokens = readonly Token[];

interface Nominal {
  readonly subject: Tokens;
  readonly rest: Tokens;
}

/**
 * The act that a noun phrase stands for. Nouns of action become their verb; what is no action is
 * something to have. Languages without a table of verbs keep the phrase as it is printed.
 */
export function nounAct(source: ActSource, { subject, rest }: Nominal): ReadAct {
  const { text, cues, words: all } = source;
  const words = trimName(withoutLead(withoutNaming(rest, source), source), cues);
  const head = all[0];
  const read = (confidence: number, ...parts: readonly (string | Tokens)[]): ReadAct => ({
    ...{ words, subject, rest, isPassive: false, confidence },
    label: nameOf(text, head, parts),
  });
  if (words.length === 0) return read(0.2, 'act');
  if (cues.language !== 'en') return foreignAct(source, { subject, rest });
  const start = skipWeights(words, 0);
  const first = verbOf(wordAt(words, start));
  if (first !== undefined && (isVerbal(first, words, start) || isInfinitive(source, first, start)))
    return read(0.6, first.verb, objectOf(words, start + 1));
  const state = stateIn(words, start);
  if (state !== undefined)
    return read(0.55, state.act, ownerless(words.slice(state.last), state.act));
  return actionIn(source, words, start)?.(read) ?? read(0.35, 'have', words.slice(start));
}

/** A sign or preposition that lost its figure does not begin a name. */
function withoutLead(words: Tokens, { cues }: ActSource): Tokens {
  let at = 0;
  while (
    at < words.length &&
    (words[at]?.kind === 'sign' || (at < 2 && cues.of.findAt(words, at) !== undefined))
  )
    at += 1;
  return words.slice(at);
}

/** What a gerund before them makes is a compound noun: "fishing rights". */
const compounds: ReadonlySet<string> = new Set(
  'rights right fees fee hours time conditions system systems equipment zone zones group party'.split(
    ' ',
  ),
);

const isVerbal = ({ forms }: KnownForm, words: Tokens, at: number): boolean =>
  forms.has('gerund') && !compounds.has(wordAt(words, at + 1));

/** Behind "right to", "refusal to" and the like a bare verb follows; behind an article it is a noun. */
const isInfinitive = (
  { modality, words }: ActSource,
  { forms }: KnownForm,
  start: number,
): boolean =>
  start === 0 &&
  modality.form !== 'plain' &&
  forms.has('base') &&
  wordAt(words, modality.cue.last - 1) === 'to';

const particles: ReadonlySet<string> = new Set(['over', 'out', 'up', 'off', 'down', 'back']);

/** What an action is done to: without the "of" of its noun ("handing over of bodies"). */
function objectOf(words: Tokens, from: number): Tokens {
  const of = particles.has(wordAt(words, from)) ? from + 1 : from;
  return words.filter((_, at) => at >= from && !(at === of && wordAt(words, at) === 'of'));
}

function stateIn(words: Tokens, start: number) {
  for (let at = start; at < Math.min(start + 2, words.length); at += 1) {
    const act = states[wordAt(words, at)];
    if (act !== undefined) return { act, last: at + 1 };
  }
  return undefined;
}

/** "Neutrality of Arvenia": whose state it is belongs to the bearer, not to the act. */
const ownerless = (rest: Tokens, act: string): Tokens =>
  wordAt(rest, 0) === 'of' && !act.endsWith('member') ? [] : rest;

const linking: ReadonlySet<string> = new Set(
  'of to on for from by with in at between against under over into'.split(' '),
);

/** Endings of adjectives; other words before a noun of action are its object ("arms deliveries"). */
const adjective =
  /(?:ory|al|ic|ive|ous|able|ible|ary|ful|less|ed|ish|ant|ent|ar|new|foreign|-off|-time)$/;

type Read = (confidence: number, ...parts: readonly (string | Tokens)[]) => ReadAct;

/** "Withdrawal of troops", "prisoner exchange"; adjectives make it a thing to have ("forced transfers"). */
function actionIn(
  { cues }: ActSource,
  words: Tokens,
  start: number,
): ((read: Read) => ReadAct) | undefined {
  for (let at = start; at < Math.min(start + 3, words.length); at += 1) {
    const action = verbOf(wordAt(words, at));
    const next = wordAt(words, at + 1);
    const isAction =
      action !== undefined &&
      (action.forms.has('noun') ||
        action.forms.has('gerund') ||
        (action.forms.has('base') && next === 'of'));
    if (!isAction) continue;
    const before = words.slice(start, at);
    if (before.some(({ word }) => adjective.test(word))) return undefined;
    const isEnd = next === '' || cues.prepositions.findAt(words, at + 1) !== undefined;
    if (linking.has(next) && before.length === 0)
      return (read) => read(0.6, action.verb, objectOf(words, at + 1));
    if (isEnd && before.length > 0)
      return (read) => read(0.5, action.verb, before, words.slice(at + 1));
    if (isEnd) return (read) => read(0.5, action.verb, words.slice(at + 1));
  }
  return undefined;
}
