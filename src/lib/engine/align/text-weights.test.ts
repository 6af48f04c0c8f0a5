import { describe, expect, test } from 'vitest';
import { weighWords } from './text-weights.ts';

const weightOf = (text: string, word: string, language = 'en'): number =>
  weighWords(text, language).find((found) => found.word === word)?.weight ?? 0;

describe('weights of words', () => {
  test('function words have none, in each language of the lists', () => {
    expect(weighWords('this is of the', 'en')).toEqual([]);
    expect(weighWords('und das ist nicht die', 'de-AT')).toEqual([]);
    expect(weighWords('чтобы это было не', 'ru')).toEqual([]);
    expect(weighWords('що це було не', 'uk')).toEqual([]);
    expect(weighWords("ce qui n'est pas", 'fr').map(({ word }) => word)).toEqual(["n'est"]);
  });

  test('a German noun counts more than the same word written small', () => {
    expect(weightOf('die Steuer', 'steuer', 'de')).toBeGreaterThan(
      weightOf('die steuer', 'steuer', 'de'),
    );
  });

  test('what a clause begins with counts more than what it ends with', () => {
    const text = 'borders stay open for trade with borderland farmers and ports';
    expect(weightOf(text, 'borders')).toBeGreaterThan(weightOf(text, 'farmers'));
  });
});
