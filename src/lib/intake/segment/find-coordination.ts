/**
 * Where one sentence joins demands: "lift all sanctions and return frozen assets", "withdrawal of
 * troops, release of prisoners and lifting of the blockade". Parts count as demands when each begins
 * with a head of the same form; alternatives ("or") are one demand.
 */
import type { Span } from '#lib/model/clause.ts';
import { headFormOf, type HeadForm } from './demand-heads.ts';
import type { ProposedSplit } from './segmentation.ts';

/** Where a part may begin: behind a comma, a conjunction, or both. */
const joint =
  /(?:,\s+|\s+)(?:(?:and|as well as|and also|та|і|й|а також|и|а также|et|ainsi que|und|sowie)\s+)|,\s+/giu;
const conjunction = /\p{L}/u;

/** Words that may stand before the head of a part. */
const before =
  /^(?:the|to|an?|all|any|also|not|its|their|full|immediate|complete|mutual|gradual|shall|must|will|should|la|le|les|l['’]|die|das|der|eine?|zu|не|повне|повна|негайне|полное|немедленное|до|de|à)$/iu;

/** Longer clauses are cut by hand rather than by guessing, in characters. */
const longestLooked = 4000;

/** The places where a clause may join two demands, each with how likely it does. */
export function findCoordination(text: string, { from, to }: Span): readonly ProposedSplit[] {
  if (to - from > longestLooked) return [];
  const words = text.slice(from, to);
  const splits: ProposedSplit[] = [];
  for (const sentence of sentencesOf(words)) {
    for (const split of jointsOf(words, sentence)) {
      splits.push({ at: from + split.at, reason: 'coordination', confidence: split.confidence });
    }
  }
  return splits;
}

function sentencesOf(words: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of words.matchAll(/[.;:!?]\s+/g)) {
    spans.push({ from, to: match.index });
    from = match.index + match[0].length;
  }
  return [...spans, { from, to: words.length }];
}

interface Joint {
  readonly at: number;
  readonly form: HeadForm | undefined;
  readonly isConjunction: boolean;
}

function jointsOf(
  words: string,
  sentence: Span,
): readonly { readonly at: number; readonly confidence: number }[] {
  const said = words.slice(sentence.from, sentence.to);
  const joints: Joint[] = [];
  for (const match of said.matchAll(joint)) {
    const form = formAt(said.slice(match.index + match[0].length, match.index + 120));
    const lead = /^[\s,]+/.exec(match[0])?.[0].length ?? 0;
    const isConjunction = conjunction.test(match[0]);
    joints.push({ at: sentence.from + match.index + lead, form, isConjunction });
  }
  const form = joints.findLast(({ isConjunction }) => isConjunction)?.form;
  const first = form === undefined ? undefined : headIn(said, form);
  if (form === undefined || first === undefined) return [];
  const last = joints.findLastIndex((each) => each.isConjunction && each.form === form);
  return joints
    .slice(0, last + 1)
    .filter((each) => each.form === form && each.at > sentence.from + first)
    .filter(({ at }) => hasObject(words.slice(Math.max(0, at - 40), at), form))
    .map(({ at }) => ({ at, confidence: confidenceOf[form] }));
}

/** "adopt and enforce rules" is one demand: its first verb has nothing of its own to act on. */
function hasObject(words: string, form: HeadForm): boolean {
  const [, lead = '', last = ''] =
    /([\p{L}’'-]+|,)?[\s]*(?<![\p{L}])([\p{L}’'-]+)[\s,]*$/u.exec(words) ?? [];
  const isFirst =
    lead === '' || lead === ',' || before.test(lead) || /^(?:and|et|та|і|и|und)$/iu.test(lead);
  return form === 'noun' || !isFirst || headFormOf(last, '') !== form;
}

const confidenceOf: Readonly<Record<HeadForm, number>> = {
  verb: 0.65,
  'verb-s': 0.6,
  infinitive: 0.6,
  noun: 0.6,
};

/** The form of the head that words begin with. */
function formAt(words: string): HeadForm | undefined {
  const tokens = words.match(/[\p{L}’'-]+/gu) ?? [];
  for (let at = 0; at < Math.min(tokens.length, 4); at += 1) {
    const token = tokens[at] ?? '';
    const form = headFormOf(token, tokens[at + 1] ?? '');
    if (form !== undefined) return form;
    if (!before.test(token)) return undefined;
  }
  return undefined;
}

/** Where the first head of a form stands; a noun has to begin the sentence, a verb may follow a modal. */
function headIn(words: string, form: HeadForm): number | undefined {
  if (form === 'noun') return formAt(words) === 'noun' ? 0 : undefined;
  const tokens = [...words.slice(0, 400).matchAll(/[\p{L}’'-]+/gu)];
  const at = tokens.findIndex(
    ({ 0: token }, index) => headFormOf(token, tokens[index + 1]?.[0] ?? '') === form,
  );
  return tokens[at]?.index;
}
