import type { Basis } from '#lib/model/basis.ts';
import { listPremises } from '#lib/engine/premises.ts';
import type { Tools } from '../view-tools.ts';

/** One thing that rests on a source. */
export interface Use {
  readonly source: string;
  /** Which kind of thing, and of which paper: uses of the same kind are told together. */
  readonly what: string;
  readonly item: string;
  /** Missing for what belongs to no paper. */
  readonly paper?: string;
}

/** What whole papers that rest on a source are told under. */
export const papersUse = 'Papers';

/** Everything in the dossier that names a source: papers, gaps, clauses, renderings, premises, context. */
export function listUses(tools: Tools): readonly Use[] {
  return [...tools.dossier.papers.flatMap((paper) => usesIn(tools, paper)), ...otherUses(tools)];
}

function usesIn(
  { speaker, languageName }: Tools,
  { id: paper, title, sources, gaps, clauses }: Tools['dossier']['papers'][number],
): readonly Use[] {
  const use = (source: string, what: string, item: string): Use => ({ source, what, item, paper });
  return [
    ...sources.map((source) => use(source, papersUse, title)),
    ...clauses.flatMap((clause) =>
      clause.sources.map((source) =>
        use(source, `Clauses of ${title}`, speaker.clauseLocator(clause.id)),
      ),
    ),
    ...clauses.flatMap((clause) =>
      clause.renderings.flatMap(({ source, language, translator }) => {
        const by = translator === undefined ? '' : `, translation by ${translator}`;
        const item = `${speaker.clauseLocator(clause.id)} (${languageName(language)}${by})`;
        return source === undefined ? [] : [use(source, `Renderings in ${title}`, item)];
      }),
    ),
    ...gaps.flatMap((gap) =>
      gap.sources.map((source) => use(source, `What is missing from ${title}`, gap.locator)),
    ),
  ];
}

function otherUses({ dossier, speaker }: Tools): readonly Use[] {
  const premises = listPremises(dossier, new Set());
  const ofBasis = ({ sources }: Basis, what: string, item: string): readonly Use[] =>
    sources.map((source) => ({ source, what, item }));
  const everyone = dossier.actors.flatMap(({ everyone: isAll, basis, name }) =>
    isAll && basis !== undefined ? ofBasis(basis, 'Premises', name) : [],
  );
  return [
    ...premises.flatMap(({ id, basis }) =>
      ofBasis(basis, 'Premises', speaker.premise(id).statement),
    ),
    ...everyone,
    ...dossier.context.flatMap((context) =>
      context.role === 'premise'
        ? []
        : context.sources.map((source) => ({ source, what: 'Context', item: context.title })),
    ),
  ];
}
