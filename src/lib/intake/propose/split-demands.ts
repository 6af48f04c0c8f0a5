/**
 * A clause into the demands it states: at ends of sentences and semicolons, at words of sequence
 * ("then", "thereafter"), and where "and" or "but" joins two whole predicates or two nouns of action.
 * What is joined within one demand ("troops and equipment") stays together.
 */
import type { CueTables } from './cues/cue-tables.ts';
import { joinsBetween } from './named-sides.ts';
import { findQualifiers, type Qualifier } from './qualifiers.ts';
import { isWithin, wordAt, type Stretch, type Token } from './tokens.ts';
import { isFiniteVerb } from './finite-verb.ts';
import { isForm } from './word-forms-en.ts';

export interface Demand {
  readonly stretch: Stretch;
  readonly qualifiers: readonly Qualifier[];
  /** It follows the demand before it in time, by these words. */
  readonly sequel?: Stretch;
  /** It shares the subject of the demand before it. */
  readonly sharesSubject: boolean;
}

/** The demands of a clause in their order; together they cover its words but for the joining signs. */
export function splitDemands(
  text: string,
  tokens: readonly Token[],
  cues: CueTables,
): readonly Demand[] {
  return sentencesOf(text, tokens).flatMap((stretch) => {
    const qualifiers = findQualifiers({ tokens, stretch, cues });
    return demandsOf({ tokens, cues, stretch, qualifiers });
  });
}

/** Numbers and letters printed before a clause: "3.", "a)", "(iv)", "•". */
const marker =
  /^\s*(?:[-–—•*▪‣→]|\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zа-яії]|[ivxlc]{1,5})[.)]+)\s+/iu;

function sentencesOf(text: string, tokens: readonly Token[]): readonly Stretch[] {
  const skip = marker.exec(text)?.[0].length ?? 0;
  const sentences: Stretch[] = [];
  let first = tokens.findIndex(({ from }) => from >= skip);
  if (first < 0) return [];
  for (let at = first; at < tokens.length; at += 1) {
    if (!endsSentence(tokens, at)) continue;
    if (at > first) sentences.push({ first, last: at });
    first = at + 1;
  }
  if (first < tokens.length) sentences.push({ first, last: tokens.length });
  return sentences;
}

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at);
  if (word === ';' || word === '!' || word === '?') return true;
  if (word !== '.') return false;
  const next = tokens[at + 1];
  if (next === undefined) return true;
  const previous = wordAt(tokens, at - 1);
  const isApart = next.from > (tokens[at]?.to ?? 0);
  return (
    isApart &&
    (next.isCapital || next.kind === 'figure') &&
    !shortForms.has(previous) &&
    previous.length > 1
  );
}

const shortForms: ReadonlySet<string> = new Set(
  'no nos art arts para paras sec mr mrs dr st vs cf ca mio mrd tsd bzw z.b abs nr тис млн млрд ст тыс руб грн п'.split(
    ' ',
  ),
);

interface Parted {
  readonly tokens: readonly Token[];
  readonly cues: CueTables;
  readonly stretch: Stretch;
  readonly qualifiers: readonly Qualifier[];
}

interface Cut {
  /** The last token of the demand before, exclusive, and the first of the next. */
  readonly at: number;
  readonly next: number;
  readonly sequel?: Stretch;
  readonly sharesSubject: boolean;
}

function demandsOf(parted: Parted): readonly Demand[] {
  const { stretch, qualifiers } = parted;
  const demands: Demand[] = [];
  const sequel = sequelAt(parted, stretch.first);
  const next = sequel?.last ?? behindOpening(parted);
  let open: Cut = { at: stretch.first, next, sharesSubject: false, ...sequelOf(sequel) };
  const close = (last: number): void => {
    const own = { first: open.next, last };
    if (last <= open.next) return;
    demands.push({
      stretch: own,
      qualifiers: qualifiers.filter((one) => one.first >= own.first && one.first < own.last),
      sharesSubject: open.sharesSubject,
      ...sequelOf(open.sequel),
    });
  };
  for (let at = stretch.first + 1; at < stretch.last; at += 1) {
    const cut = isWithin(qualifiers, at) ? undefined : cutAt(parted, open.next, at);
    if (cut === undefined) continue;
    close(cut.at);
    open = cut;
    at = cut.next;
  }
  close(stretch.last);
  return demands;
}

/** "In return, …", "first …": words that only lead over to the demand. */
function behindOpening({ tokens, cues, stretch }: Parted): number {
  const opening = cues.openings.findAt(tokens, stretch.first, stretch.last - 1);
  return opening === undefined ? stretch.first : behindComma(tokens, opening.last);
}

const sequelOf = (sequel: Stretch | undefined): { readonly sequel?: Stretch } =>
  sequel === undefined ? {} : { sequel };

function sequelAt({ tokens, cues }: Parted, at: number): Stretch | undefined {
  const sequel = cues.sequels.findAt(tokens, at);
  return sequel === undefined
    ? undefined
    : { first: sequel.first, last: behindComma(tokens, sequel.last) };
}

const behindComma = (tokens: readonly Token[], at: number): number =>
  wordAt(tokens, at) === ',' ? at + 1 : at;

