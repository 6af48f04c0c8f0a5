import type { Dossier } from './dossier.ts';
import type { ProblemList } from './dossier-problem.ts';

/** Reports ids that name two records of a table, or that no program can use safely. */
export function checkIds(dossier: Dossier, found: ProblemList): void {
  for (const [table, records] of tablesOf(dossier)) {
    const first = new Map<string, string>();
    for (const { id, path } of records) {
      const earlier = first.get(id);
      if (earlier !== undefined) {
        const message = `the id ${id} names two ${table}: this one and ${earlier}; give one another id`;
        found.error('duplicate_id', path, message);
      } else first.set(id, path);
      if (id in Object.prototype) {
        found.error(
          'reserved_id',
          path,
          `the id ${id} means something to JavaScript; choose another`,
        );
      }
    }
  }
  checkColumns(dossier, found);
  checkFileNames(dossier, found);
}

interface Named {
  readonly id: string;
  readonly path: string;
}

const named = (list: readonly { readonly id: string }[], path: string): Named[] =>
  list.map(({ id }, index) => ({ id, path: `${path}[${index}].id` }));

/** Every table of ids that must differ; clauses, provisions and option groups in the whole dossier. */
function tablesOf(dossier: Dossier): [string, Named[]][] {
  const papers = dossier.papers.map((paper, index) => ({ ...paper, path: `papers[${index}]` }));
  const clauses = papers.flatMap(({ clauses: list, path }) =>
    list.map((clause, index) => ({ ...clause, path: `${path}.clauses[${index}]` })),
  );
  return [
    ['actors', named(dossier.actors, 'actors')],
    ['issues', named(dossier.issues, 'issues')],
    ['acts', named(dossier.acts, 'acts')],
    ['links', named(dossier.links, 'links')],
    ['dimensions', named(dossier.dimensions, 'dimensions')],
    ['events', named(dossier.events, 'events')],
    ['terms', named(dossier.terms, 'terms')],
    ['subjects', named(dossier.subjects, 'subjects')],
    ['sources', named(dossier.sources, 'sources')],
    ['papers', named(dossier.papers, 'papers')],
    ['context statements', named(dossier.context, 'context')],
    ['provisions', named(dossier.provisions, 'provisions')],
    ['rows of the ledger', named(dossier.ledger, 'ledger')],
    ['verdicts', named(dossier.verdicts, 'verdicts')],
    ['annotations', named(dossier.annotations, 'annotations')],
    ['clauses', clauses.map(({ id, path }) => ({ id, path: `${path}.id` }))],
    ['option groups', papers.flatMap(({ options, path }) => named(options, `${path}.options`))],
    ...dossier.dimensions.map((dimension, index): [string, Named[]] => [
      `values of the dimension ${dimension.id}`,
      [
        ...named(dimension.universe, `dimensions[${index}].universe`),
        ...named(dimension.wholes, `dimensions[${index}].wholes`),
      ],
    ]),
    ...papers.map(({ gaps, path }): [string, Named[]] => ['gaps', named(gaps, `${path}.gaps`)]),
    ...papers.flatMap(({ options, path }) =>
      options.map(({ choices }, index): [string, Named[]] => [
        'choices',
        named(choices, `${path}.options[${index}].choices`),
      ]),
    ),
    ...clauses
      .filter(({ renderings }) => renderings.length > 1)
      .map(({ renderings, path }): [string, Named[]] => [
        'renderings',
        named(renderings, `${path}.renderings`),
      ]),
  ];
}

/** A column is named by a party or a paper; where both have one id, the paper cannot be chosen. */
function checkColumns({ actors, papers }: Dossier, found: ProblemList): void {
  papers.forEach(({ id }, index) => {
    if (!actors.some((actor) => actor.id === id)) return;
    const message = `the paper ${id} has the id of an actor, so it cannot be chosen as a column; rename it`;
    found.warn('column_ambiguous', `papers[${index}].id`, message);
  });
}

/** Papers are files; many file systems take "A.md" and "a.md" for one. */
function checkFileNames({ papers }: Dossier, found: ProblemList): void {
  const first = new Map<string, string>();
  papers.forEach(({ id }, index) => {
    const key = id.toLowerCase();
    const earlier = first.get(key);
    if (earlier !== undefined && earlier !== id) {
      const message = `the papers ${earlier} and ${id} would be one file where case does not count; rename one`;
      found.error('paper_names_clash', `papers[${index}].id`, message);
    }
    first.set(key, id);
  });
}
