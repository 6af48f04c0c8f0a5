import type { Dossier } from './dossier.ts';
import type { ProblemList } from './dossier-problem.ts';

/** One step of a relation that may not lead back to where it began. */
interface Step {
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

/** Reports circles in relations that have to end somewhere, each with its round. */
export function checkCycles(dossier: Dossier, found: ProblemList): void {
  const report = (what: string, steps: readonly Step[]): void => {
    for (const { round, path } of findCycles(steps)) {
      found.error(
        'cycle',
        path,
        `${what} go round in a circle: ${round.join(' → ')}; take one step out`,
      );
    }
  };
  report(
    'the "kind of" links',
    dossier.links.flatMap(({ from, to, relation }, i) =>
      relation === 'kind-of' && from !== to ? [{ from, to, path: `links[${i}]` }] : [],
    ),
  );
  report(
    'the parts of actors',
    dossier.actors.flatMap(({ id, parts }, i) =>
      parts.map((to, j) => ({ from: id, to, path: `actors[${i}].parts[${j}]` })),
    ),
  );
  report('the parents of issues', parentSteps(dossier.issues, 'issues'));
  dossier.dimensions.forEach(({ wholes }, d) => {
    const steps = wholes.flatMap(({ id, parts }, i) =>
      parts.map((to, j) => ({ from: id, to, path: `dimensions[${d}].wholes[${i}].parts[${j}]` })),
    );
    report('the parts of scopes', steps);
  });
  dossier.papers.forEach(({ clauses }, i) => {
    report('the parents of clauses', parentSteps(clauses, `papers[${i}].clauses`));
  });
  report('superseding papers', paperSteps(dossier, 'supersedes'));
  report('papers based on each other', paperSteps(dossier, 'basedOn'));
  report(
    'merged rows',
    dossier.ledger.flatMap(({ id, mergedInto: to }, i) =>
      to === undefined ? [] : [{ from: id, to, path: `ledger[${i}].mergedInto` }],
    ),
  );
}

function parentSteps(
  list: readonly { readonly id: string; readonly parent?: string | undefined }[],
  path: string,
): Step[] {
  return list.flatMap(({ id, parent }, i) =>
    parent === undefined ? [] : [{ from: id, to: parent, path: `${path}[${i}].parent` }],
  );
}

function paperSteps({ papers }: Dossier, key: 'supersedes' | 'basedOn'): Step[] {
  return papers.flatMap((paper, i) => {
    const to = paper[key];
    return to === undefined ? [] : [{ from: paper.id, to, path: `papers[${i}].${key}` }];
  });
}

interface Cycle {
  /** The ids on the round, the first again at the end. */
  readonly round: readonly string[];
  /** The step that closes it. */
  readonly path: string;
}

/** Walks depth first without recursion; every step back onto the way walked closes a circle. */
function findCycles(steps: readonly Step[]): Cycle[] {
  const outgoing = Map.groupBy(steps, (step) => step.from);
  const cycles: Cycle[] = [];
  const done = new Set<string>();
  for (const start of outgoing.keys()) {
    if (done.has(start)) continue;
    const way = [{ id: start, next: 0 }];
    const position = new Map([[start, 0]]);
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const step = outgoing.get(here.id)?.[here.next];
      here.next += 1;
      if (step === undefined) {
        done.add(here.id);
        position.delete(here.id);
        way.pop();
        continue;
      }
      const met = position.get(step.to);
      if (met !== undefined) {
        const round = [...way.slice(met).map(({ id }) => id), step.to];
        cycles.push({ round, path: step.path });
      } else if (!done.has(step.to)) {
        position.set(step.to, way.length);
        way.push({ id: step.to, next: 0 });
      }
    }
  }
  return cycles;
}
