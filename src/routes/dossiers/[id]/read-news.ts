import { site } from '#lib/app/site.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { buildNews } from '#lib/ui/overview/build-news.ts';
import type { NewsView } from '#lib/ui/overview/overview-view.ts';
import { openHistory } from './history/read-history.ts';

/** How many changes the overview tells; the history has the rest. */
const mostTold = 3;

/** What is new in a dossier to whoever asks. */
export async function readNews(dossier: Dossier, locals: App.Locals): Promise<NewsView> {
  const { reader, sequence } = await openHistory(dossier.id, locals);
  const { store } = await site();
  const visit = await store.visit(dossier.id, reader.viewer);
  const entries =
    reader.seen === undefined || reader.seen >= sequence
      ? []
      : await store.changes(dossier.id, {
          ...{ viewer: reader.viewer, after: reader.seen, limit: mostTold },
        });
  return buildNews({ dossier, reader, visitedAt: visit?.at, sequence, entries });
}
