import { describe, expect, it } from 'vitest';
import { findSentences } from './find-sentences.ts';

/** What is surer than this is a new sentence to most readers. */
const sure = 0.62;

/** The words with a bar before each sentence that surely begins. */
function cut(words: string): string {
  const places = findSentences(words, { from: 0, to: words.length })
    .filter(({ confidence }) => confidence >= sure)
    .map(({ at }) => at);
  return places.reduceRight((text, at) => `${text.slice(0, at)}|${text.slice(at)}`, words);
}

describe('sentences of a clause', () => {
  it.each([
    'The sides stop firing. |They withdraw.',
    'Is it agreed? |“Yes.” |Then sign.',
    'Сторони припиняють вогонь. |Війська відходять.',
    'Стороны отводят войска (до 100 км). |Затем идут переговоры.',
    'Die Löhne steigen um 3,5 %. |Überstunden bleiben frei.',
    'No. 5 of the list stays. |The rest goes.',
    'Mr. Smith and J. Doe sign for the U.S. Army.',
    'See Art. 5 and sec. 2 of the treaty, e.g. Norland.',
    'Пункт 5 ст. Конституції, напр. Стаття 2.',
    'It costs 3.5 million, i.e. Half of it.',
  ])('%s', (marked) => {
    expect(cut(marked.replaceAll('|', ''))).toBe(marked);
  });

  it('are less sure behind a semicolon, and surer there where the rest can stand alone', () => {
    const confidences = ['peace; land', 'a is so; b shall be so'].map(
      (words) => findSentences(words, { from: 0, to: words.length })[0]?.confidence ?? 0,
    );
    expect(confidences[0]).toBeLessThan(confidences[1] ?? 0);
    expect(confidences[1]).toBeLessThan(sure);
  });

  it('are found by offsets in the whole text', () => {
    const text = 'Not this. One. Two.';
    expect(findSentences(text, { from: 10, to: 19 })).toEqual([
      { at: 15, reason: 'sentence', confidence: 0.95 },
    ]);
  });
});
