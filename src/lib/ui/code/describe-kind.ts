import { describeForm } from '../forms/describe-form.ts';
import type { Variant } from '../forms/form-field.ts';
import type { ProvisionKind } from './chosen-provision.ts';

/** The form of a kind of provision, as its schema has it. */
export const describeKind = (kind: ProvisionKind): Variant =>
  describeForm('provision').find(({ value }) => value === kind) ?? {
    ...{ value: kind, label: kind, fields: [] },
  };
