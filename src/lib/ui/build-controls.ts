import { buildPremise } from './build-assessment.ts';
import { formatCompareQuery, readingField, type CompareQuery } from './compare-query.ts';
import type { Choice, ControlsView, CountView } from './compare-view.ts';
import type { Tools } from './view-tools.ts';

/** What is compared under a query, without what narrows the rows shown. */
export const withoutFilters = ({
  columns,
  reading,
  off,
  asAt,
  sort,
}: CompareQuery): Partial<CompareQuery> => ({
  columns,
  reading,
  off,
  ...(asAt === undefined ? {} : { asAt }),
  ...(sort === undefined ? {} : { sort }),
});

const isFiltered = (query: CompareQuery): boolean =>
  formatCompareQuery(query) !== formatCompareQuery(withoutFilters(query));

/** The form above the table: what can be chosen, and what is. */
export function buildControls(tools: Tools, query: CompareQuery): ControlsView {
  const { dossier, comparison, speaker } = tools;
  const shown = comparison.columns.map(({ id }) => id);
  const used = usedByNorms(tools);
  const pick = (items: readonly { readonly id: string }[], known: ReadonlySet<string>): Choice[] =>
    items.filter(({ id }) => known.has(id)).map(({ id }) => ({ id, label: used.name(id) }));
  return {
    query,
    columns: columnChoices(tools),
    chosenColumns: shown,
    ...(shown.length < 2
      ? {}
      : { swapHref: formatCompareQuery({ ...query, columns: shown.toReversed() }) }),
    readings: comparison.optionGroups.flatMap(({ group }) => {
      const paper = dossier.papers.find(({ options }) => options.some(({ id }) => id === group));
      const found = paper?.options.find(({ id }) => id === group);
      if (paper === undefined || found === undefined) return [];
      const party = paper.parties.map((id) => speaker.actor(id)).join(', ');
      return [
        {
          field: readingField(group),
          label: `${party}: ${found.label}`,
          choices: found.choices,
          chosen: query.reading[group] ?? '',
        },
      ];
    }),
    relations: speaker.counts
      .filter(({ total, relation }) => total > 0 || query.relations.includes(relation))
      .map(({ relation, name }) => ({ relation, word: name })),
    issues: dossier.issues.map(({ id, label }) => ({ id, label })),
    bearers: pick(dossier.actors, used.bearers),
    acts: fewActs(pick(dossier.acts, used.acts), query),
    premises: comparison.premises.map(({ id }) => buildPremise(tools, id)),
    resetHref: formatCompareQuery(withoutFilters(query)) || '?',
    filtered: isFiltered(query),
  };
}

/** More acts than this are no list to choose from; one finds them by searching the table. */
const mostActs = 400;

const fewActs = (acts: readonly Choice[], { act }: CompareQuery): readonly Choice[] =>
  acts.length <= mostActs ? acts : acts.filter(({ id }) => id === act);

function columnChoices({ dossier, speaker }: Tools): readonly Choice[] {
  const speaking = new Set(dossier.papers.flatMap((paper) => paper.parties));
  const parties = dossier.actors.filter(({ id }) => speaking.has(id));
  return [
    ...parties.map(({ id, name }) => ({ id, label: name })),
    ...dossier.papers.map(({ id, title, dated }) => ({
      id,
      label: `${title} (${speaker.date(dated)})`,
    })),
  ];
}

function usedByNorms({ dossier, speaker }: Tools) {
  const norms = dossier.provisions.filter((provision) => provision.kind === 'norm');
  const acts = new Set(norms.map(({ act }) => act));
  return {
    acts,
    bearers: new Set(norms.flatMap(({ bearers }) => bearers)),
    name: (id: string): string => (acts.has(id) ? speaker.act(id) : speaker.actor(id)),
  };
}

/** The counts of all rows, each with the address that shows only its rows, or all rows again. */
export function buildCounts({ speaker }: Tools, query: CompareQuery): readonly CountView[] {
  return speaker.counts
    .filter(({ total }) => total > 0)
    .map(({ relation, name, total, detail }) => {
      const chosen = query.relations.includes(relation);
      const others = query.relations.filter((other) => other !== relation);
      const next = { ...query, relations: chosen ? others : [...others, relation] };
      return {
        relation,
        word: name,
        meaning: speaker.words.relations[relation].meaning,
        count: total,
        ...(detail === '' ? {} : { split: detail.replaceAll(', ', ' · ') }),
        chosen,
        href: formatCompareQuery(next) || '?',
      };
    });
}
