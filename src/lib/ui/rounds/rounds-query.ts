/**
 * The address of a rounds page as a value, and back. What it names and the dossier does not have is told
 * on the page, and the default holds instead.
 */
import { listPremises } from '#lib/engine/premises.ts';
import { moveKinds, type MoveKind } from '#lib/engine/rounds/move.ts';
import type { RoundState, Series } from '#lib/engine/rounds/series.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';

export interface RoundsQuery {
  /** The party or base text whose rounds are shown; missing: all parties side by side. */
  readonly series?: Pick<Series, 'kind' | 'id'>;
  /** Two states; missing: all rounds as columns. */
  readonly pair?: readonly [from: Id, to: Id];
  /** Show what did not change, too. */
  readonly unchanged: boolean;
  readonly move?: MoveKind;
  /** Order of the parties in the summary; empty: by name. */
  readonly columns: readonly Id[];
  /** Premises left out. */
  readonly off: readonly Id[];
}

export interface ReadRounds {
  readonly query: RoundsQuery;
  /** Sentences about what the address names and the dossier does not have. */
  readonly unknown: readonly string[];
}

/** Reads the address against the series there are; with only one there is nothing to choose. */
export function readRoundsQuery(
  params: URLSearchParams,
  dossier: Dossier,
  all: readonly Series[],
): ReadRounds {
  const unknown: string[] = [];
  const named: Complain = (what, id) => {
    unknown.push(`There is no ${what} “${id.slice(0, 80)}” here, so it is left out.`);
  };
  const pick = (name: string, what: string, known: readonly Id[]): readonly Id[] =>
    [...new Set(params.getAll(name))].filter((id) => {
      const isKnown = known.includes(id);
      if (!isKnown && id !== '') named(what, id);
      return isKnown;
    });
  const series = readSeries(params, all, named);
  const pair = series && readPair(params, series, named);
  const asked = params.get('move') ?? '';
  const move = moveKinds.find((kind) => kind === asked);
  if (asked !== '' && move === undefined) named('kind of move', asked);
  const premises = listPremises(dossier, new Set()).map(({ id }) => id);
  const parties = all.filter(({ kind }) => kind === 'party').map(({ id }) => id);
  return {
    query: {
      ...(series ? { series: { kind: series.kind, id: series.id } } : {}),
      ...(pair ? { pair } : {}),
      ...(move === undefined ? {} : { move }),
      unchanged: params.get('unchanged') === 'show',
      columns: pick('col', 'party with several texts', parties),
      off: pick('off', 'premise', premises),
    },
    unknown,
  };
}

type Complain = (what: string, id: string) => void;

function readSeries(
  params: URLSearchParams,
  all: readonly Series[],
  named: Complain,
): Series | undefined {
  for (const kind of ['party', 'base'] as const) {
    const id = params.get(kind) ?? '';
    const found = all.find((series) => series.kind === kind && series.id === id);
    if (found) return found;
    if (id !== '') named(kind === 'party' ? 'party with several texts' : 'base text', id);
  }
  return all.length === 1 ? all[0] : undefined;
}

/** Two texts; where only one is named, the other is the one it was made from or the one made from it. */
function readPair(
  params: URLSearchParams,
  { states }: Series,
  named: Complain,
): readonly [Id, Id] | undefined {
  const find = (name: 'from' | 'to'): RoundState | undefined => {
    const id = params.get(name) ?? '';
    const found = states.find((state) => state.brought.includes(id));
    if (id !== '' && found === undefined) named('text', id);
    return found;
  };
  const [from, to] = [find('from'), find('to')];
  const [first, second] = states;
  if (!first || !second) return undefined;
  if (!from && !to) return states.length === 2 ? [first.id, second.id] : undefined;
  if (from && to) return [from.id, to.id];
  if (to) return [to.from ?? first.id, to.id];
  const next = states.find((state) => state.from === from?.id);
  return from ? [from.id, (next ?? states.at(-1) ?? second).id] : undefined;
}

/** Writes a query as the search part of an address, `?…`; defaults are left out. */
export function formatRoundsQuery(query: Partial<RoundsQuery>): string {
  const params = new URLSearchParams();
  const { series, pair, move } = query;
  if (series) params.append(series.kind, series.id);
  if (pair) {
    params.append('from', pair[0]);
    params.append('to', pair[1]);
  }
  if (query.unchanged) params.append('unchanged', 'show');
  if (move !== undefined) params.append('move', move);
  for (const id of query.columns ?? []) params.append('col', id);
  for (const id of query.off ?? []) params.append('off', id);
  return `?${params.toString()}`;
}
