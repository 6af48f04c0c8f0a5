import { earliestDay, latestDay } from './date.ts';
import type { Dossier } from './dossier.ts';
import type { ProblemList } from './dossier-problem.ts';
import type { Paper } from './paper.ts';

/** Reports papers that do not fit together: their order in time, parties, options and clauses. */
export function checkPapers(dossier: Dossier, found: ProblemList): void {
  dossier.papers.forEach((paper, index) => {
    const path = `papers[${index}]`;
    checkSuperseding(dossier, paper, { path, found });
    checkOptions(paper, path, found);
    checkParties(dossier, paper, { path, found });
    if (paper.clauses.length === 0) {
      const message = `the paper ${paper.id} has no clauses, so nothing of it is compared; mark its clauses`;
      found.warn('paper_without_clauses', `${path}.clauses`, message);
    }
  });
  dossier.actors.forEach(({ id, party }, index) => {
    if (!party || dossier.papers.some((paper) => paper.parties.includes(id))) return;
    const message = `the party ${id} has no paper, so it gets no column; add one, or take "party" away`;
    found.warn('party_without_paper', `actors[${index}].party`, message);
  });
}

interface Place {
  readonly path: string;
  readonly found: ProblemList;
}

function checkSuperseding(dossier: Dossier, paper: Paper, { path, found }: Place): void {
  const older = dossier.papers.find(({ id }) => id === paper.supersedes);
  if (older === undefined || latestDay(paper.dated) >= earliestDay(older.dated)) return;
  const message = `${paper.id} of ${paper.dated} supersedes ${older.id} of ${older.dated}, which is later; exchange them or correct a date`;
  found.error('superseded_by_older', `${path}.supersedes`, message);
}

function checkOptions(paper: Paper, path: string, found: ProblemList): void {
  paper.options.forEach((group, i) => {
    group.choices.forEach(({ id }, j) => {
      const isUsed = paper.clauses.some(
        ({ option }) => option?.group === group.id && option.choice === id,
      );
      if (isUsed) return;
      const message = `no clause of ${paper.id} belongs to the choice ${id} of ${group.id}; mark one, or take the choice away`;
      found.warn('choice_unused', `${path}.options[${i}].choices[${j}]`, message);
    });
  });
}

function checkParties(dossier: Dossier, paper: Paper, { path, found }: Place): void {
  paper.parties.forEach((id, index) => {
    const actor = dossier.actors.find((candidate) => candidate.id === id);
    if (actor === undefined || actor.party) return;
    const message = `${id} issues the paper ${paper.id}, but is not marked as a party; add "party": true`;
    found.warn('issuer_not_party', `${path}.parties[${index}]`, message);
  });
}
