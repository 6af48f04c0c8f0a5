/** R14: claims of two columns on the same subject; and figures that count different things. */
import type { Id } from '#lib/model/id.ts';
import type { Claim } from '#lib/model/provision.ts';
import type { Relation, Rule } from '#lib/model/relation.ts';
import { intersect, intervalIn, relateIntervals, unitOf } from './amounts.ts';
import type { Interval, Notice } from './comparison.ts';
import { evidenceOf, type FindingCollector } from './findings.ts';
import { forEachActiveSet, jointPaperOf, settle, type HeldColumn, type Scene } from './scene.ts';
import { relationOf } from './status.ts';

/** Adds a finding for every subject both columns make claims about. */
export function relateClaims(
  scene: Scene,
  pair: readonly [HeldColumn, HeldColumn],
  collector: FindingCollector,
): void {
  const subjects = new Set(pair[1].claims.map((claim) => claim.subject));
  for (const subject of new Set(pair[0].claims.map((claim) => claim.subject))) {
    if (!subjects.has(subject)) continue;
    const on = pair.map((column) => column.claims.filter((claim) => claim.subject === subject));
    forEachActiveSet(scene, on, ([x = [], y = []], readings) => {
      const a = settle(scene, x).standing;
      const b = settle(scene, y).standing;
      if (a.length === 0 || b.length === 0) return;
      const joint = jointPaperOf(scene, a, b);
      const judged = joint
        ? ({ relation: 'same-terms', rule: 'R16', cores: [] } as const)
        : judgeClaims(a, b);
      const vague = [...new Set([...a, ...b].flatMap((claim) => claim.vague))].sort();
      const open = !joint && vague.length > 0 && judged.relation !== 'incompatible';
      const relation = open ? 'undetermined' : judged.relation;
      const rule = open ? 'R15' : judged.rule;
      collector.add(
        {
          rule,
          relation,
          extent: 'whole',
          columns: pair.map((column) => column.column.id),
          topic: { kind: 'claim', subject },
          slots: [{ slot: 'claim', relation, rule, values: [shownClaims(a), shownClaims(b)] }],
          becauses: [],
          provisions: [a.map((claim) => claim.id), b.map((claim) => claim.id)],
          cores: judged.cores,
          ...(joint ? { jointPaper: joint.id } : {}),
          vague: open ? vague : [],
        },
        readings,
      );
    });
  }
}

interface ClaimJudgement {
  readonly relation: Relation;
  readonly rule: Rule;
  readonly cores: readonly (readonly Id[])[];
}

/** Denial or disjoint figures contradict; otherwise the figures decide. */
function judgeClaims(a: readonly Claim[], b: readonly Claim[]): ClaimJudgement {
  const cores = a.flatMap((x) => b.filter((y) => contradict(x, y)).map((y) => [x.id, y.id].sort()));
  if (cores.length > 0) return { relation: 'incompatible', rule: 'R14', cores };
  const [left, right] = [figureOf(a), figureOf(b)];
  if (left === 'contradictory' || right === 'contradictory') {
    return { relation: 'undetermined', rule: 'R15', cores: [] };
  }
  if (!left && !right) return { relation: 'same-terms', rule: 'R3', cores: [] };
  if (!left || !right) return { relation: 'partial-overlap', rule: 'R7', cores: [] };
  const other = { min: right.interval.min, max: right.interval.max };
  const same = unitOf(left.unit).family === unitOf(right.unit).family;
  if (!same || left.unset || right.unset) {
    return { relation: 'undetermined', rule: 'R15', cores: [] };
  }
  const set = relateIntervals(left.interval, toInterval(other));
  return { relation: relationOf(set), rule: 'R9', cores: [] };
}

const toInterval = (bounds: { min: number | undefined; max: number | undefined }): Interval => ({
  ...(bounds.min === undefined ? {} : { min: bounds.min }),
  ...(bounds.max === undefined ? {} : { max: bounds.max }),
});

function contradict(x: Claim, y: Claim): boolean {
  if (x.holds !== y.holds) return true;
  if (!x.holds || !x.amount || !y.amount || x.amount.unset || y.amount.unset) return false;
  const mine = intervalIn(x.amount, x.amount.unit);
  const theirs = intervalIn(y.amount, x.amount.unit);
  return mine !== null && theirs !== null && relateIntervals(mine, theirs) === 'disjoint';
}

interface Figure {
  readonly interval: Interval;
  readonly unit: string;
  readonly unset: boolean;
}

/** The conjunction of a column's figures on a subject, in the unit of its first. */
function figureOf(claims: readonly Claim[]): Figure | 'contradictory' | null {
  const amounts = claims.flatMap((claim) => claim.amount ?? []);
  const unit = [...amounts].map((amount) => amount.unit).sort()[0];
  if (unit === undefined) return null;
  const intervals = amounts.flatMap((amount) => intervalIn(amount, unit) ?? []);
  const interval = intersect(intervals);
  if (!interval) return 'contradictory';
  return { interval, unit, unset: amounts.some((amount) => amount.unset) };
}

function shownClaims(claims: readonly Claim[]): {
  readonly holds: boolean;
  readonly amount?: Interval;
  readonly unit?: string;
} {
  const figure = figureOf(claims);
  const holds = claims.every((claim) => claim.holds);
  if (!figure || figure === 'contradictory') return { holds };
  return { holds, amount: figure.interval, unit: figure.unit };
}

/** Notices for issues where several columns give figures on different subjects. */
export function differentSubjects(scene: Scene): readonly Notice[] {
  const byIssue = new Map<Id, { column: Id; claim: Claim }[]>();
  for (const column of scene.columns) {
    for (const claim of column.claims) {
      const [home] = claim.issues;
      if (!claim.amount || home === undefined) continue;
      byIssue.set(home, [...(byIssue.get(home) ?? []), { column: column.column.id, claim }]);
    }
  }
  const rank = (issue: Id): number => scene.lookup.issueRank.get(issue) ?? Infinity;
  return [...byIssue]
    .filter(
      ([, figures]) =>
        new Set(figures.map(({ claim }) => claim.subject)).size > 1 &&
        new Set(figures.map(({ column }) => column)).size > 1,
    )
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([issue, figures]) => ({
      kind: 'different-subjects',
      issue,
      figures: figures.map(({ column, claim }) => ({
        subject: claim.subject,
        provision: claim.id,
        column,
      })),
      evidence: figures.map(({ column, claim }) => evidenceOf(scene, column, claim.id)),
    }));
}
