import type {
  CircularOrder,
  Comparison,
  Evidence,
  Finding,
  Notice,
  Row,
  RowTopic,
} from '#lib/engine/comparison.ts';
import type { Dossier } from '#lib/model/dossier.ts';

/**
 * A comparison as lines that a person can review in a diff: one line a finding, with rule, relation,
 * what it rests on and the locators quoted from each column. This is what `expected.json` holds.
 */
export interface ToldComparison {
  readonly columns: readonly string[];
  readonly readings: readonly string[];
  readonly counts: Readonly<Record<string, string>>;
  readonly rows: readonly ToldRow[];
  readonly circularOrders: readonly string[];
  readonly notices: readonly string[];
  readonly uncoded: readonly string[];
}

export interface ToldRow {
  readonly row: string;
  readonly relation: string;
  readonly pairs?: readonly string[];
  readonly cells: Readonly<Record<string, string>>;
  readonly findings: readonly string[];
}

/** Tells a comparison; `dossier` gives the locators. */
export function tellComparison(dossier: Dossier, comparison: Comparison): ToldComparison {
  const locators = locatorsOf(dossier);
  const many = comparison.columns.length > 2;
  return {
    columns: comparison.columns.map((column) => column.id),
    readings: comparison.readings.map(
      ({ choices, circularOrders, incompatibleRows, rank }) =>
        `${Object.values(choices).join(' + ') || 'only one'}: ` +
        `${circularOrders} circular, ${incompatibleRows} incompatible rows, rank ${rank}`,
    ),
    counts: Object.fromEntries(
      Object.entries(comparison.counts).map(([relation, { textsAlone, givenPremises }]) => [
        relation,
        `${textsAlone} on the texts alone, ${givenPremises} given premises`,
      ]),
    ),
    rows: comparison.rows.map((row) => tellRow(row, { locators, many, comparison })),
    circularOrders: comparison.circularOrders.map((order) => tellOrder(order, comparison)),
    notices: comparison.notices.map((notice) => tellNotice(notice, locators)),
    uncoded: comparison.uncoded,
  };
}

/** The locator of every clause, as an analyst cites it. */
export const locatorsOf = (dossier: Dossier): ReadonlyMap<string, string> =>
  new Map(dossier.papers.flatMap((paper) => paper.clauses.map((c) => [c.id, c.locator] as const)));

/** What a row or finding is about: `act:be-neutral`, `order:ceasefire→peace-talks`, … */
export function tellTopic(topic: RowTopic): string {
  switch (topic.kind) {
    case 'act':
      return `act:${topic.act}`;
    case 'order':
      return `order:${topic.events.join('→')}`;
    case 'claim':
      return `claim:${topic.subject}`;
    case 'clause':
      return `clause:${topic.clause}`;
    case 'gap':
      return `gap:${topic.gap}`;
    case 'hand':
      return 'hand';
  }
}

/** The locators quoted from each column, each once, in text order: `russia I.2 | ukraine I.5(a)`. */
export function tellEvidence(
  evidence: readonly Evidence[],
  locators: ReadonlyMap<string, string>,
): string {
  const byColumn = Map.groupBy(evidence, (e) => e.column);
  return [...byColumn]
    .map(([column, list]) => {
      const cited = new Set(list.map((e) => locators.get(e.clause) ?? e.clause));
      return `${column} ${[...cited].join(', ')}`;
    })
    .join(' | ');
}

interface Telling {
  readonly locators: ReadonlyMap<string, string>;
  readonly many: boolean;
  readonly comparison: Comparison;
}

function tellRow(row: Row, telling: Telling): ToldRow {
  const { locators, many, comparison } = telling;
  const marks = [
    ...(row.extent === 'part' ? ['in part'] : []),
    ...(row.underSomeReadings ? ['under some readings'] : []),
    ...(row.jointlyIncompatible ? ['jointly'] : []),
    row.textsAlone ? 'on the texts alone' : 'given premises',
  ];
  return {
    row: `${row.number} ${row.issue ?? '(no issue)'} ${tellTopic(row.topic)}`,
    relation: `${row.relation}, ${marks.join(', ')}`,
    ...(many && row.pairs.length > 0
      ? { pairs: row.pairs.map((p) => `${p.columns.join(' and ')}: ${p.relation}, ${p.extent}`) }
      : {}),
    cells: Object.fromEntries(
      row.cells.map(({ column, clauses, empty }) => {
        const cited = clauses.map(
          (c) => (locators.get(c.clause) ?? c.clause) + (c.cited ? '*' : ''),
        );
        return [column, [...cited, ...(empty === undefined ? [] : [`(${empty})`])].join(', ')];
      }),
    ),
    findings: row.findings.map((finding) => tellFinding(finding, locators, comparison)),
  };
}

function tellFinding(
  finding: Finding,
  locators: ReadonlyMap<string, string>,
  comparison: Comparison,
): string {
  const all = finding.readings.length === comparison.readings.length;
  const slots = finding.slots.flatMap((slot) => {
    if (slot.slot !== 'amount') return [];
    const gap = slot.gap === undefined ? [] : [`${slot.of}: gap ${slot.gap} ${slot.unit}`];
    const { min = '', max = '' } = slot.common ?? {};
    return slot.common ? [`${slot.of}: common ${min}..${max} ${slot.unit}`] : gap;
  });
  return [
    `${finding.rule} ${finding.relation}${finding.extent === 'part' ? ' in part' : ''}`,
    tellTopic(finding.topic),
    tellEvidence(finding.evidence, locators),
    ...slots,
    ...(all ? [] : [`readings ${finding.readings.map((r) => r + 1).join(', ')}`]),
    ...(finding.replaces.length > 0 ? [`replaces ${finding.replaces.join(', ')}`] : []),
    ...(finding.vague.length > 0 ? [`vague: ${finding.vague.join(', ')}`] : []),
    finding.premises.length === 0
      ? 'on the texts alone'
      : `given ${finding.premises.length}: ${finding.premises.join(', ')}`,
  ].join(' · ');
}

function tellOrder(order: CircularOrder, comparison: Comparison): string {
  const steps = order.steps.map(({ before, after, source }) => {
    const by = source.kind === 'provision' ? source.provision : `premise ${source.context}`;
    return `${before} → ${after} (${by})`;
  });
  const all = order.readings.length === comparison.readings.length;
  const readings = all ? 'all readings' : `readings ${order.readings.map((r) => r + 1).join(', ')}`;
  return `${order.columns.join(' and ')}, ${readings}: ${steps.join(', ')}`;
}

function tellNotice(notice: Notice, locators: ReadonlyMap<string, string>): string {
  if (!('evidence' in notice)) return notice.kind;
  const about =
    'act' in notice ? ` ${notice.act ?? ''}` : 'issue' in notice ? ` ${notice.issue}` : '';
  return `${notice.kind}${about} · ${tellEvidence(notice.evidence, locators)}`;
}
