import { previewCoding } from '#lib/app/code-preview.ts';
import { codingEdits, type Coding } from '#lib/app/code-provision.ts';
import type { StoredState } from '#lib/app/open-dossier.ts';
import { tellFault } from '#lib/ui/code/tell-fault.ts';
import { variantNamed } from '../../edit/[kind]/[record]/record-desk.ts';
import type { EffectsView } from '#lib/ui/code/effects-view.ts';

/** What a coding would do to the comparison, or what it still lacks. */
export function tellEffects(state: StoredState, coding: Coding): EffectsView {
  const planned = codingEdits(state, coding);
  if (!planned.ok) return { lacks: planned.problems.map(({ message }) => message) };
  const { edits, id } = planned.value;
  const told = previewCoding(state, { edits, provision: id, author: coding.who.viewer.id });
  if (told.ok) return told.value;
  const { fields } = variantNamed('provision', String(coding.draft['kind']));
  const lacks = told.problems.map(({ path, message }) => {
    const field = /body\.(.+)$/.exec(path)?.[1];
    if (field === undefined) return message;
    const label = fields.find(({ key }) => key === /^\w+/.exec(field)?.[0])?.label ?? field;
    return `${label}: ${tellFault(coding.draft, field, message)}`;
  });
  return { lacks: [...new Set(lacks)].slice(0, 5) };
}
