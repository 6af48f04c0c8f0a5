import { entriesOf, type Draft } from '../forms/form-field.ts';
import { textOf } from '../forms/read-form.ts';
import type { SelectedWords } from './select-words.ts';

/** The words of a draft, as they were stored or typed. */
export function readWords(draft: Draft): SelectedWords {
  const words = entriesOf(entriesOf(draft).get('words'));
  const from = Number(words.get('from') ?? 0);
  return { from: Number.isInteger(from) ? from : 0, exact: textOf(words.get('exact')) };
}
