import { expect, test } from 'vitest';
import { describeForm } from '../forms/describe-form.ts';
import { provisionKinds } from './chosen-provision.ts';
import { saidIn, splitFields } from './form-parts.ts';

const variantOf = (kind: string) => {
  const variant = describeForm('provision').find(({ value }) => value === kind);
  if (variant === undefined) throw new Error(kind);
  return variant;
};

test.each(provisionKinds)('every field of a %s has a place in the form', (kind) => {
  const variant = variantOf(kind);
  const { open, words, rare } = splitFields(variant, kind);
  const apart = ['id', 'kind', 'clause', 'review', 'issues'];
  const norm = kind === 'norm' ? ['bearers', 'modality', 'scope'] : [];
  const placed = [...open, ...rare, ...(words ? [words] : [])].map(({ key }) => key);
  expect([...placed, ...apart, ...norm].toSorted()).toEqual(
    variant.fields.map(({ key }) => key).toSorted(),
  );
});

test('the folded fields tell in which of them something is said', () => {
  const { rare } = splitFields(variantOf('norm'), 'norm');
  const usual = {
    force: 'demand',
    firmness: 'unstated',
    layer: 'main',
    amounts: [],
    onlyIf: false,
  };
  expect(saidIn(rare, usual)).toEqual([]);
  const said = { ...usual, amounts: [{ of: 'term' }], onlyIf: true, firmness: 'firm' };
  expect(saidIn(rare, said)).toHaveLength(3);
});
