import { clauseText, type Paper } from '#lib/model/paper.ts';
import type { Clause } from '#lib/model/clause.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type {
  Cell,
  CircularOrder,
  Comparison,
  CycleStep,
  EmptyCell,
  Evidence,
  Finding,
  Row,
  RowLikeness,
  Slot,
} from '#lib/engine/comparison.ts';
import { contextPremise } from '#lib/engine/premises.ts';
import { isVerbatim } from '#lib/wording/quotes.ts';
import type { Speaker } from '#lib/wording/speaker.ts';
import { comparisonVersion, rulesVersion, type ComparisonDocument } from './comparison-schema.ts';

type RowOf = ComparisonDocument['rows'][number];
type LikenessOf = NonNullable<RowOf['likenesses']>[number];
type FindingOf = RowOf['findings'][number];
type EvidenceOf = FindingOf['evidence'][number];
type SlotOf = FindingOf['slots'][number];
type ClauseOf = ComparisonDocument['uncoded'][number];
type CellOf = RowOf['cells'][string];

interface Telling {
  readonly speaker: Speaker;
  readonly papers: ReadonlyMap<string, Paper>;
  readonly clauses: ReadonlyMap<string, { readonly paper: Paper; readonly clause: Clause }>;
  readonly hasReadings: boolean;
}

/** Builds the comparison document: the comparison with its sentences, quotes and clause texts. */
export function buildComparisonDocument(
  dossier: Dossier,
  comparison: Comparison,
  speaker: Speaker,
): ComparisonDocument {
  const telling: Telling = {
    speaker,
    papers: new Map(dossier.papers.map((paper) => [paper.id, paper])),
    clauses: new Map(
      dossier.papers.flatMap((paper) =>
        paper.clauses.map((clause) => [clause.id, { paper, clause }] as const),
      ),
    ),
    hasReadings: comparison.readings.length > 1,
  };
  const { id, title, language, fictitious, caution } = dossier;
  return {
    version: comparisonVersion,
    rulesVersion,
    dossier: { id, title, language, fictitious, ...(caution === undefined ? {} : { caution }) },
    ...(comparison.asAt === undefined ? {} : { asAt: comparison.asAt }),
    columns: comparison.columns.map((column) => ({
      id: column.id,
      name: speaker.columnName(column.id),
      parties: [...column.parties],
      papers: column.papers.map((paper) => ({ ...paper, textNote: speaker.textNote(paper.id) })),
    })),
    readings: comparison.readings.map((reading, index) => ({
      ...reading,
      choices: { ...reading.choices },
      name: speaker.readingName(index),
    })),
    allReadings: comparison.allReadings,
    rows: comparison.rows.map((row) => tellRow(row, telling)),
    circularOrders: comparison.circularOrders.map((order) => tellOrder(order, telling)),
    restOn: comparison.restOn.map(({ reading, conflicts, sets, within, complete }) => ({
      reading,
      conflicts,
      sets: copySets(sets),
      within: within.map((side) => ({ column: side.column, sets: copySets(side.sets) })),
      complete,
    })),
    notices: comparison.notices.map((notice) => ({
      kind: notice.kind,
      reason: speaker.notice(notice),
      ...('row' in notice ? { row: notice.row } : {}),
      evidence: 'evidence' in notice ? notice.evidence.map((e) => tellEvidence(e, telling)) : [],
    })),
    uncoded: comparison.uncoded.flatMap((clause) => tellClause(clause, telling)),
    premises: comparison.premises.map(({ id: premise, on, basis }) => ({
      id: premise,
      on,
      kind: basis.kind,
      text: speaker.premise(premise).statement,
      sources: [...basis.sources],
      ...(basis.judgement === undefined ? {} : { judgement: basis.judgement }),
      disputedBy: [...basis.disputedBy],
    })),
    counts: { ...comparison.counts },
  };
}

const copySets = (sets: readonly (readonly string[])[]): string[][] => sets.map((set) => [...set]);

function tellRow(row: Row, telling: Telling): RowOf {
  const { headline, label, reason } = telling.speaker.row(row);
  return {
    id: row.id,
    number: row.number,
    ...(row.issue === undefined ? {} : { issue: row.issue }),
    ...(row.topic.kind === 'act' ? { act: row.topic.act } : {}),
    title: telling.speaker.rowTitle(row),
    relation: row.relation,
    computed: row.computed,
    extent: row.extent,
    underSomeReadings: row.underSomeReadings,
    ...(telling.hasReadings ? { relationByReading: [...row.relationByReading] } : {}),
    pairs: row.pairs.map(({ columns: [a, b], relation, extent }) => ({
      columns: [a, b],
      relation,
      extent,
    })),
    silent: [...row.silent],
    jointlyIncompatible: row.jointlyIncompatible,
    basis: row.basis,
    label,
    headline,
    ...(row.status === undefined ? {} : { status: row.status }),
    ...(row.verdict === undefined ? {} : { stale: row.verdict.stale, verdict: { ...row.verdict } }),
    reason,
    ...(row.commonText === undefined ? {} : { commonText: row.commonText }),
    cells: Object.fromEntries(row.cells.map((cell) => [cell.column, tellCell(cell, telling)])),
    findings: row.findings.map((finding) => tellFinding(finding, telling)),
    ...(row.likenesses === undefined ? {} : { likenesses: row.likenesses.map(tellLikeness) }),
  };
}

