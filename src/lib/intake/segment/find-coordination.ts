import type { Span } from '#lib/model/clause.ts';
import type { ProposedSplit } from './segmentation.ts';

/** The places where a clause joins two demands; none yet. */
export const findCoordination = (_text: string, _span: Span): readonly ProposedSplit[] => [];
