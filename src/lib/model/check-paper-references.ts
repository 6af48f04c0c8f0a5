import type { Clause } from './clause.ts';
import type { Dossier } from './dossier.ts';
import type { Paper } from './paper.ts';
import type { References } from './check-references.ts';

/** Reports references out of papers and their clauses that point at nothing. */
export function checkPaperReferences(dossier: Dossier, look: References): void {
  const clauseIds = new Set(dossier.papers.flatMap((paper) => paper.clauses.map(({ id }) => id)));
  dossier.papers.forEach((paper, i) => {
    const path = `papers[${i}]`;
    look.many('actor', paper.parties, `${path}.parties`);
    look.many('source', paper.sources, `${path}.sources`);
    look.one('paper', paper.supersedes, `${path}.supersedes`);
    look.one('paper', paper.basedOn, `${path}.basedOn`);
    paper.gaps.forEach((gap, j) => {
      look.many('issue', gap.issues, `${path}.gaps[${j}].issues`);
      look.many('source', gap.sources, `${path}.gaps[${j}].sources`);
    });
    const ownIds = new Set(paper.clauses.map(({ id }) => id));
    paper.clauses.forEach((clause, j) => {
      const place = { path: `${path}.clauses[${j}]`, look };
      checkClause(clause, place);
      checkOption(paper, clause, place);
      if (clause.parent !== undefined && !ownIds.has(clause.parent)) {
        look.unknown('clause of this paper', clause.parent, {
          path: `${place.path}.parent`,
          known: ownIds,
        });
      }
      if (clause.continues !== undefined && !clauseIds.has(clause.continues)) {
        look.unknown('clause', clause.continues, {
          path: `${place.path}.continues`,
          known: clauseIds,
        });
      }
      clause.beside.forEach((other, k) => {
        if (clauseIds.has(other)) return;
        look.unknown('clause', other, { path: `${place.path}.beside[${k}]`, known: clauseIds });
      });
    });
  });
}

interface Place {
  readonly path: string;
  readonly look: References;
}

function checkClause(clause: Clause, { path, look }: Place): void {
  look.many('source', clause.sources, `${path}.sources`);
  look.many('issue', clause.issues, `${path}.issues`);
  clause.renderings.forEach(({ source }, index) => {
    look.one('source', source, `${path}.renderings[${index}].source`);
  });
}

function checkOption(paper: Paper, { option }: Clause, { path, look }: Place): void {
  if (option === undefined) return;
  const group = paper.options.find(({ id }) => id === option.group);
  if (group === undefined) {
    const known = paper.options.map(({ id }) => id);
    look.unknown('option group of this paper', option.group, {
      path: `${path}.option.group`,
      known,
    });
  } else if (!group.choices.some(({ id }) => id === option.choice)) {
    const known = group.choices.map(({ id }) => id);
    look.unknown(`choice of ${group.id}`, option.choice, { path: `${path}.option.choice`, known });
  }
}
