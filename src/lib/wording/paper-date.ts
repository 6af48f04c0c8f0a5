import type { Paper } from '#lib/model/paper.ts';
import type { Voice } from './voice.ts';

/** The date of a paper, or that nothing tells it and when it was read. */
export const dateOfPaper = (
  { phrases, figures }: Pick<Voice, 'phrases' | 'figures'>,
  { dated, undated }: Pick<Paper, 'dated' | 'undated'>,
): string => (undated ? phrases.papers.unknownDate(figures.date(dated)) : figures.date(dated));
