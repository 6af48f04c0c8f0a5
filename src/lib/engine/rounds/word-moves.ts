/** What became of the words of clauses that nobody has coded: never what they ask. */
import type { Id } from '#lib/model/id.ts';
import type { Move, MoveKind, OpenReason } from './move.ts';
import { makeMove } from './make-move.ts';
import { compareOwnWords } from './own-words.ts';
import type { PairedClauses } from './pair-clauses.ts';
import type { Step } from './step.ts';

/** The move of a passage by its words; undefined where neither text has any. */
export function moveWords(step: Step, passage: PairedClauses): Move | undefined {
  const { before, after, isMoved } = passage;
  const [one, two] = [readAll(step, before), readAll(step, after)];
  if (one === '' && two === '') return undefined;
  const tell = (kind: MoveKind, open?: OpenReason): Move => ({
    ...makeMove(step, { kind, before: [], after: [], ...(open === undefined ? {} : { open }) }),
    id: `words#${[...new Set([...before, ...after])].sort().join('+')}`,
    basis: isGuessed(step, passage) ? 'suggested' : 'computed',
  });
  if (one === '' || two === '') {
    const side = one === '' ? 'before' : 'after';
    const open = isUnknown(step, side, { here: passage[side], there: [...before, ...after] });
    if (open)
      return tell(
        'undetermined',
        side === 'before' ? 'earlier-not-available' : 'later-not-available',
      );
    return tell(side === 'before' ? 'added' : 'dropped');
  }
  const kind = compareOwnWords(one, two);
  if (kind === 'unchanged' && isOption(step, before) !== isOption(step, after))
    return tell('brackets-changed');
  if (kind === 'unchanged') return tell(isMoved ? 'moved' : kind);
  const isOwn = areOwnWords(step, [...before, ...after]);
  return isOwn ? tell(kind) : tell('undetermined', 'paraphrase');
}

/** Paired by wording, or without a counterpart in texts of which nobody recorded what continues what. */
const isGuessed = ({ passages }: Step, { lineage }: PairedClauses): boolean =>
  lineage === 'wording' ||
  (lineage === 'none' &&
    !passages.some((other) => other.lineage === 'recorded' || other.lineage === 'same-paper'));

const readAll = ({ wordsOf }: Step, clauses: readonly Id[]): string =>
  clauses
    .map(wordsOf)
    .filter((words) => words !== '')
    .join('\n');

/** Whether a text only offers these clauses as one of several options. */
const isOption = ({ scene }: Step, clauses: readonly Id[]): boolean =>
  clauses.some((id) => (scene.lookup.clauses.get(id)?.options.length ?? 0) > 0);

/** Paraphrases are not compared by their words. */
export const areOwnWords = ({ scene }: Step, clauses: readonly Id[]): boolean =>
  clauses.every((id) => {
    const kind = scene.lookup.clauses.get(id)?.paper.textKind;
    return kind === 'full' || kind === 'excerpt';
  });

/** Whether a clause may stand in a part of the text that nobody here has read. */
function isUnknown(
  { scene, ...step }: Step,
  side: 'before' | 'after',
  { here, there }: { readonly here: readonly Id[]; readonly there: readonly Id[] },
): boolean {
  const states = here.map((id) => scene.lookup.clauses.get(id)?.clause.availability);
  if (states.includes('not-available')) return true;
  if (states.includes('deleted')) return false;
  const issues = there.flatMap((id) => scene.lookup.clauses.get(id)?.clause.issues ?? []);
  return step[side].papers.some(
    ({ gaps, clauses }) =>
      gaps.some(
        (gap) =>
          gap.issues.length === 0 ||
          issues.length === 0 ||
          gap.issues.some((id) => issues.includes(id)),
      ) || clauses.some(({ availability }) => availability === 'not-available'),
  );
}
