/** How open a rolling text is in each round: a table and a small drawing; nothing for texts without brackets. */
import { barLines } from '#lib/drawing/bar-lines.ts';
import { countOpenText } from '#lib/engine/rounds/count-brackets.ts';
import type { RoundState } from '#lib/engine/rounds/series.ts';
import { papersOf, stateName, type RoundsTools } from './rounds-tools.ts';
import type { SeriesView } from './rounds-view.ts';

/** Counts brackets and options of all texts of a series. */
export function buildOpenText(
  tools: RoundsTools,
  states: readonly RoundState[],
): Pick<SeriesView, 'openText' | 'openDrawing'> {
  const counted = states.map((state) => ({
    state,
    name: stateName(tools, state),
    open: countOpenText(papersOf(tools, state.papers)),
  }));
  const isOpen = counted.some(({ open }) => open.pairs + open.unbalanced + open.options > 0);
  if (!isOpen) return { openText: [] };
  const { number } = tools.speaker;
  const rows = counted.map(({ name, open }) => ({
    name,
    value: open.pairs,
    label: `${number(open.pairs)} in brackets, ${number(open.options)} options`,
  }));
  const said = rows.map(({ name, label }) => `${name}: ${label}`).join('; ');
  return {
    openText: counted.map(({ state, name, open }) => ({
      id: state.id,
      name,
      pairs: number(open.pairs),
      depth: number(open.depth),
      share: `${number(open.signs === 0 ? 0 : Math.round((100 * open.inside) / open.signs))} %`,
      openClauses: `${number(open.openClauses)} of ${number(open.clauses)}`,
      options: open.options === 0 ? '0' : `${number(open.options)} in ${number(open.optionGroups)}`,
      unbalanced: number(open.unbalanced),
    })),
    openDrawing: barLines({ rows, title: `Brackets and options by round. ${said}` }),
  };
}
