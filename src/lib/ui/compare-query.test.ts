import { describe, expect, test } from 'vitest';
import { readExample } from '../../../tests/golden/read-dossier.ts';
import { formatCompareQuery, readCompareQuery } from './compare-query.ts';

const dossier = readExample('istanbul-2025');

const read = (search: string) => readCompareQuery(new URLSearchParams(search), dossier);

describe('an address that names what the dossier has', () => {
  test.each([
    '',
    '?col=ukraine&col=russia',
    '?relation=incompatible&relation=undetermined&issue=territory&q=withdraw',
    '?review=not-reviewed&bearer=ukraine&as-at=2025-06-01',
  ])('reads and writes %s without loss', (search) => {
    const { query, unknown } = read(search);
    expect(unknown).toEqual([]);
    expect(formatCompareQuery(query)).toBe(search);
  });

  test('fixes a reading by option group', () => {
    const [group] = dossier.papers.flatMap((paper) => paper.options);
    const choice = group?.choices[0]?.id ?? '';
    const { query, unknown } = read(`?reading.${group?.id ?? ''}=${choice}`);
    expect(unknown).toEqual([]);
    expect(query.reading).toEqual({ [group?.id ?? '']: choice });
  });

  test('empty fields of a form mean nothing', () => {
    const { query, unknown } = read('?col=ukraine&col=&issue=&q=&as-at=&reading.x=');
    expect(unknown).toEqual([]);
    expect(formatCompareQuery(query)).toBe('?col=ukraine');
  });
});

describe('an address that names what is not there', () => {
  test.each([
    ['?col=atlantis', 'party or paper “atlantis”'],
    ['?relation=love', 'relation “love”'],
    ['?issue=cheese', 'issue “cheese”'],
    ['?review=maybe', 'review state “maybe”'],
    ['?bearer=nobody', 'actor “nobody”'],
    ['?act=dance', 'act “dance”'],
    ['?off=gravity', 'premise “gravity”'],
    ['?as-at=2025-02-30', '“2025-02-30” is not a day'],
    ['?as-at=2025', '“2025” is not a day'],
    ['?reading.mood=good', 'no such option'],
  ])('%s says so and falls back to the default', (search, sentence) => {
    const { query, unknown } = read(search);
    expect(unknown).toHaveLength(1);
    expect(unknown[0]).toContain(sentence);
    expect(formatCompareQuery(query)).toBe('');
  });

  test('a very long search is cut', () => {
    expect(read(`?q=${'x'.repeat(5000)}`).query.text).toHaveLength(200);
  });
});
