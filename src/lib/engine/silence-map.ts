/**
 * Which column speaks to which issue, and what may be said of those that do not. Silence is claimed
 * only where a text is complete and reviewed, or an analyst confirmed it; it is never consent.
 */
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import { coverageIn } from './cells.ts';
import type { Comparison } from './comparison.ts';
import { listBranches, type IssueBranch } from './issue-tree.ts';
import { setScene, type HeldColumn, type Scene } from './scene.ts';

/** Whether a column speaks to an issue; `no-paper` where it has none to speak in. */
export const voicings = ['speaks', 'silent', 'not-available', 'not-reviewed', 'no-paper'] as const;
export type Voicing = (typeof voicings)[number];

export interface SilenceCell {
  readonly column: Id;
  readonly voicing: Voicing;
  /** How many provisions speak to the issue or to one below it, whatever the reading of options. */
  readonly provisions: number;
  /** How many of them nobody has reviewed. */
  readonly suggested: number;
  /** True where an analyst confirmed the silence of a text that has gaps or uncoded clauses. */
  readonly confirmed: boolean;
}

export interface SilenceLine {
  readonly issue: Id;
  readonly depth: number;
  /** One entry a column, in column order. */
  readonly cells: readonly SilenceCell[];
}

/** Maps the columns of a comparison of this dossier over its issues, in tree order. */
export function mapSilence(dossier: Dossier, comparison: Comparison): readonly SilenceLine[] {
  const { columns, asAt } = comparison;
  const scene = setScene(dossier, {
    columns: columns.map(({ id }) => id),
    ...(asAt === undefined ? {} : { asAt }),
  });
  return listBranches(dossier).map((branch) => ({
    issue: branch.issue,
    depth: branch.depth,
    cells: scene.columns.map((column) => cellOf(scene, column, branch)),
  }));
}

function cellOf(scene: Scene, column: HeldColumn, { issue, within }: IssueBranch): SilenceCell {
  const own = column.provisions.filter(({ issues }) => issues.some((id) => within.has(id)));
  const suggested = own.filter(({ review }) => review.state === 'suggested').length;
  const silences = scene.lookup.dossier.silences.filter(
    (silence) => silence.issue === issue && column.papers.some(({ id }) => id === silence.paper),
  );
  const voicing = own.length > 0 ? 'speaks' : voicingOf(scene, column, [...within]);
  return {
    column: column.column.id,
    voicing,
    provisions: own.length,
    suggested,
    confirmed: voicing === 'silent' && silences.length > 0,
  };
}

/** Of a column without provisions: the weakest of what may be said of the issue and those below it. */
function voicingOf(scene: Scene, column: HeldColumn, issues: readonly Id[]): Voicing {
  if (column.papers.length === 0) return 'no-paper';
  const found = new Set(issues.map((issue) => coverageIn(scene, column, issue)));
  if (found.has('not-available')) return 'not-available';
  return found.has('not-yet-coded') ? 'not-reviewed' : 'silent';
}
