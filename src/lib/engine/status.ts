/**
 * The status algebra. An agreement can make an act Obligatory, Left free or Forbidden for its bearer;
 * a norm accepts some of these outcomes. The six non-trivial sets are the deontic hexagon (Blanché);
 * comparing two norms is comparing two sets.
 */
import type { Modality } from '#lib/model/provision.ts';
import type { Relation } from '#lib/model/relation.ts';

export const statuses = ['O', 'L', 'F'] as const;

/** O obligatory, L left free, F forbidden. */
export type Status = (typeof statuses)[number];

/** The outcomes each modality accepts. */
export const accepts: Readonly<Record<Modality, readonly Status[]>> = {
  must: ['O'],
  'must-not': ['F'],
  free: ['L'],
  may: ['O', 'L'],
  'need-not': ['L', 'F'],
  'to-be-regulated': ['O', 'F'],
};

/** How two sets of acceptable values stand to each other, seen from the first. */
export type SetRelation = 'equal' | 'inside' | 'contains' | 'crossing' | 'disjoint';

/** The outcomes accepted by all of `sets`, in the order O, L, F. */
export function commonStatuses(sets: readonly (readonly Status[])[]): readonly Status[] {
  return statuses.filter((status) => sets.every((set) => set.includes(status)));
}

/** Compares two status sets; empty sets (a self-contradictory position) count as disjoint. */
export function relateStatuses(a: readonly Status[], b: readonly Status[]): SetRelation {
  const common = commonStatuses([a, b]).length;
  if (common === 0) return 'disjoint';
  if (common === a.length) return common === b.length ? 'equal' : 'inside';
  return common === b.length ? 'contains' : 'crossing';
}

/**
 * Relation of the product of several slots: disjoint in one is disjoint, equal in all is equal, and
 * nesting must run the same way in every slot, else the products cross.
 */
export function combineSetRelations(parts: readonly SetRelation[]): SetRelation {
  if (parts.includes('disjoint')) return 'disjoint';
  if (parts.includes('crossing')) return 'crossing';
  const inside = parts.includes('inside');
  const contains = parts.includes('contains');
  if (inside && contains) return 'crossing';
  return inside ? 'inside' : contains ? 'contains' : 'equal';
}

/** The relation in words of the table. */
export function relationOf(set: SetRelation): Relation {
  switch (set) {
    case 'equal':
      return 'same-terms';
    case 'inside':
    case 'contains':
      return 'fits-within';
    case 'crossing':
      return 'partial-overlap';
    case 'disjoint':
      return 'incompatible';
  }
}
