/**
 * Whether the words of a demand require, forbid, allow or leave open, and which words say so. Contracts
 * say it by modal verbs; memoranda hardly have any: there the noun an act hangs on says it ("ban on"),
 * what is said of the act behind it ("is out of the question"), a negative subject ("no third state"),
 * or nothing but the heading above.
 */
import type { Modality } from '#lib/model/provision.ts';
import type { CueTables } from './cues/cue-tables.ts';
import type { Found } from './phrase-table.ts';
import type { ProposalReason } from './proposal.ts';
import { tokenise, wordAt, type Stretch, type Token } from './tokens.ts';
import { isFiniteVerb } from './finite-verb.ts';
import { isForm } from './word-forms-en.ts';

/** How the modality is said; it decides where in the words the act is looked for. */
export type ModalityForm = 'modal' | 'verdict' | 'head' | 'negation' | 'negator' | 'plain';

export interface FoundModality {
  readonly modality: Modality;
  readonly form: ModalityForm;
  readonly confidence: number;
  readonly code: ProposalReason['code'];
  /** The deciding words; empty where nothing in the words decides. */
  readonly cue: Stretch;
  /** The subject was negative: the act behind it is what nobody may do. */
  readonly isTurned: boolean;
}

/** A demand without the words of time and condition, and the headings above it. */
export interface Statement {
  readonly words: readonly Token[];
  readonly cues: CueTables;
  readonly headings: readonly string[];
}

/** The modality of a demand; always one, with little confidence where nothing says it. */
export function findModality(statement: Statement): FoundModality {
  const { words, cues } = statement;
  const atHead = negatorAt(words, cues);
  const said = firstSaid(words, cues, atHead?.last ?? 0);
  const negator = atHead ?? negativeSubject(words, cues, said?.found.first ?? 0);
  const head = headOf(words, cues, said?.found.first ?? words.length);
  if (head !== undefined && (said === undefined || !overrules(words, said, head)))
    return of(head.value, head, { form: 'head', code: 'noun-phrase', confidence: 0.85 });
  if (negator !== undefined) return negative(statement, negator, said);
  if (said !== undefined) {
    const { found, form } = said;
    const code = form === 'verdict' ? 'noun-phrase' : 'modal-verb';
    return of(readNegated(words, found), found, { form, code, confidence: 0.85 });
  }
  return negated(words, cues) ?? framed(statement);
}

interface Manner {
  readonly form: ModalityForm;
  readonly code: ProposalReason['code'];
  readonly confidence: number;
}

const of = (modality: Modality, { first, last }: Stretch, manner: Manner): FoundModality => ({
  modality,
  cue: { first, last },
  isTurned: false,
  ...manner,
});

interface Said {
  readonly found: Found<Modality>;
  readonly form: 'modal' | 'verdict';
}

/** The first modal verb or verdict outside a clause inside the clause; the longer at one place. */
function firstSaid(words: readonly Token[], cues: CueTables, start: number): Said | undefined {
  for (let at = start; at < words.length; at += 1) {
    if (isRelative(words, cues, at)) continue;
    const verdict = cues.verdicts.findAt(words, at);
    const modal = isMonth(words, at) ? undefined : cues.modals.findAt(words, at);
    if (verdict !== undefined && verdict.last >= (modal?.last ?? 0) && holds(words, cues, verdict))
      return { found: verdict, form: 'verdict' };
    if (modal !== undefined) return { found: modal, form: 'modal' };
  }
  return undefined;
}

const isRelative = (words: readonly Token[], cues: CueTables, at: number): boolean =>
  at > 0 && cues.relatives.findAt(words, at - 1) !== undefined;

/** "May 2030", "12 May". */
const isMonth = (words: readonly Token[], at: number): boolean =>
  wordAt(words, at) === 'may' &&
  words[at]?.isCapital === true &&
  at > 0 &&
  (words[at + 1]?.kind === 'figure' || words[at - 1]?.kind === 'figure');

const laying: ReadonlySet<string> = new Set(['set', 'fixed', 'agreed', 'laid']);

/** "Is set" leaves something open only where what is set is a figure: ceilings, quotas. */
function holds(words: readonly Token[], cues: CueTables, verdict: Found<Modality>): boolean {
  if (verdict.value !== 'to-be-regulated' || !laying.has(wordAt(words, verdict.last - 1)))
    return true;
  if (wordAt(words, verdict.first) === 'to' || wordAt(words, verdict.last - 3) === 'to')
    return true;
  for (let at = 0; at < verdict.first; at += 1)
    if (cues.quantities.findAt(words, at) !== undefined) return true;
  return false;
}

/** "Are not entitled to severance pay" denies a benefit: whoever would grant it need not. */
const readNegated = (words: readonly Token[], { value, first, last }: Found<Modality>): Modality =>
  value === 'must-not' &&
  wordAt(words, last - 2) === 'entitled' &&
  wordAt(words, first + 1) === 'not' &&
  !isForm(wordAt(words, last), 'base')
    ? 'need-not'
    : value;

/** A noun that an act hangs on, at the head of the words, with at most adjectives or a name before it. */
function headOf(
  words: readonly Token[],
  cues: CueTables,
  limit: number,
): Found<Modality> | undefined {
  for (let at = 0; at < Math.min(5, limit); at += 1) {
    const head = cues.heads.findAt(words, at);
    if (head !== undefined) return head;
    if (words[at]?.kind !== 'word' || cues.prepositions.findAt(words, at) !== undefined) break;
  }
  return undefined;
}

