import type { ChangeEntry } from '#lib/model/change-entry.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { listCodable } from '../code/reading-order.ts';
import { buildChangeView, formatMoment, type HistoryReader } from '../history-view.ts';
import type { NewsView } from './overview-view.ts';

export interface News {
  readonly dossier: Dossier;
  readonly reader: HistoryReader;
  /** When the reader last marked the history as seen. */
  readonly visitedAt: string | undefined;
  /** The number of the last change. */
  readonly sequence: number;
  /** The newest changes since then. */
  readonly entries: readonly ChangeEntry[];
}

/** Tells what happened since the reader last looked, and how many clauses wait for review. */
export function buildNews({ dossier, reader, visitedAt, sequence, entries }: News): NewsView {
  const clauses = listCodable(dossier);
  const changes = entries.map((entry) => {
    const { number, who, what, touched, more, when, iso } = buildChangeView(entry, reader);
    const records = touched.map(({ kindWord, label }) => `${kindWord} ${label}`);
    const named = [...records, ...(more > 0 ? [`${String(more)} more`] : [])].join(', ');
    return { number, sentence: [`${who} ${what}`, named].filter(Boolean).join(': '), when, iso };
  });
  return {
    ...(visitedAt === undefined ? {} : { lastVisit: formatMoment(visitedAt) }),
    fresh: reader.seen === undefined ? 0 : Math.max(0, sequence - reader.seen),
    changes,
    waiting: clauses.filter(({ state }) => state === 'suggested').length,
    uncoded: clauses.filter(({ state }) => state === 'none').length,
  };
}
