import type { Comparison } from '#lib/engine/comparison.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { formatTableHtml, formatTableText } from '#lib/formats/comparison-table-html.ts';
import { createSpeaker } from '#lib/wording/speaker.ts';

/** A table as HTML for word processors and browsers, or as plain text with tabs. */
export type TableForm = 'html' | 'txt';

export interface TableRequest {
  readonly dossier: Dossier;
  readonly comparison: Comparison;
  readonly form: TableForm;
  /** Ids of the rows to print. */
  readonly rows: readonly string[];
  /** When it is made, an ISO time in UTC. */
  readonly madeAt: string;
}

/** Writes the comparison table of some rows, with title block, sources and review marks. */
export function writeTable({ dossier, comparison, form, rows, madeAt }: TableRequest): string {
  const speaker = createSpeaker(dossier, comparison);
  const input = { dossier, comparison, speaker, rows: new Set(rows), madeAt };
  return form === 'html' ? formatTableHtml(input) : formatTableText(input);
}

/** `istanbul-2025_russia_ukraine_2026-11-23.html`: dossier, columns, day. */
export function tableFileName({ dossier, comparison, form, madeAt }: TableRequest): string {
  const columns = comparison.columns.map(({ id }) => id);
  return `${[dossier.id, ...columns, madeAt.slice(0, 10)].join('_').slice(0, 150)}.${form}`;
}
