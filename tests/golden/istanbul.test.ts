import { describe, expect, test } from 'vitest';
import { compare } from '#lib/engine/compare.ts';
import { findingsOf, outlineOf, rowAbout } from './expectations.ts';
import { readExample } from './read-dossier.ts';
import { locatorsOf, tellEvidence, tellTopic } from './told.ts';

const dossier = readExample('istanbul-2025');
const comparison = compare(dossier);
const outlines = findingsOf(comparison).map((finding) => outlineOf(dossier, finding));

const neutrality = 'link:neutral-excludes-alliance';
const nato = 'link:nato-is-an-alliance';
const troops = ['group:third-states', 'link:friendly-troops-are-presence'];

/** name, rule, topic, evidence, premises */
const clashes: readonly [string, string, string, string, readonly string[]][] = [
  ['neutrality against no duty of it', 'R1', 'act:be-neutral', 'russia I.2 | ukraine I.5(a)', []],
  ['a cap on forces', 'R1', 'act:cap-forces', 'russia I.5 | ukraine I.5(c)', []],
  [
    'recognition of the regions',
    'R1',
    'act:recognise-as-russian',
    'russia I.1 | ukraine I.6(a)',
    [],
  ],
  [
    'any alliance, through neutrality',
    'R2',
    'act:join-alliance',
    'russia I.2 | ukraine I.5(d)',
    [neutrality],
  ],
  [
    'NATO, through neutrality',
    'R2',
    'act:join-nato',
    'russia I.2 | ukraine I.5(d)',
    [nato, neutrality],
  ],
  ['NATO, as an alliance', 'R2', 'act:join-nato', 'russia I.2 | ukraine I.5(d)', [nato]],
  [
    'friendly troops, through the ban',
    'R2',
    'act:station-friendly-troops',
    'russia I.2 | ukraine I.5(c)',
    troops,
  ],
  [
    'friendly troops, through the package',
    'R2',
    'act:station-friendly-troops',
    'russia II.B.4 | ukraine I.5(c)',
    troops,
  ],
];

test.each(clashes)('holds the clash over %s', (_name, rule, topic, evidence, premises) => {
  expect(outlines).toContainEqual({ rule, relation: 'incompatible', topic, evidence, premises });
});

test('holds the clash over monitoring, with its premise and only under option 2', () => {
  const found = findingsOf(comparison).filter(
    (f) => f.rule === 'R2' && /^act:monitor-/.test(tellTopic(f.topic)),
  );
  expect(found.map((f) => [outlineOf(dossier, f).evidence, f.premises, f.readings])).toEqual([
    ['russia II.B.6 | ukraine x.2', ['link:us-led-excludes-two-sided'], [1]],
  ]);
});

test('gives every derived clash its becauses', () => {
  const derived = findingsOf(comparison).filter((f) => f.rule === 'R2');
  expect(derived.length).toBeGreaterThanOrEqual(6);
  for (const finding of derived) {
    const links = finding.premises.filter((premise) => premise.startsWith('link:'));
    expect(finding.becauses.map((because) => because.premise).sort()).toEqual(links);
  }
});

test('holds the ceasefire without conditions against "only after" under both options', () => {
  const found = findingsOf(comparison).filter((f) => f.rule === 'R10');
  expect(found.map((f) => f.readings)).toEqual([[0], [1]]);
  expect(found.map((f) => outlineOf(dossier, f).evidence)).toEqual([
    'russia II, opening words, II.A, III.5 | ukraine I.1, x.1',
    'russia II, opening words, II.B, III.5 | ukraine I.1, x.1',
  ]);
  for (const finding of found) {
    const duration = finding.slots.find((slot) => slot.slot === 'amount');
    expect(duration).toMatchObject({ rule: 'R9', common: { min: 30, max: 30 } });
    expect(finding.premises).toEqual([]);
  }
  expect(rowAbout(comparison, 'act:cease-fire')).toMatchObject({
    relation: 'incompatible',
    underSomeReadings: false,
  });
});

test('finds the release of civilians the same for Russia, with Ukraine bound by one text only', () => {
  const [found] = rowAbout(comparison, 'act:release-civilians').findings;
  expect(found).toMatchObject({
    rule: 'R6',
    relation: 'partial-overlap',
    readings: [1],
    common: { bearers: ['russia'] },
    remainders: [{ column: 'russia', part: { bearers: ['ukraine'] } }],
  });
});

test('reports sanctions as a near miss, not as silence', () => {
  const found = comparison.notices.filter((notice) => notice.kind === 'near-miss');
  expect(found).toMatchObject([{ act: 'lift-sanctions', columns: ['russia', 'ukraine'] }]);
  const row = rowAbout(comparison, 'act:lift-sanctions');
  expect(found[0]?.row).toBe(row.id);
  expect(row.cells.map((cell) => cell.clauses.length)).toEqual([1, 1]);
});

