import type { IssueTally, RelationTally } from '#lib/engine/issue-matrix.ts';
import type { SilenceLine } from '#lib/engine/silence-map.ts';
import type { Row } from '#lib/engine/comparison.ts';
import { splitHeadline } from '../build-assessment.ts';
import { countOf } from '../count-of.ts';
import type { Tools } from '../view-tools.ts';
import type { OverviewLinks } from './overview-links.ts';
import type { DecidingRow, IssueLineView, QuietIssueView, TallyView } from './overview-view.ts';

/** What rows without an issue are gathered under. */
export const noIssue = 'Gaps, and clauses without an issue yet';

/** Relations with their words, as many as occur. */
export const tellTallies = (
  { speaker }: Tools,
  tallies: readonly RelationTally[],
): readonly TallyView[] =>
  tallies.map(({ relation, rows, suggested }) => ({
    relation,
    word: speaker.words.relations[relation].name,
    count: rows,
    suggested,
  }));

/** One line an issue that rows are about, in tree order; one that only holds others is a heading. */
export function buildIssueLines(
  tools: Tools,
  issues: readonly IssueTally[],
  links: OverviewLinks,
): readonly IssueLineView[] {
  return issues.flatMap((tally): IssueLineView[] => {
    const { issue, depth, rows, gravest, rowsBelow } = tally;
    if (rows.length === 0 && !rowsBelow) return [];
    return [
      {
        key: issue ?? '',
        label: issue === undefined ? noIssue : tools.speaker.issue(issue),
        depth,
        rows: countOf(rows.length, 'row', 'rows'),
        href: links.issue(issue),
        ...(gravest === undefined ? {} : { deciding: tellRow(tools, gravest, links) }),
        tallies: tellTallies(tools, tally.tallies),
      },
    ];
  });
}

function tellRow({ speaker }: Tools, row: Row, links: OverviewLinks): DecidingRow {
  const { words } = speaker;
  const told = speaker.row({ ...row, underSomeReadings: false });
  const { headline } = splitHeadline(told, words.relations[row.relation].name);
  const holds = row.underSomeReadings ? speaker.readings(readingsOf(row)) : '';
  return {
    relation: row.relation,
    headline,
    ...(holds === '' ? {} : { holds }),
    name: `Row ${row.number}, ${speaker.rowTitle(row)}`,
    href: links.row(row.id),
    reason: told.reason,
    ...(row.basis === 'suggested' ? { reviewMark: words.bases.suggested } : {}),
  };
}

/** The readings in which a row has the relation it is shown with. */
const readingsOf = ({ relation, relationByReading }: Row): readonly number[] =>
  relationByReading.flatMap((own, index) => (own === relation ? [index] : []));

/** The issues that no row is about, with what that may and may not be taken for. */
export function buildQuietIssues(
  { comparison, speaker }: Tools,
  issues: readonly IssueTally[],
  silence: readonly SilenceLine[],
): readonly QuietIssueView[] {
  const bySilence = new Map(silence.map((line) => [line.issue, line.cells]));
  const sides = comparison.columns.length;
  const nobody = sides === 2 ? 'No provision of either side' : 'No provision of any side';
  return issues.flatMap(({ issue, rows, rowsBelow }): QuietIssueView[] => {
    if (issue === undefined || rows.length > 0 || rowsBelow) return [];
    const open = (bySilence.get(issue) ?? []).filter(({ voicing }) => voicing !== 'silent');
    const because = [...Map.groupBy(open, ({ voicing }) => voicing)].map(([voicing, own]) => {
      const names = speaker.list(own.map(({ column }) => speaker.columnName(column)));
      const word = speaker.words.voicings[voicing].name;
      return `${names}: ${voicing === 'speaks' ? 'under another issue' : word}`;
    });
    const why = because.length === 0 ? `${nobody}.` : `${nobody} here (${because.join('; ')}).`;
    return [{ key: issue, label: speaker.issue(issue), why }];
  });
}
