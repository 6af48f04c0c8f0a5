import type { Passage } from '#lib/engine/rounds/move.ts';
import { listSeries, type RoundState, type Series } from '#lib/engine/rounds/series.ts';
import { traceStep } from '#lib/engine/rounds/trace-step.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import type { Problem } from '#lib/model/parsed.ts';
import { dossierErrors } from './compare-dossier.ts';

/** What became of a text, asked for two of its states and without the premises switched off. */
export type TraceMoves = (
  from: RoundState,
  to: RoundState,
  off: readonly Id[],
) => readonly Passage[];

/** The rounds of a dossier, or why they cannot be told. */
export type TracedRounds =
  | { readonly ok: true; readonly series: readonly Series[]; readonly trace: TraceMoves }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const mostRemembered = 32;
const remembered = new WeakMap<Dossier, Map<string, readonly Passage[]>>();

/** Finds the texts that follow each other in a dossier; moves are told when asked for, and remembered. */
export function traceRounds(dossier: Dossier): TracedRounds {
  const problems = dossierErrors(dossier);
  if (problems.length > 0) return { ok: false, problems };
  const own = remembered.get(dossier) ?? new Map<string, readonly Passage[]>();
  remembered.set(dossier, own);
  const trace: TraceMoves = (from, to, off) => {
    const key = JSON.stringify([from.papers, to.papers, off.toSorted()]);
    const passages =
      own.get(key) ?? traceStep(dossier, { before: from.papers, after: to.papers, off });
    own.delete(key);
    own.set(key, passages);
    if (own.size > mostRemembered) own.delete(own.keys().next().value ?? '');
    return passages;
  };
  return { ok: true, series: listSeries(dossier), trace };
}
