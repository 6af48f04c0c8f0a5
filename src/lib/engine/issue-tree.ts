import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';

/** An issue with everything below it in the topic tree. */
export interface IssueBranch {
  readonly issue: Id;
  /** 0 for an issue without a parent. */
  readonly depth: number;
  /** The issue itself and all issues below it. */
  readonly within: ReadonlySet<Id>;
}

/** The issues of a dossier, each parent directly before its children, otherwise in the order of the list. */
export function listBranches({ issues }: Dossier): readonly IssueBranch[] {
  const known = new Set(issues.map(({ id }) => id));
  const children = Map.groupBy(issues, ({ parent }) =>
    parent !== undefined && known.has(parent) ? parent : undefined,
  );
  const branches: { issue: Id; depth: number; within: Set<Id> }[] = [];
  const visit = (parent: Id | undefined, depth: number): ReadonlySet<Id> => {
    const below = new Set<Id>();
    for (const { id } of children.get(parent) ?? []) {
      const branch = { issue: id, depth, within: new Set([id]) };
      branches.push(branch);
      for (const inner of visit(id, depth + 1)) branch.within.add(inner);
      for (const own of branch.within) below.add(own);
    }
    return below;
  };
  visit(undefined, 0);
  return branches;
}
