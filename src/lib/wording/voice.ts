import type { Dossier } from '#lib/model/dossier.ts';
import type { Comparison, Finding, Row } from '#lib/engine/comparison.ts';
import { buildLookup, type Lookup } from '#lib/engine/lookup.ts';
import { english } from './en/phrases.ts';
import { createFigures, type Figures } from './figures.ts';
import type { SpeakerLanguage } from './language.ts';
import { createNames, type Names } from './names.ts';
import type { Phrases } from './phrases.ts';

/** What every sentence is made from: the records, their names, and the phrases of a language. */
export interface Voice {
  readonly dossier: Dossier;
  readonly comparison: Comparison;
  readonly lookup: Lookup;
  readonly phrases: Phrases;
  readonly figures: Figures;
  readonly names: Names;
  /** The row a finding stands in, by the finding's id. */
  readonly rowOf: (finding: Finding) => Row | undefined;
}

const catalogues: Readonly<Record<SpeakerLanguage, Phrases>> = { en: english };

/** Prepares a voice for a comparison of the dossier. */
export function createVoice(
  dossier: Dossier,
  comparison: Comparison,
  language: SpeakerLanguage,
): Voice {
  const phrases = catalogues[language];
  const figures = createFigures(language, phrases.amounts);
  const names = createNames({ dossier, comparison, phrases, figures });
  const rows = new Map(comparison.rows.flatMap((row) => row.findings.map((f) => [f.id, row])));
  return {
    dossier,
    comparison,
    lookup: buildLookup(dossier),
    phrases,
    figures,
    names,
    rowOf: (finding) => rows.get(finding.id),
  };
}