const tellLikeness = ({ columns, clauses, words, ...rest }: RowLikeness): LikenessOf => ({
  ...rest,
  columns: [...columns],
  clauses: [...clauses],
  words: [...words],
});

const emptyWords = {
  'no-provision': 'no provision',
  deleted: 'deleted',
  'not-available': 'not available',
} as const satisfies Record<EmptyCell, string>;

function tellCell(cell: Cell, telling: Telling): CellOf {
  const clauses = cell.clauses.flatMap(({ clause, cited, beside, provisions }) =>
    tellClause(clause, telling).map((told) => ({
      ...told,
      cited,
      ...(beside === undefined ? {} : { beside }),
      provisions: [...provisions],
    })),
  );
  return cell.empty === undefined ? { clauses } : { clauses, empty: emptyWords[cell.empty] };
}

function tellClause(id: string, { clauses }: Telling): ClauseOf[] {
  const found = clauses.get(id);
  if (found === undefined) return [];
  const { paper, clause } = found;
  return [
    {
      paper: paper.id,
      clause: id,
      locator: clause.locator,
      locatorInferred: clause.locatorInferred,
      text: clauseText(paper, clause),
      from: clause.span.from,
      to: clause.span.to,
      availability: clause.availability,
      cited: false,
      provisions: [],
    },
  ];
}

function tellFinding(finding: Finding, telling: Telling): FindingOf {
  const { speaker } = telling;
  return {
    id: finding.id,
    rule: finding.rule,
    relation: finding.relation,
    extent: finding.extent,
    label: speaker.label(finding),
    reason: speaker.finding(finding),
    columns: [...finding.columns],
    becauses: finding.becauses.map(speaker.because),
    premises: [...finding.premises],
    readings: [...finding.readings],
    slots: finding.slots.map((slot) => tellSlot(slot, finding, speaker)),
    remainders: finding.remainders.map((remainder) => speaker.remainder(remainder, finding)),
    evidence: finding.evidence.map((evidence) => tellEvidence(evidence, telling)),
    basis: finding.basis,
    joint: finding.joint,
    weakestText: finding.weakestText,
  };
}

function tellSlot(slot: Slot, finding: Finding, speaker: Speaker): SlotOf {
  const { rule, relation } = slot;
  const told = { slot: slot.slot, rule, relation, reason: speaker.slot(slot, finding) };
  switch (slot.slot) {
    case 'status':
      return { ...told, statuses: slot.values.map((value) => [...value]) };
    case 'amount':
      return {
        ...told,
        intervals: slot.values.map((value) => (typeof value === 'string' ? value : { ...value })),
        unit: slot.unit,
        ...(slot.common === undefined ? {} : { common: { ...slot.common } }),
        ...(slot.gap === undefined ? {} : { gap: slot.gap }),
      };
    case 'window':
      return {
        ...told,
        intervals: slot.values.map(({ strict: _strict, ...value }) => value),
        unit: 'days',
      };
    case 'conditions':
    case 'claim':
      return told;
  }
}

function tellEvidence(evidence: Evidence, { speaker, papers }: Telling): EvidenceOf {
  const textKind = papers.get(evidence.paper)?.textKind ?? 'reported';
  const { from, to, exact } = evidence.words;
  return {
    column: evidence.column,
    paper: evidence.paper,
    clause: evidence.clause,
    provision: evidence.provision,
    locator: speaker.locator(evidence.provision),
    words: exact,
    from,
    to,
    ...(evidence.rendering === undefined ? {} : { rendering: evidence.rendering }),
    verbatim: isVerbatim(textKind),
    textKind,
  };
}

function tellOrder(
  order: CircularOrder,
  { speaker }: Telling,
): ComparisonDocument['circularOrders'][number] {
  return {
    id: order.id,
    readings: [...order.readings],
    columns: [...order.columns],
    steps: order.steps.map((step) => tellStep(step, speaker)),
    premises: [...order.premises],
    basis: order.basis,
    reason: speaker.circularOrder(order).sentence,
  };
}

function tellStep(
  { source, ...step }: CycleStep,
  speaker: Speaker,
): ComparisonDocument['circularOrders'][number]['steps'][number] {
  if (source.kind === 'context') {
    return { ...step, source, premise: contextPremise(source.context) };
  }
  return { ...step, source: { ...source, locator: speaker.locator(source.provision) } };
}