const standing: ReadonlySet<string> = new Set([
  'apply',
  'remain',
  'continue',
  'stand',
  'hold',
  'be',
]);

/** What is said of the noun decides, unless it only says that the noun applies. */
const overrules = (words: readonly Token[], { found, form }: Said, head: Stretch): boolean =>
  found.first >= head.last && (form === 'verdict' || !standing.has(wordAt(words, found.last)));

/** "No", "neither", "nobody" at the head, but not "no fewer than". */
function negatorAt(words: readonly Token[], cues: CueTables): Stretch | undefined {
  const negator = cues.negators.findAt(words, 0);
  if (negator === undefined) return undefined;
  const isBound =
    cues.bounds.findAt(words, 0) !== undefined || cues.limitsOfTime.findAt(words, 0) !== undefined;
  return isBound ? undefined : negator;
}

const longestSubject = 4;

/** "During the ceasefire neither party shall": the negative subject right before the modal verb. */
function negativeSubject(
  words: readonly Token[],
  cues: CueTables,
  modal: number,
): Stretch | undefined {
  for (let at = modal - 1; at > 0 && at >= modal - longestSubject; at -= 1) {
    const negator = negatorAt(words.slice(at), cues);
    if (negator !== undefined) return { first: at, last: at + negator.last };
  }
  return undefined;
}

function negative(
  { words, cues }: Statement,
  negator: Stretch,
  said: Said | undefined,
): FoundModality {
  const code = 'negation' as const;
  if (said !== undefined) {
    const { found, form } = said;
    const last = found.last;
    const manner = { form, code, confidence: 0.8 };
    return {
      ...of(turned(words, found), { first: negator.first, last }, manner),
      cue: found,
      isTurned: true,
    };
  }
  const need = words.findIndex(({ word }, at) => word === 'need' && at < 6);
  if (need > 0)
    return of(
      'need-not',
      { first: need, last: need + 1 },
      { form: 'modal', code, confidence: 0.75 },
    );
  const duty = cues.duties.findAt(words, negator.last);
  if (duty !== undefined)
    return of('need-not', { first: 0, last: duty.last }, { form: 'head', code, confidence: 0.8 });
  const limit = cues.limits.findAt(words, negator.last);
  if (limit !== undefined)
    return of('free', { first: 0, last: limit.last }, { form: 'head', code, confidence: 0.65 });
  return of('must-not', negator, { form: 'negator', code, confidence: 0.75 });
}

/** What nobody may do must not be done; what nobody is required to do need not be done. */
function turned(words: readonly Token[], { value, first, last }: Found<Modality>): Modality {
  if (value !== 'must') return value === 'may' || value === 'free' ? 'must-not' : value;
  const isDuty = words
    .slice(first, last)
    .some(({ word }) =>
      /^(?:required|obliged|obligated|bound|expected|mandatory|compulsory)$/.test(word),
    );
  return isDuty ? 'need-not' : 'must-not';
}

/** "Does not" and the like, and "joins no", where no modal verb says more. */
function negated(words: readonly Token[], cues: CueTables): FoundModality | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const negation = isRelative(words, cues, at)
      ? undefined
      : (cues.negations.findAt(words, at) ?? negatedObjectAt(words, cues, at));
    if (negation !== undefined)
      return of('must-not', negation, { form: 'negation', code: 'negation', confidence: 0.7 });
  }
  return undefined;
}

const particles: ReadonlySet<string> = new Set(['out', 'up', 'on', 'off']);
const plainVerbs: ReadonlySet<string> = new Set(['is', 'are', 'has', 'have']);

/** "Joins no alliance", "carry out no activity": an object that there is not, right behind its verb. */
function negatedObjectAt(
  words: readonly Token[],
  cues: CueTables,
  at: number,
): Stretch | undefined {
  const negator = at === 0 ? undefined : negatorAt(words.slice(at), cues);
  if (negator === undefined) return undefined;
  const verb = particles.has(wordAt(words, at - 1)) ? at - 2 : at - 1;
  const isVerb = plainVerbs.has(wordAt(words, verb)) || isFiniteVerb(words, verb, 'named');
  return isVerb ? { first: at, last: at + negator.last } : undefined;
}

/** By the heading nearest above, else the usual case: what a paper says is to be done. */
function framed({ words, cues, headings }: Statement): FoundModality {
  const none = { first: 0, last: 0 };
  const hasVerb = words.some((_, at) => at > 0 && isFiniteVerb(words, at, 'any'));
  for (const heading of headings.toReversed()) {
    const modality = headingModality(heading, cues);
    if (modality === undefined || (hasVerb && modality !== 'must')) continue;
    return of(modality, none, { form: 'plain', code: 'section-heading', confidence: 0.75 });
  }
  return of('must', none, { form: 'plain', code: 'default', confidence: hasVerb ? 0.6 : 0.5 });
}

function headingModality(heading: string, cues: CueTables): Modality | undefined {
  const words = tokenise(heading);
  for (let at = 0; at < words.length; at += 1) {
    const found = cues.headings.findAt(words, at);
    if (found !== undefined) return found.value;
  }
  return undefined;
}
