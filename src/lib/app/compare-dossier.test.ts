import { expect, test } from 'vitest';
import { aDossier, aNorm } from '../../../tests/support/builders.ts';
import { compareDossier } from './compare-dossier.ts';

const dossier = aDossier({
  says: [
    aNorm('a', 'must', { option: 'a-how=this' }),
    aNorm('a', 'free', { option: 'a-how=that' }),
    aNorm('b', 'must-not'),
  ],
  options: { 'a-how': ['this', 'that'] },
  links: [['y', 'kind-of', 'x']],
});

test('the same question gives the same comparison object, another question another', () => {
  const [first, again] = [compareDossier(dossier), compareDossier(dossier)];
  expect(first.ok && again.ok && first.comparison === again.comparison).toBe(true);
  const swapped = compareDossier(dossier, { columns: ['b', 'a'] });
  expect(swapped.ok && swapped.comparison.columns.map(({ id }) => id)).toEqual(['b', 'a']);
});

test.each([
  [{ columns: [] }, 'columns_number'],
  [{ columns: ['a', 'q'] }, 'unknown_column'],
  [{ columns: ['one'] }, 'unknown_column'],
  [{ columns: ['a', 'a'] }, 'column_doubled'],
  [{ columns: ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b', 'a'] }, 'columns_number'],
  [{ asAt: 'yesterday' }, 'date_invalid'],
  [{ asAt: '1000-01-01' }, 'nothing_to_compare'],
  [{ reading: { q: 'this' } }, 'unknown_option_group'],
  [{ reading: { 'a-how': 'q' } }, 'unknown_choice'],
  [{ off: ['q'] }, 'unknown_premise'],
  [{ layer: 'q' }, 'unknown_layer'],
])('%j is refused with %s', (options, code) => {
  const compared = compareDossier(dossier, options);
  expect(compared.ok ? [] : compared.problems.map((problem) => problem.code)).toContain(code);
});

test('what exists is named in the refusal', () => {
  const compared = compareDossier(dossier, { reading: { 'a-how': 'q' } });
  expect(compared.ok ? '' : compared.problems[0]?.message).toContain('known: this, that');
});

test.each(['link:l0', 'l0'])('the premise %s can be switched off', (premise) => {
  const compared = compareDossier(dossier, { off: [premise] });
  expect(compared.ok && compared.comparison.premises.find(({ id }) => id === 'link:l0')?.on).toBe(
    false,
  );
});

test('a dossier with errors is not compared', () => {
  const [paper] = dossier.papers;
  if (paper === undefined) throw new Error('the dossier has no paper');
  const broken = {
    ...dossier,
    papers: [{ ...paper, supersedes: 'nothing' }, ...dossier.papers.slice(1)],
  };
  expect(compareDossier(broken)).toMatchObject({
    ok: false,
    problems: [{ code: 'unknown_reference' }],
  });
});
