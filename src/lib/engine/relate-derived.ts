/** R2: conflicts that only show through the lexicon, with the chain of becauses. */
import type { Id } from '#lib/model/id.ts';
import type { Norm } from '#lib/model/provision.ts';
import type { Consequence, Duty } from './closure.ts';
import { meet, premisesFor, toPart, type Box, type Domain } from './domain.ts';
import type { FindingCollector } from './findings.ts';
import { byAct, isReplacedIn } from './relate-norms.ts';
import type { HeldColumn, Scene } from './scene.ts';
import { accepts, type Status } from './status.ts';

/** A clash of two norms on different acts: `from` entails a duty on the act of `to`. */
export interface DerivedClash {
  readonly from: Norm;
  readonly to: Norm;
  readonly consequence: Consequence;
  readonly box: Box;
  readonly premises: readonly string[];
  readonly readings: readonly number[];
}

const statusOf = (duty: Duty): Status => (duty === 'must' ? 'O' : 'F');

/**
 * All derived clashes between norms of two columns (or within one), each pair of norms once by its
 * shortest chain. Norms that both columns hold are left out: a joint text is nobody's counterpart.
 */
export function derivedClashes(
  scene: Scene,
  left: HeldColumn,
  right: HeldColumn,
): readonly DerivedClash[] {
  const best = new Map<string, DerivedClash>();
  const search = (from: HeldColumn, to: HeldColumn): void => {
    const targets = byAct(to.norms);
    for (const norm of from.norms) {
      if (norm.modality !== 'must' && norm.modality !== 'must-not') continue;
      for (const consequence of scene.lexicon.consequences(norm.act, norm.modality)) {
        for (const other of targets.get(consequence.act) ?? []) {
          if (accepts[other.modality].includes(statusOf(consequence.duty))) continue;
          const clash = clashOf(scene, { from, to, norm, other, consequence });
          if (clash) keepBest(scene, best, clash);
        }
      }
    }
  };
  search(left, right);
  if (left !== right) search(right, left);
  return [...best.values()];
}

interface Candidate {
  readonly from: HeldColumn;
  readonly to: HeldColumn;
  readonly norm: Norm;
  readonly other: Norm;
  readonly consequence: Consequence;
}

function clashOf(scene: Scene, candidate: Candidate): DerivedClash | null {
  const { from, to, norm, other, consequence } = candidate;
  if (norm === other || norm.act === other.act) return null;
  if (from !== to && (from.ids.has(other.id) || to.ids.has(norm.id))) return null;
  const there = scene.readingsOf(other.id);
  const readings = scene.readingsOf(norm.id).filter((reading) => there.includes(reading));
  if (readings.length === 0) return null;
  const domains = [scene.expander.domainOf(norm), scene.expander.domainOf(other)] as const;
  const box = meet(domains[0], domains[1], scene.expander.universe);
  if (!box) return null;
  if (isReplacedIn(scene, from, { norm, box })) return null;
  if (isReplacedIn(scene, to, { norm: other, box })) return null;
  const links = consequence.becauses.map((because) => because.premise);
  const premises = [...new Set([...links, ...premisesFor(domains, box)])].sort();
  return { from: norm, to: other, consequence, box, premises, readings };
}

function keepBest(scene: Scene, best: Map<string, DerivedClash>, clash: DerivedClash): void {
  const key = [clash.from.id, clash.to.id].sort().join('+');
  const known = best.get(key);
  if (!known || isShorter(scene, clash, known)) best.set(key, clash);
}

/** Fewer links first; then the clash on the act that stands first in the lexicon. */
function isShorter(scene: Scene, a: DerivedClash, b: DerivedClash): boolean {
  const length = a.consequence.becauses.length - b.consequence.becauses.length;
  if (length !== 0) return length < 0;
  const rank = (clash: DerivedClash): number => scene.lookup.actRank.get(clash.to.act) ?? 0;
  return rank(a) < rank(b);
}

/** Adds the derived conflicts of two columns as findings. */
export function relateDerived(
  scene: Scene,
  pair: readonly [HeldColumn, HeldColumn],
  collector: FindingCollector,
): void {
  for (const clash of derivedClashes(scene, pair[0], pair[1])) {
    const leftIsSource = pair[0].ids.has(clash.from.id);
    const source: readonly Status[] = [statusOf(clash.consequence.duty)];
    const target = accepts[clash.to.modality];
    const ids: readonly (readonly Id[])[] = leftIsSource
      ? [[clash.from.id], [clash.to.id]]
      : [[clash.to.id], [clash.from.id]];
    const values = leftIsSource ? [source, target] : [target, source];
    collector.add(
      {
        rule: 'R2',
        relation: 'incompatible',
        extent: isWhole(scene, clash) ? 'whole' : 'part',
        columns: pair.map((column) => column.column.id),
        topic: { kind: 'act', act: clash.to.act },
        slots: [{ slot: 'status', relation: 'incompatible', rule: 'R2', values }],
        common: toPart(clash.box, scene.expander.universe),
        becauses: clash.consequence.becauses,
        premises: clash.premises,
        provisions: ids,
        cores: [[clash.from.id, clash.to.id].sort()],
      },
      clash.readings,
    );
  }
}

/** Whether the two norms speak of nothing outside their common part. */
function isWhole(scene: Scene, clash: DerivedClash): boolean {
  const fills = (domain: Domain): boolean =>
    [...clash.box].every(([slot, values]) => {
      const reach = domain.slots.get(slot);
      return values.length === (reach ? reach.size : scene.expander.universe(slot).length);
    });
  return [clash.from, clash.to].every((norm) => fills(scene.expander.domainOf(norm)));
}
