/** Provisions of one column that cannot stand together, by the same rules as between columns. */
import type { Id } from '#lib/model/id.ts';
import type { Norm } from '#lib/model/provision.ts';
import { amountKey, intervalIn, relateIntervals } from './amounts.ts';
import type { Notice } from './comparison.ts';
import { meet, premisesFor } from './domain.ts';
import { evidenceOf } from './findings.ts';
import { derivedClashes } from './relate-derived.ts';
import { byAct, isReplacedIn } from './relate-norms.ts';
import type { HeldColumn, Scene } from './scene.ts';
import { accepts, commonStatuses } from './status.ts';

/** Notices about every two norms of one column that contradict each other. */
export function selfContradictions(scene: Scene): readonly Notice[] {
  return scene.columns.flatMap((column) => [
    ...directContradictions(scene, column),
    ...derivedClashes(scene, column, column).map((clash) =>
      contradiction(scene, column, {
        act: clash.to.act,
        norms: [clash.from, clash.to],
        readings: clash.readings,
        premises: clash.premises,
      }),
    ),
  ]);
}

interface Contradiction {
  readonly act: Id;
  readonly norms: readonly Norm[];
  readonly readings: readonly number[];
  readonly premises: readonly string[];
}

function contradiction(scene: Scene, column: HeldColumn, found: Contradiction): Notice {
  const rank = (norm: Norm): number => scene.lookup.provisionRank.get(norm.id) ?? 0;
  return {
    kind: 'self-contradiction',
    column: column.column.id,
    act: found.act,
    readings: found.readings,
    premises: found.premises,
    evidence: [...found.norms]
      .sort((a, b) => rank(a) - rank(b))
      .map((norm) => evidenceOf(scene, column.column.id, norm.id)),
  };
}

function directContradictions(scene: Scene, column: HeldColumn): readonly Notice[] {
  const notices: Notice[] = [];
  for (const [act, norms] of byAct(column.norms)) {
    for (const [index, x] of norms.entries()) {
      for (const y of norms.slice(index + 1)) {
        if (!cannotStandTogether(x, y)) continue;
        const there = scene.readingsOf(y.id);
        const readings = scene.readingsOf(x.id).filter((reading) => there.includes(reading));
        const domains = [x, y].map(scene.expander.domainOf);
        const box =
          domains[0] && domains[1] ? meet(domains[0], domains[1], scene.expander.universe) : null;
        if (readings.length === 0 || !box) continue;
        if ([x, y].some((norm) => isReplacedIn(scene, column, { norm, box }))) continue;
        const premises = premisesFor(domains, box);
        notices.push(contradiction(scene, column, { act, norms: [x, y], readings, premises }));
      }
    }
  }
  return notices;
}

/** Two norms on one act and one domain whose status, amounts or conditions exclude each other. */
function cannotStandTogether(x: Norm, y: Norm): boolean {
  if (commonStatuses([accepts[x.modality], accepts[y.modality]]).length === 0) return true;
  if ((x.unconditional && y.onlyIf) || (y.unconditional && x.onlyIf)) return true;
  return x.amounts.some((a) =>
    y.amounts.some((b) => {
      if (amountKey(a) !== amountKey(b) || a.unset || b.unset) return false;
      const mine = intervalIn(a, a.unit);
      const theirs = intervalIn(b, a.unit);
      return mine !== null && theirs !== null && relateIntervals(mine, theirs) === 'disjoint';
    }),
  );
}
