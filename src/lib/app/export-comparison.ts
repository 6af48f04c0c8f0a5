import type { Comparison } from '#lib/engine/comparison.ts';
import { formatComparisonCsv } from '#lib/formats/comparison-csv.ts';
import { buildComparisonDocument } from '#lib/formats/comparison-document.ts';
import { formatComparisonMarkdown } from '#lib/formats/comparison-markdown.ts';
import { formatComparisonText, type TerminalLook } from '#lib/formats/comparison-text.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { createSpeaker } from '#lib/wording/speaker.ts';
import type { ComparisonFormat } from './comparison-formats.ts';

export interface Export {
  readonly dossier: Dossier;
  readonly comparison: Comparison;
  /** When it is made, an ISO time in UTC; printed in the title block. */
  readonly madeAt: string;
}

/** Writes a comparison as a file's content. */
export function exportComparison(input: Export, format: ComparisonFormat): string {
  const { dossier, comparison, madeAt } = input;
  const speaker = createSpeaker(dossier, comparison);
  const table = { dossier, comparison, speaker, madeAt };
  switch (format) {
    case 'md':
      return formatComparisonMarkdown(table);
    case 'csv':
      return formatComparisonCsv(table);
    case 'json':
      return `${JSON.stringify(buildComparisonDocument(dossier, comparison, speaker), null, '\t')}\n`;
  }
}

/** Writes a comparison for reading in a terminal. */
export function tellComparison(input: Export, look: TerminalLook): string {
  const speaker = createSpeaker(input.dossier, input.comparison);
  return formatComparisonText({ ...input, speaker }, look);
}
