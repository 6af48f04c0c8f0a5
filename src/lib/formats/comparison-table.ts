/**
 * The comparison table as rows of plain texts and HTML, the same for every file that prints it: what
 * stands in each cell, what is marked as not reviewed, and whose words are whose.
 */
import type { Cell, Column, Comparison, Row } from '#lib/engine/comparison.ts';
import { buildLookup, type Lookup } from '#lib/engine/lookup.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { furthest, shownText } from '#lib/model/paper.ts';
import type { Source } from '#lib/model/source.ts';
import type { Speaker } from '#lib/wording/speaker.ts';
import { renderMarkdown } from './markdown-html.ts';

export interface TableInput {
  readonly dossier: Dossier;
  readonly comparison: Comparison;
  readonly speaker: Speaker;
  /** Ids of the rows to print; missing means all. */
  readonly rows?: ReadonlySet<string>;
  /** When the table was made, an ISO time in UTC. */
  readonly madeAt: string;
}

export interface ClauseOfCell {
  /** "I.5a, option 2, paraphrase by the editors". */
  readonly label: string;
  readonly text: string;
  readonly html: string;
}

export interface TableCell {
  readonly clauses: readonly ClauseOfCell[];
  /** "no provision", "deleted" or "not available", in round brackets; empty with clauses. */
  readonly empty: string;
}

export interface TableRow {
  readonly number: string;
  readonly title: string;
  readonly cells: readonly TableCell[];
  readonly headline: string;
  readonly sign: string;
  readonly reason: string;
  /** Rule, basis and review mark: "R1 modality conflict; on the texts alone; not reviewed". */
  readonly notes: string;
  readonly commonText?: string;
}

export interface ComparisonTable {
  readonly title: string;
  readonly lines: readonly string[];
  readonly columns: readonly { readonly name: string; readonly detail: string }[];
  readonly hasCommonText: boolean;
  readonly groups: readonly { readonly issue: string; readonly rows: readonly TableRow[] }[];
  readonly sources: readonly Source[];
  readonly footer: string;
}

/** Lays a comparison out as a table. */
export function layOutTable(input: TableInput): ComparisonTable {
  const { dossier, comparison, speaker, madeAt } = input;
  const lookup = buildLookup(dossier);
  const rows = comparison.rows.filter(({ id }) => input.rows?.has(id) ?? true);
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const issue = row.issue === undefined ? 'No issue yet' : speaker.issue(row.issue);
    groups.set(issue, [...(groups.get(issue) ?? []), layOutRow(input, lookup, row)]);
  }
  const block = speaker.titleBlock;
  const shown =
    rows.length === comparison.rows.length
      ? []
      : [`${rows.length} of ${comparison.rows.length} rows, chosen by filter.`];
  return {
    title: block.title,
    lines: [
      ...block.papers,
      ...block.gaps,
      ...(block.asAt === undefined ? [] : [block.asAt]),
      block.order,
      ...block.cautions,
      block.disclaimer,
      ...shown,
    ],
    columns: comparison.columns.map((column) => ({
      name: speaker.columnName(column.id),
      detail: describeColumn(speaker, column),
    })),
    hasCommonText: rows.some(({ commonText }) => commonText !== undefined),
    groups: [...groups].map(([issue, own]) => ({ issue, rows: own })),
    sources: citedSources(input, lookup),
    footer: `${dossier.title}. Made ${speaker.date(madeAt)} with Parley. ${block.disclaimer}`,
  };
}

/** The first paper in words and how many others there are; all are named above the table. */
function describeColumn(speaker: Speaker, { papers }: Column): string {
  const [first] = papers;
  if (first === undefined) return '';
  const kind = `${speaker.words.paperKinds[first.kind]}, ${speaker.paperDate(first)}`;
  const others = papers.length > 1 ? `, and ${String(papers.length - 1)} more` : '';
  return `${kind}, ${speaker.textNote(first.id)}${others}`;
}

function layOutRow({ speaker }: TableInput, lookup: Lookup, row: Row): TableRow {
  const told = speaker.row(row);
  const { words } = speaker;
  const deciding = row.findings.find(({ id }) => id === row.deciding);
  const notes = [
    deciding === undefined ? [] : `${deciding.rule} ${words.rules[deciding.rule].name}`,
    deciding === undefined ? told.label : speaker.label(deciding),
    row.basis === 'computed' ? [] : words.bases[row.basis],
    row.status === undefined ? [] : words.negotiationStatuses[row.status],
  ];
  return {
    number: row.number,
    title: speaker.rowTitle(row),
    cells: row.cells.map((cell) => layOutCell(speaker, lookup, { cell, row })),
    headline: told.headline,
    sign: words.relations[row.relation].sign,
    reason: [told.reason, told.summary ?? '', told.verdict ?? ''].filter(Boolean).join(' '),
    notes: notes.flat().filter(Boolean).join('; '),
    ...(row.commonText === undefined ? {} : { commonText: row.commonText }),
  };
}

function layOutCell(
  speaker: Speaker,
  lookup: Lookup,
  { cell, row }: { readonly cell: Cell; readonly row: Row },
): TableCell {
  const evidence = row.findings.flatMap((finding) => finding.evidence);
  const clauses = cell.clauses.flatMap(({ clause: id, beside }): readonly ClauseOfCell[] => {
    const placed = lookup.clauses.get(id);
    if (placed === undefined) return [];
    const { clause, paper } = placed;
    const own = paper.textKind === 'full' || paper.textKind === 'excerpt';
    const label = [
      speaker.clauseLocator(id),
      clause.locatorInferred ? '(locator inferred)' : '',
      own ? '' : speaker.textNote(paper.id),
      beside === true ? 'put beside by its wording, not reviewed' : '',
    ];
    const spans = evidence
      .filter((words) => words.clause === id && words.rendering === undefined)
      .map(({ words }) => words);
    const text = shownText(paper, clause, furthest(spans));
    const html = renderMarkdown(text, spans);
    return [{ label: label.filter(Boolean).join(', '), text: text.trim(), html }];
  });
  const empty = cell.empty === undefined ? '' : `(${speaker.words.emptyCells[cell.empty].name})`;
  return { clauses, empty };
}

function citedSources({ dossier, comparison }: TableInput, lookup: Lookup): readonly Source[] {
  const cited = new Set(
    comparison.columns
      .flatMap(({ papers }) => papers.flatMap(({ id }) => lookup.papers.get(id) ?? []))
      .flatMap((paper) => [...paper.sources, ...paper.clauses.flatMap(({ sources }) => sources)]),
  );
  return dossier.sources.filter(({ id }) => cited.has(id));
}
