/** Everything that is looked at to tell what became of one text: the scene, the passages, what links them. */
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import type { Provision } from '#lib/model/provision.ts';
import { comparedPaper, type ReadColumn } from '../columns.ts';
import { topicKey } from '../findings.ts';
import { createRowPlaces, topicOf, type RowPlace } from '../row-topics.ts';
import { setScene, type HeldColumn, type Scene } from '../scene.ts';
import { createWordReader } from './own-words.ts';
import { pairClauses, type PairedClauses } from './pair-clauses.ts';

export interface Step {
  readonly scene: Scene;
  readonly before: HeldColumn;
  readonly after: HeldColumn;
  readonly passages: readonly PairedClauses[];
  readonly passageOf: (side: 'before' | 'after', clause: Id) => PairedClauses | undefined;
  readonly wordsOf: (clause: Id) => string;
  readonly placeOf: (provision: Provision) => RowPlace;
  /** The provision of the earlier text that a condition of the later one speaks of, else itself. */
  readonly earlierOf: (provision: Id) => Id;
}

/** Which papers stood before and after, and which premises are switched off. */
export interface StepQuestion {
  readonly before: readonly Id[];
  readonly after: readonly Id[];
  readonly off?: readonly Id[];
}

/** Prepares two texts of a dossier for telling what became of the first. */
export function setStep(dossier: Dossier, { before, after, off = [] }: StepQuestion): Step {
  const columns = [readPapers(dossier, 'before', before), readPapers(dossier, 'after', after)];
  const scene = setScene(dossier, { off }, columns);
  const [left, right] = scene.columns;
  if (!left || !right) throw new Error('a step has two texts');
  const wordsOf = createWordReader(scene.lookup);
  const passages = pairClauses({
    lookup: scene.lookup,
    before: left.papers,
    after: right.papers,
    wordsOf,
  });
  const places = {
    before: new Map(passages.flatMap((p) => p.before.map((id) => [id, p] as const))),
    after: new Map(passages.flatMap((p) => p.after.map((id) => [id, p] as const))),
  };
  const passageOf: Step['passageOf'] = (side, clause) => places[side].get(clause);
  const placeOf = createRowPlaces(scene);
  const earlier = pairTopics(scene, { before: left, after: right }, passageOf);
  const earlierOf = (id: Id): Id => earlier.get(id) ?? id;
  return { scene, before: left, after: right, passages, passageOf, wordsOf, placeOf, earlierOf };
}

function readPapers(dossier: Dossier, id: string, ids: readonly Id[]): ReadColumn {
  const papers = dossier.papers.filter((paper) => ids.includes(paper.id));
  const parties = [...new Set(papers.flatMap((paper) => paper.parties))];
  return { column: { id, parties, papers: papers.map(comparedPaper) }, papers };
}

/** What a provision is about, as a key. */
export const keyOf = (scene: Scene, provision: Provision): string =>
  provision.kind === 'norm' ? `act:${provision.act}` : topicKey(topicOf(scene, provision));

/** Provisions of one matter that are the only ones of their text, or the only ones of linked clauses. */
function pairTopics(
  scene: Scene,
  sides: { readonly before: HeldColumn; readonly after: HeldColumn },
  passageOf: Step['passageOf'],
): ReadonlyMap<Id, Id> {
  const before = Map.groupBy(sides.before.provisions, (p) => keyOf(scene, p));
  const after = Map.groupBy(sides.after.provisions, (p) => keyOf(scene, p));
  const pairs = new Map<Id, Id>();
  for (const [key, later] of after) {
    const earlier = before.get(key) ?? [];
    for (const provision of later) {
      const passage = passageOf('after', provision.clause);
      const linked = earlier.filter((p) => passage?.before.includes(p.clause));
      const [own] = linked.length === 1 ? linked : later.length === 1 ? earlier : [];
      const isOnly = linked.length === 1 || earlier.length === 1;
      if (own !== undefined && isOnly) pairs.set(provision.id, own.id);
    }
  }
  return pairs;
}

/** Whether two clauses belong to the same passage. */
export function areLinked(step: Step, before: Provision, after: Provision): boolean {
  const passage = step.passageOf('before', before.clause);
  return passage !== undefined && passage === step.passageOf('after', after.clause);
}