function cutAt(parted: Parted, first: number, at: number): Cut | undefined {
  const { tokens, cues } = parted;
  const start = wordAt(tokens, at) === ',' ? at + 1 : at;
  const explanation = cues.explanations.findAt(tokens, start);
  if (explanation !== undefined) return { at, next: explanation.last, sharesSubject: false };
  const head = headBehind(parted, at);
  if (head !== undefined && at > first + 1) return { at, next: head, sharesSubject: false };
  const and = cues.and.findAt(tokens, start);
  const next = and === undefined ? start : start + 1;
  if (next === at || joinsBetween(tokens, { first, last: at })) return undefined;
  const sequel = sequelAt(parted, next);
  if (sequel !== undefined)
    return { at, next: sequel.last, sequel, sharesSubject: !hasSubject(parted, sequel.last) };
  if (and === undefined && !joins.has(wordAt(tokens, start))) return undefined;
  const begin = and === undefined ? start + 1 : next;
  if (isWithin(parted.qualifiers, begin)) return undefined;
  const left = { first, last: at };
  const joined = joinOf(parted, left, begin);
  // What stands behind is looked at first: it is a few words, the left side may be thousands.
  return joined !== undefined && isWhole(parted, left)
    ? { at, next: begin, sharesSubject: joined === 'predicates' }
    : undefined;
}

const alsoWords = ['as', 'well', 'as'];

/**
 * Where a noun that rules over what is behind it begins, right behind a joining sign: "…, as well as a
 * ban on". One that stands inside a noun phrase ("the end of the ban on") rules over nothing else.
 */
function headBehind({ tokens, cues, stretch }: Parted, at: number): number | undefined {
  let next = at;
  if (wordAt(tokens, next) === ',') next += 1;
  const isAlso = alsoWords.every((word, step) => wordAt(tokens, next + step) === word);
  if (isAlso) next += alsoWords.length;
  else next = cues.and.findAt(tokens, next)?.last ?? next;
  if (next === at) return undefined;
  const behindArticle = cues.articles.findAt(tokens, next)?.last ?? next;
  const head = cues.heads.findAt(tokens, behindArticle);
  return head !== undefined && head.last <= stretch.last ? next : undefined;
}

type Join = 'predicates' | 'sentences' | 'nouns';

/** What a joining word seems to join, by what stands behind it. */
function joinOf(parted: Parted, left: Stretch, begin: number): Join | undefined {
  const { tokens, cues } = parted;
  if (cues.modals.findAt(tokens, begin) !== undefined && wordAt(tokens, begin) !== 'to')
    return 'predicates';
  if (isThird(parted, begin) && findIn(left, (at) => at > left.first && isThird(parted, at)))
    return 'predicates';
  if (hasSubject(parted, begin)) return 'sentences';
  return joinsNouns(parted, left, begin) ? 'nouns' : undefined;
}

const joins: ReadonlySet<string> = new Set(['while', 'whereas', 'but', 'während', 'tandis', 'а']);

/** Whether a stretch says something by itself: it has a modal, a verb, or begins with a noun of action. */
const isWhole = (parted: Parted, stretch: Stretch): boolean =>
  findIn(stretch, (at) => saysSomething(parted, at)) || beginsWithAction(parted, stretch.first);

const findIn = ({ first, last }: Stretch, test: (at: number) => boolean): boolean => {
  for (let at = first; at < last; at += 1) if (test(at)) return true;
  return false;
};

function saysSomething(parted: Parted, at: number): boolean {
  const { tokens, cues } = parted;
  if (
    cues.modals.findAt(tokens, at) !== undefined ||
    cues.verdicts.findAt(tokens, at) !== undefined
  )
    return true;
  return isThird(parted, at);
}

/** "Stops mobilisation and begins …": verbs of one subject in the third person. */
function isThird({ tokens }: Parted, at: number): boolean {
  return wordAt(tokens, at).endsWith('s') && isFiniteVerb(tokens, at, 'any');
}

/** A new subject with its predicate: a few words without a joining sign, then a modal or a verb. */
function hasSubject(parted: Parted, begin: number): boolean {
  const { tokens, cues, stretch } = parted;
  for (let at = begin + 1; at < Math.min(begin + 8, stretch.last); at += 1) {
    const word = wordAt(tokens, at);
    if (word === ',' || word === ';' || cues.and.findAt(tokens, at) !== undefined) return false;
    if (isWithin(parted.qualifiers, at)) return false;
    if (cues.relatives.findAt(tokens, at) !== undefined) return false;
    if (
      cues.modals.findAt(tokens, at) !== undefined ||
      cues.verdicts.findAt(tokens, at) !== undefined
    )
      return true;
    const isFirst = at === begin + 1;
    if (saysSomething(parted, at) && (tokens[begin]?.isCapital === true || !isFirst)) return true;
    if (word === 'is' || word === 'are') return true;
  }
  return false;
}

/** "Lifting of …", "withdrawal of …", "full release of …". */
function beginsWithAction({ tokens }: Parted, first: number): boolean {
  for (let at = first; at < first + 3; at += 1) {
    const word = wordAt(tokens, at);
    const isAction = isForm(word, 'gerund') || isForm(word, 'noun');
    if (isAction && ['of', 'to', 'on', 'from'].includes(wordAt(tokens, at + 1))) return true;
  }
  return false;
}

const joinsNouns = (parted: Parted, left: Stretch, begin: number): boolean =>
  beginsWithAction(parted, left.first) && beginsWithAction(parted, begin);