describe('the reported outcome of 2 June', () => {
  test('gives prisoners the same terms and leaves the rest of Ukraine’s demand open', () => {
    const row = rowAbout(comparison, 'act:exchange-prisoners');
    expect(row.findings.find((f) => f.rule === 'R16')).toMatchObject({
      relation: 'same-terms',
      jointPaper: 'outcome-2025-06-02',
      replaces: ['ua-prisoners'],
      weakestText: 'reported',
      common: { scope: { persons: ['wounded', 'severely-injured', 'under-25'] } },
      remainders: [{ column: 'ukraine', part: { scope: { persons: ['other'] } } }],
    });
  });

  test('gives 6,000 bodies the same terms, with Russia’s own hand-over in the same row', () => {
    const row = rowAbout(comparison, 'act:return-bodies');
    expect(row.findings.find((f) => f.rule === 'R16')).toMatchObject({
      relation: 'same-terms',
      jointPaper: 'outcome-2025-06-02',
    });
    const russia = row.cells.find((cell) => cell.column === 'russia');
    expect(russia?.clauses.map((clause) => clause.clause)).toEqual(['ru-III.3', 'out-2']);
  });
});

test('holds the denial of mass abduction against the verified deportations', () => {
  const row = rowAbout(comparison, 'claim:children-deported');
  expect(row.findings.map((f) => outlineOf(dossier, f))).toEqual([
    {
      rule: 'R14',
      relation: 'incompatible',
      topic: 'claim:children-deported',
      evidence: 'russia 2 | ukraine 2',
      premises: [],
    },
  ]);
});

test('says that 331, 19,456, 1,345 and 700,000 count different things', () => {
  const found = comparison.notices.filter((notice) => notice.kind === 'different-subjects');
  expect(found.map((notice) => notice.issue)).toEqual(['children']);
  const figures = (found[0]?.figures ?? []).map(({ provision }) => {
    const claim = dossier.provisions.find((p) => p.id === provision);
    return claim?.kind === 'claim' ? claim.amount?.min : undefined;
  });
  expect(figures.toSorted((a = 0, b = 0) => a - b)).toEqual([331, 1345, 19456, 700000]);
});

const order = (
  readings: readonly number[],
  columns: readonly string[],
  premises: readonly string[],
  steps: readonly string[],
) => ({ readings, columns, premises, steps });

test('tells the circular order of each option, and that of Russia’s paper by itself', () => {
  const told = comparison.circularOrders.map((circle) =>
    order(
      circle.readings,
      circle.columns,
      circle.premises,
      circle.steps.map(({ source }) =>
        source.kind === 'provision' ? source.provision : source.context,
      ),
    ),
  );
  expect(told).toHaveLength(3);
  expect(told).toContainEqual(
    order(
      [0],
      ['russia', 'ukraine'],
      ['context:withdrawal-presupposes-talks'],
      ['ua-territory-after-ceasefire', 'withdrawal-presupposes-talks', 'ru-1-withdrawal-first'],
    ),
  );
  expect(told).toContainEqual(
    order(
      [1],
      ['russia', 'ukraine'],
      ['context:section-one-presupposes-talks'],
      ['ua-territory-after-ceasefire', 'section-one-presupposes-talks', 'ru-2-agreement-first'],
    ),
  );
  expect(told).toContainEqual(
    order([1], ['russia'], [], ['ru-package-within', 'ru-2-package-first']),
  );
});

test('is free of circular orders between the papers once the disputed premises are off', () => {
  const off = ['context:withdrawal-presupposes-talks', 'context:section-one-presupposes-talks'];
  const { circularOrders } = compare(dossier, { off });
  expect(circularOrders.map((circle) => circle.columns)).toEqual([['russia']]);
});

test('claims no silence, since neither memorandum is fully available', () => {
  const relations = comparison.rows.flatMap((row) => [
    row.relation,
    ...row.findings.map((finding) => finding.relation),
  ]);
  expect(relations).not.toContain('one-side-only');
  const empty = comparison.rows.flatMap((row) => row.cells.map((cell) => cell.empty));
  expect(empty).not.toContain('no-provision');
});

test('shows every known gap as a row of its own', () => {
  const gaps = dossier.papers.flatMap((paper) => paper.gaps.map((gap) => gap.id));
  const rows = comparison.rows.flatMap((r) => (r.topic.kind === 'gap' ? [r.topic.gap] : []));
  expect(rows.sort()).toEqual(gaps.sort());
});

test('says where renderings of a clause differ in force', () => {
  const found = comparison.notices.filter((notice) => notice.kind === 'renderings-differ');
  const told = found.map((notice) => tellEvidence(notice.evidence, locatorsOf(dossier)));
  expect(told).toEqual(expect.arrayContaining(['ukraine I.5(a)', 'russia I.2', 'russia III.5']));
});

test('keeps assessments out of the premises', () => {
  const assessed = dossier.context.filter((context) => context.role !== 'premise');
  expect(assessed.map((context) => context.id)).toContain('isw-regime-change');
  const premises = comparison.premises.map((premise) => premise.id);
  for (const { id } of assessed) expect(premises).not.toContain(`context:${id}`);
});
