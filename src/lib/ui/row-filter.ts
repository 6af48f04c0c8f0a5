import type { Row } from '#lib/engine/comparison.ts';
import type { Provision } from '#lib/model/provision.ts';
import type { CompareQuery } from './compare-query.ts';
import { wordsOf, type Tools } from './view-tools.ts';

/** The rows a query asks for, in order; every filter that is set has to hold. */
export function filterRows(tools: Tools, query: CompareQuery): readonly Row[] {
  const issues = query.issue === undefined ? undefined : withChildren(tools, query.issue);
  const words = foldCase(query.text).split(/\s+/).filter(Boolean);
  return tools.comparison.rows.filter(
    (row) =>
      (query.relations.length === 0 || query.relations.includes(row.relation)) &&
      (issues === undefined || (row.issue !== undefined && issues.has(row.issue))) &&
      (query.review === undefined || (query.review === 'reviewed') === isReviewed(row)) &&
      (query.act === undefined || speaksOfAct(tools, row, query.act)) &&
      (query.bearer === undefined || binds(tools, row, query.bearer)) &&
      (words.length === 0 || holdsWords(tools, row, words)),
  );
}

/** Whether the row's headline rests on confirmed provisions or on an analyst's own verdict. */
export const isReviewed = (row: Row): boolean =>
  row.basis !== 'suggested' && row.relation !== 'not-yet-coded';

function withChildren({ dossier }: Tools, issue: string): ReadonlySet<string> {
  const found = new Set([issue]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const { id, parent } of dossier.issues) {
      if (parent !== undefined && found.has(parent)) found.add(id);
    }
  }
  return found;
}

function provisionsOf({ lookup }: Tools, row: Row): readonly Provision[] {
  return row.cells
    .flatMap((cell) => cell.clauses.flatMap((clause) => clause.provisions))
    .flatMap((id) => lookup.provisions.get(id) ?? []);
}

function speaksOfAct(tools: Tools, row: Row, act: string): boolean {
  const topics = [row.topic, ...row.findings.map((finding) => finding.topic)];
  return (
    topics.some((topic) => topic.kind === 'act' && topic.act === act) ||
    provisionsOf(tools, row).some((norm) => norm.kind === 'norm' && norm.act === act)
  );
}

const binds = (tools: Tools, row: Row, bearer: string): boolean =>
  provisionsOf(tools, row).some((norm) => norm.kind === 'norm' && norm.bearers.includes(bearer));

const foldCase = (text: string): string => text.normalize('NFC').toLocaleLowerCase();

function holdsWords(tools: Tools, row: Row, words: readonly string[]): boolean {
  const { speaker, lookup } = tools;
  const clauses = row.cells.flatMap((cell) =>
    cell.clauses.flatMap(({ clause }) => {
      const placed = lookup.clauses.get(clause);
      return placed === undefined ? [] : [placed.clause.locator, wordsOf(placed)];
    }),
  );
  const text = foldCase(
    [row.number, speaker.rowTitle(row), speaker.row(row).reason, ...clauses].join('\n'),
  );
  return words.every((word) => text.includes(word));
}
