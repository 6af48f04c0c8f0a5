import type { Row } from '#lib/engine/comparison.ts';
import type { PlacedClause } from '#lib/engine/lookup.ts';
import { buildFinding } from './build-assessment.ts';
import { buildDiffs } from './build-diffs.ts';
import { capitalise } from './capitalise.ts';
import type { Clause } from '#lib/model/clause.ts';
import type {
  ClauseSources,
  DetailsView,
  RenderingView,
  SourceView,
  VerdictView,
} from './compare-view.ts';
import { isParaphrase, viewSources, wordsOf, type Tools } from './view-tools.ts';

/** What a row opens to: everything its assessment rests on. */
export function buildDetails(tools: Tools, row: Row): DetailsView {
  const clauses = placedIn(tools, row)
    .map((clause) => buildClauseSources(tools, row, clause))
    .filter(({ sources, renderings }) => sources.length > 0 || renderings.length > 0);
  const findings = row.findings.map((finding) => buildFinding(tools, finding));
  const verdict = buildVerdict(tools, row);
  return {
    findings,
    pairs: buildPairs(tools, row),
    byReading: buildByReading(tools, row),
    clauses,
    diffs: buildDiffs(tools, row),
    ...(verdict === undefined ? {} : { verdict }),
  };
}

const placedIn = ({ lookup }: Tools, row: Row): readonly PlacedClause[] =>
  row.cells.flatMap((cell) =>
    cell.clauses.flatMap(({ clause }) => lookup.clauses.get(clause) ?? []),
  );

/** What there is behind a row, in a line: "2 findings, 1 premise, 3 sources". */
export function tellDetails(tools: Tools, row: Row): string {
  const placed = placedIn(tools, row);
  const premises = new Set(row.findings.flatMap((finding) => finding.premises));
  const sources = new Set(placed.flatMap((clause) => sourcesOf(tools, clause).map(({ id }) => id)));
  const renderings = placed.reduce((sum, { clause }) => sum + shownRenderings(clause), 0);
  return [
    ...count(row.findings.length, 'finding'),
    ...count(premises.size, 'premise'),
    ...count(renderings, 'other rendering'),
    ...count(sources.size, 'source'),
    ...(row.verdict === undefined ? [] : ['a verdict']),
  ].join(', ');
}

/** The text shown counts as one more where there are others. */
const shownRenderings = ({ renderings }: Clause): number =>
  renderings.length === 0 ? 0 : renderings.length + 1;

function sourcesOf(tools: Tools, { clause, paper }: PlacedClause): readonly SourceView[] {
  const own = clause.sources.length > 0 ? clause.sources : paper.sources;
  return viewSources(tools, [
    ...own,
    ...clause.renderings.flatMap((rendering) => rendering.source ?? []),
  ]);
}

const count = (n: number, one: string, many = `${one}s`): string[] =>
  n === 0 ? [] : [`${n} ${n === 1 ? one : many}`];

/** Pairs of columns that both say something; who is silent is told in a sentence. */
function buildPairs({ speaker }: Tools, { pairs, silent }: Row): DetailsView['pairs'] {
  if (pairs.length < 2) return [];
  return pairs
    .filter(({ columns }) => columns.every((column) => !silent.includes(column)))
    .map(({ columns, relation }) => ({
      names: capitalise(speaker.list(columns.map((column) => speaker.columnName(column)))),
      relation,
      word: speaker.words.relations[relation].name,
    }));
}

/** More readings than these are told together where the row turns out the same. */
const mostReadings = 8;

/** How the row turns out in each reading; nothing where it is the same in all. */
function buildByReading({ speaker, comparison }: Tools, row: Row): DetailsView['byReading'] {
  const { relationByReading: list } = row;
  if (comparison.readings.length < 2 || new Set(list).size < 2) return [];
  const groups =
    list.length > mostReadings
      ? [...Map.groupBy(list.keys(), (index) => list[index])].map(([, indexes]) => indexes)
      : [...list.keys()].map((index) => [index]);
  return groups.map((indexes) => {
    const relation = list[indexes[0] ?? 0] ?? null;
    const [only] = indexes;
    const name =
      indexes.length === 1 && only !== undefined
        ? speaker.readingName(only)
        : speaker.readings(indexes);
    return {
      reading: capitalise(name),
      word: relation === null ? 'nobody speaks' : speaker.words.relations[relation].name,
      ...(relation === null ? {} : { relation }),
    };
  });
}

function buildClauseSources(tools: Tools, row: Row, placed: PlacedClause): ClauseSources {
  const { clause, paper } = placed;
  const party = paper.parties.map((party) => tools.speaker.actor(party)).join(', ');
  const others = clause.renderings.map((rendering): RenderingView => {
    const evidence = row.findings
      .flatMap((finding) => finding.evidence)
      .filter((words) => words.rendering === rendering.id);
    const source = rendering.source === undefined ? undefined : tools.sources.get(rendering.source);
    const differs =
      rendering.differs === undefined ? [] : `differs in ${differsIn[rendering.differs]}`;
    const about = [
      tools.languageName(rendering.language),
      source?.publisher ?? [],
      rendering.translator === undefined ? [] : `translation by ${rendering.translator}`,
      differs,
    ];
    return {
      id: rendering.id,
      label: about.flat().join(' · '),
      language: rendering.language,
      html: tools.renderText(
        rendering.text,
        evidence.map(({ words }) => words),
      ),
      ...(rendering.note === undefined ? {} : { note: rendering.note }),
    };
  });
  const shown: RenderingView = {
    id: 'shown',
    label: `${tools.languageName(paper.language)} · as shown in the table, ${tools.speaker.textNote(paper.id)}`,
    language: paper.language,
    html: tools.renderText(wordsOf(placed)),
  };
  return {
    id: clause.id,
    clause: capitalise(`${party} ${tools.speaker.clauseLocator(clause.id)}`.trim()),
    paraphrase: isParaphrase(placed),
    sources: sourcesOf(tools, placed),
    renderings: others.length === 0 ? [] : [shown, ...others],
  };
}

const differsIn = {
  force: 'force',
  cut: 'how the items are cut',
  wording: 'wording only',
} as const;

function buildVerdict({ speaker }: Tools, row: Row): VerdictView | undefined {
  const { verdict } = row;
  if (verdict === undefined) return undefined;
  return {
    relation: verdict.relation,
    word: speaker.words.relations[verdict.relation].name,
    reason: verdict.reason,
    sentence: speaker.row(row).verdict ?? `${verdict.author}, ${speaker.date(verdict.at)}`,
    computed: speaker.words.relations[row.computed].name,
    stale: verdict.stale,
  };
}
