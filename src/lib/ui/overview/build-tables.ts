import type { IssueMatrix } from '#lib/engine/issue-matrix.ts';
import { voicings, type SilenceCell, type SilenceLine } from '#lib/engine/silence-map.ts';
import { countOf } from '../count-of.ts';
import type { Tools } from '../view-tools.ts';
import { noIssue, tellTallies } from './build-issue-lines.ts';
import type { OverviewLinks } from './overview-links.ts';
import type { MatrixView, SilenceView } from './overview-view.ts';

/** Issues against pairs of columns; issues without rows are left out unless they hold some with rows. */
export function buildMatrix(tools: Tools, matrix: IssueMatrix, links: OverviewLinks): MatrixView {
  const { speaker } = tools;
  const names = matrix.pairs.map((pair) => speaker.list(pair.map((id) => speaker.columnName(id))));
  const lines = matrix.issues.filter(({ rows, rowsBelow }) => rows.length > 0 || rowsBelow);
  return {
    pairs: names,
    lines: lines.map(({ issue, depth, pairs }) => {
      const label = issue === undefined ? noIssue : speaker.issue(issue);
      const cells = pairs.map((tallies, index) => {
        const columns = matrix.pairs[index] ?? [];
        const told = tellTallies(tools, tallies);
        return {
          key: columns.join(' '),
          tallies: told,
          suggested: tallies.reduce((sum, { suggested }) => sum + suggested, 0),
          href: links.compare({ columns, ...(issue === undefined ? {} : { issue }) }),
          name: `${label}, ${names[index] ?? ''}`,
        };
      });
      return { key: issue ?? '', label, depth, cells };
    }),
  };
}

/** Issues against columns: who speaks, and what may be said of those that do not. */
export function buildSilence(
  { comparison, speaker }: Tools,
  silence: readonly SilenceLine[],
  links: OverviewLinks,
): SilenceView {
  const words = speaker.words.voicings;
  const used = new Set(silence.flatMap(({ cells }) => cells.map(({ voicing }) => voicing)));
  return {
    columns: comparison.columns.map(({ id }) => ({ id, name: speaker.columnName(id) })),
    lines: silence.map(({ issue, depth, cells }) => ({
      key: issue,
      label: speaker.issue(issue),
      depth,
      cells: cells.map((cell) => ({
        key: cell.column,
        voicing: cell.voicing,
        word: words[cell.voicing].name,
        ...detailOf(cell),
        suggested: cell.suggested > 0,
        ...(cell.voicing === 'speaks' ? { href: links.issue(issue) } : {}),
      })),
    })),
    legend: voicings
      .filter((voicing) => used.has(voicing))
      .map((voicing) => ({
        voicing,
        word: words[voicing].name,
        meaning: words[voicing].meaning,
      })),
  };
}

function detailOf({ voicing, provisions, suggested, confirmed }: SilenceCell) {
  if (voicing === 'silent')
    return { detail: confirmed ? 'confirmed by an analyst' : 'text complete' };
  if (voicing !== 'speaks') return {};
  const said = countOf(provisions, 'provision', 'provisions');
  return { detail: suggested === 0 ? said : `${said}, ${String(suggested)} not reviewed` };
}
