import type { Annotation } from './annotation.ts';
import type { Clause } from './clause.ts';
import type { Dossier } from './dossier.ts';
import type { References } from './check-references.ts';

/**
 * Reports references out of what analysts added: confirmed silences, the row ledger and notes. Rows
 * and findings are computed and may come and go, so that verdicts and notes on them are not checked.
 */
export function checkNoteReferences(dossier: Dossier, look: References): void {
  dossier.silences.forEach(({ paper, issue }, i) => {
    look.one('paper', paper, `silences[${i}].paper`);
    look.one('issue', issue, `silences[${i}].issue`);
  });
  dossier.ledger.forEach(({ issue, pins }, i) => {
    look.one('issue', issue, `ledger[${i}].issue`);
    look.many('provision', pins, `ledger[${i}].pins`);
  });
  const clauses = new Map(dossier.papers.flatMap((paper) => paper.clauses.map((c) => [c.id, c])));
  dossier.annotations.forEach((annotation, i) => {
    look.one('annotation', annotation.thread, `annotations[${i}].thread`);
    checkTarget(annotation, `annotations[${i}].target`, { look, clauses });
  });
}

interface Known {
  readonly look: References;
  readonly clauses: ReadonlyMap<string, Clause>;
}

function checkTarget({ target }: Annotation, path: string, { look, clauses }: Known): void {
  if ('paper' in target) look.one('paper', target.paper, `${path}.paper`);
  if (!('clause' in target)) return;
  const clause = clauses.get(target.clause);
  if (clause === undefined) {
    look.unknown('clause', target.clause, { path: `${path}.clause`, known: clauses.keys() });
  } else if (target.rendering !== undefined) {
    const known = clause.renderings.map(({ id }) => id);
    if (known.includes(target.rendering)) return;
    look.unknown(`rendering of ${clause.id}`, target.rendering, {
      path: `${path}.rendering`,
      known,
    });
  }
}
