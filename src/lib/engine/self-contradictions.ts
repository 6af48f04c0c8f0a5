/** Provisions of one column that cannot stand together, by the same rules as between columns. */
import type { Id } from '#lib/model/id.ts';
import type { Norm } from '#lib/model/provision.ts';
import { amountKey, intervalIn, relateIntervals } from './amounts.ts';
import type { Notice } from './comparison.ts';
import { cutCells, premisesFor } from './domain.ts';
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
    for (const group of [...pairsThatClash(norms), ...triplesThatClash(norms)]) {
      const place = commonPlace(scene, column, group);
      if (place) notices.push(contradiction(scene, column, { act, norms: group, ...place }));
    }
  }
  return notices;
}

const pairsThatClash = (norms: readonly Norm[]): readonly (readonly Norm[])[] =>
  norms.flatMap((x, index) =>
    norms
      .slice(index + 1)
      .filter((y) => cannotStandTogether(x, y))
      .map((y) => [x, y]),
  );

/** Three statuses can exclude each other although every two leave an outcome. */
function triplesThatClash(norms: readonly Norm[]): readonly (readonly Norm[])[] {
  const empty = (group: readonly Norm[]): boolean =>
    commonStatuses(group.map((norm) => accepts[norm.modality])).length === 0;
  const crossing = norms.filter((norm) => accepts[norm.modality].length === 2);
  return crossing.flatMap((x, i) =>
    crossing.slice(i + 1).flatMap((y, j) =>
      crossing
        .slice(i + j + 2)
        .filter((z) => !empty([x, y]) && !empty([y, z]) && !empty([x, z]) && empty([x, y, z]))
        .map((z) => [x, y, z]),
    ),
  );
}

/** Where and when norms of one column speak together, less what a joint text replaced. */
function commonPlace(
  scene: Scene,
  column: HeldColumn,
  norms: readonly Norm[],
): { readonly readings: readonly number[]; readonly premises: readonly string[] } | null {
  const readings = scene.readings.list.flatMap((_, reading) =>
    norms.every((norm) => scene.readingsOf(norm.id).includes(reading)) ? [reading] : [],
  );
  const domains = norms.map(scene.expander.domainOf);
  const { cells } = cutCells(domains, scene.expander.universe);
  const shared = cells.find((cell) => cell.covering.length === norms.length);
  if (readings.length === 0 || !shared) return null;
  if (norms.some((norm) => isReplacedIn(scene, column, { norm, box: shared.box }))) return null;
  return { readings, premises: premisesFor(domains, shared.box) };
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
