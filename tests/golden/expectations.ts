import type { Comparison, Finding, Row } from '#lib/engine/comparison.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { locatorsOf, tellEvidence, tellTopic } from './told.ts';

/** What an analyst expects of a finding; `evidence` as in `russia I.2 | ukraine I.5(a)`. */
export interface ExpectedFinding {
  readonly rule: string;
  readonly relation: string;
  readonly topic: string;
  readonly evidence: string;
  readonly premises: readonly string[];
}

/** A finding in the shape expectations are written in. */
export function outlineOf(dossier: Dossier, finding: Finding): ExpectedFinding {
  return {
    rule: finding.rule,
    relation: finding.relation,
    topic: tellTopic(finding.topic),
    evidence: tellEvidence(finding.evidence, locatorsOf(dossier)),
    premises: finding.premises,
  };
}

/** All findings of a comparison, over all rows. */
export const findingsOf = (comparison: Comparison): readonly Finding[] =>
  comparison.rows.flatMap((row) => row.findings);

/** The row about an act, order or claim, as `act:be-neutral`; fails when there is none. */
export function rowAbout(comparison: Comparison, topic: string): Row {
  const row = comparison.rows.find((r) => tellTopic(r.topic) === topic);
  if (!row) throw new Error(`no row about ${topic}`);
  return row;
}

/** Amount slots as `600000..600000 | 800000..800000, gap 200000`, in column order. */
export function amountsOf(finding: Finding): readonly string[] {
  return finding.slots.flatMap((slot) => {
    if (slot.slot !== 'amount') return [];
    const values = slot.values.map((v) =>
      typeof v === 'string' ? v : `${v.min ?? ''}..${v.max ?? ''}`,
    );
    return [values.join(' | ') + (slot.gap === undefined ? '' : `, gap ${slot.gap}`)];
  });
}
