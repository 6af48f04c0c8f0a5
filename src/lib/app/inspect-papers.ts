import type { Dossier } from '#lib/model/dossier.ts';
import type { DossierProblem } from '#lib/model/dossier-problem.ts';
import { paperPath } from '#lib/formats/bundle.ts';
import { createSpeaker } from '#lib/wording/speaker.ts';
import { compareDossier } from './compare-dossier.ts';

/**
 * What each paper alone cannot hold together: provisions that contradict each other and steps that
 * go round in a circle. A paper may really be so, hence these are warnings.
 */
export function inspectPapers(dossier: Dossier): readonly DossierProblem[] {
  return dossier.papers.flatMap(({ id }) => {
    const compared = compareDossier(dossier, { columns: [id] });
    if (!compared.ok) return [];
    const { comparison } = compared;
    const speaker = createSpeaker(dossier, comparison);
    const warn = (code: string, message: string): DossierProblem => ({
      code,
      path: paperPath(id),
      message,
      severity: 'warning',
    });
    return [
      ...comparison.notices.flatMap((notice) =>
        notice.kind === 'self-contradiction'
          ? [warn('self_contradiction', speaker.notice(notice))]
          : [],
      ),
      ...comparison.circularOrders.map((order) =>
        warn('circular_order', speaker.circularOrder(order).sentence),
      ),
    ];
  });
}
