import type { Provision } from '#lib/model/provision.ts';
import type { RowTopic } from '../comparison.ts';
import { combineSetRelations, type SetRelation } from '../status.ts';
import type { Move, MoveKind } from './move.ts';
import type { Step } from './step.ts';

/** A move with what it says of its own; the rest is filled in. */
export interface MoveDraft extends Partial<
  Omit<Move, 'id' | 'before' | 'after' | 'basis' | 'topic' | 'issue' | 'row' | 'kind'>
> {
  readonly kind: MoveKind;
  readonly before: readonly Provision[];
  readonly after: readonly Provision[];
}

/** Furnishes a move with its topic, its row and what it rests on. */
export function makeMove(step: Step, draft: MoveDraft): Move {
  const { before, after, kind, ...own } = draft;
  const all = [...before, ...after];
  const told = after[0] ?? before[0];
  const place = told && step.placeOf(told);
  const ids = (list: readonly Provision[]): string[] => list.map(({ id }) => id);
  return {
    slots: [],
    domain: [],
    counterparties: false,
    becauses: [],
    premises: [],
    vague: [],
    ...own,
    id: [...new Set(ids(all))].sort().join('+'),
    kind,
    ...(told === undefined ? {} : { topic: topicOfMove(step, told) }),
    ...(place?.issue === undefined ? {} : { issue: place.issue }),
    ...(place === undefined ? {} : { row: place.id }),
    before: ids(before),
    after: ids(after),
    basis: all.some(({ review }) => review.state === 'suggested') ? 'suggested' : 'computed',
  };
}

function topicOfMove({ placeOf }: Step, told: Provision): RowTopic {
  if (told.kind === 'norm') return { kind: 'act', act: told.act };
  return told.kind === 'claim' ? { kind: 'claim', subject: told.subject } : placeOf(told).topic;
}

/** The kind of a move by how what was accepted stands to what is accepted now. */
export function kindOfSets(sets: readonly SetRelation[]): MoveKind {
  switch (combineSetRelations(sets)) {
    case 'equal':
      return 'unchanged';
    case 'contains':
      return 'asks-more';
    case 'inside':
      return 'asks-less';
    case 'crossing':
    case 'disjoint':
      return 'shifted';
  }
}

/** Provisions that say the same in other words are reworded, unless the words are not their own. */
export function sameInWords(
  { scene }: Step,
  before: readonly Provision[],
  after: readonly Provision[],
): MoveKind {
  const isOwn = [...before, ...after].every(({ id }) => {
    const { textKind } = scene.paperOf(id);
    return textKind === 'full' || textKind === 'excerpt';
  });
  const quoted = (list: readonly Provision[]): string =>
    [...new Set(list.map(({ words }) => words.exact.replace(/\s+/g, ' ').trim()))].sort().join('|');
  return isOwn && quoted(before) !== quoted(after) ? 'reworded' : 'unchanged';
}
