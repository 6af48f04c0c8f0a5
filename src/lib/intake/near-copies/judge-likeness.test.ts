import { describe, expect, test } from 'vitest';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Paper } from '#lib/model/paper.ts';
import { aDossier, aNorm } from '../../../../tests/support/builders.ts';
import { judgeLikeness } from './judge-likeness.ts';

const texts = {
  a: 'North shall hand over 40 boats in the harbour.',
  b: 'North shall hand over 60 boats in the harbour.',
};

/** One clause each of papers a and b, with the texts above. */
function dossierOf(change: (paper: Paper) => Partial<Paper> = () => ({})): Dossier {
  const built = aDossier({
    parties: ['a', 'b'],
    says: ['a', 'b'].map((party) => aNorm(party, 'must', { id: party })),
  });
  const papers = built.papers.map((paper): Paper => {
    const text = paper.id.endsWith('-a') ? texts.a : texts.b;
    const clauses = paper.clauses.map((clause) => ({
      ...clause,
      span: { from: 0, to: text.length },
    }));
    return { ...paper, text, clauses, language: 'en', ...change(paper) };
  });
  return { ...built, papers, provisions: [] };
}

describe('near copies of a dossier', () => {
  test('are told with the words that set them apart, and the other way round', () => {
    const judge = judgeLikeness(dossierOf());
    const there = judge('c-a', 'c-b');
    expect(there).toMatchObject({
      ...{ relation: 'incompatible', reason: 'figure-changed' },
      words: ['40', '60'],
    });
    expect(judge('c-b', 'c-a')).toEqual({ ...there, words: ['60', '40'] });
  });

  test.each<[string, (paper: Paper) => Partial<Paper>]>([
    ['of another language', (paper) => ({ language: paper.id.endsWith('-a') ? 'en' : 'uk' })],
    ['that are paraphrases', () => ({ textKind: 'paraphrase' })],
    ['that are reported', () => ({ textKind: 'reported' })],
  ])('are not looked for among texts %s', (_, change) => {
    expect(judgeLikeness(dossierOf(change))('c-a', 'c-b')).toBeUndefined();
  });

  test('are none where a clause is unknown', () => {
    expect(judgeLikeness(dossierOf())('c-a', 'c-none')).toBeUndefined();
  });
});
