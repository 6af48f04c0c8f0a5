import { expect, test } from 'vitest';
import { compare } from '#lib/engine/compare.ts';
import { amountsOf, findingsOf, outlineOf, rowAbout } from './expectations.ts';
import { readExample } from './read-dossier.ts';
import { tellTopic } from './told.ts';

const dossier = readExample('plans-2025');
const comparison = compare(dossier);

test('holds 600,000 against 800,000 in peacetime, and leaves wartime to the plan alone', () => {
  const [found] = rowAbout(comparison, 'act:cap-forces').findings;
  expect(found).toMatchObject({
    rule: 'R8',
    relation: 'incompatible',
    extent: 'part',
    premises: [],
    common: { scope: { time: ['peacetime'] } },
    remainders: [{ column: 'united-states', part: { scope: { time: ['wartime'] } } }],
  });
  expect(found && amountsOf(found)).toEqual(['800000..800000 | 600000..600000, gap 200000']);
});

/** name, topic, evidence, premises */
const reversals: readonly [string, string, string, string][] = [
  ['membership of NATO', 'act:admit-ukraine', 'e3 7 | united-states 7', 'bar-excludes-admission'],
  [
    'frozen assets',
    'act:invest-assets',
    'e3 11–28, assets | united-states 13–28, assets',
    'frozen-excludes-invested',
  ],
  [
    'territory',
    'act:recognise-de-facto',
    'e3 11–28, territory | united-states 13–28, territory',
    'recognition-excludes-talks',
  ],
];

test.each(reversals)('finds %s reversed, given a premise', (_name, topic, evidence, link) => {
  const found = findingsOf(comparison).filter((f) => tellTopic(f.topic) === topic);
  expect(found.map((f) => outlineOf(dossier, f))).toContainEqual({
    rule: 'R2',
    relation: 'incompatible',
    topic,
    evidence,
    premises: [`link:${link}`],
  });
});

test('finds the ban on NATO troops narrowed in time, stay and command', () => {
  const [found] = rowAbout(comparison, 'act:station-troops').findings;
  expect(found).toMatchObject({
    rule: 'R6',
    relation: 'partial-overlap',
    common: { scope: { time: ['peacetime'], stay: ['permanent'], command: ['nato-command'] } },
  });
  expect(found?.remainders.map((remainder) => remainder.column)).toEqual(
    found?.remainders.map(() => 'united-states'),
  );
});

test('finds the dialogue tied to the signing of the agreement by one text only', () => {
  const [found] = rowAbout(comparison, 'act:hold-dialogue').findings;
  expect(found).toMatchObject({ rule: 'R11', relation: 'partial-overlap', extent: 'whole' });
  const conditions = found?.slots.find((slot) => slot.slot === 'conditions');
  expect(conditions?.values).toMatchObject([
    { events: ['agreement-signed'], onlyIf: true },
    { events: [], onlyIf: false },
  ]);
});

test('binds Europe in one text and NATO in the other not to attack', () => {
  const [found] = rowAbout(comparison, 'act:conclude-non-aggression').findings;
  expect(found).toMatchObject({ rule: 'R6', common: { bearers: ['ukraine', 'russia'] } });
  expect(found?.remainders).toMatchObject([
    { column: 'e3', part: { bearers: ['nato'] } },
    { column: 'united-states', part: { bearers: ['europe'] } },
  ]);
});

test.each(['act:invade-neighbours', 'act:enlarge'])('shows point 3 as deleted in %s', (topic) => {
  const row = rowAbout(comparison, topic);
  expect(row.cells.map(({ column, empty }) => [column, empty])).toEqual([
    ['e3', 'deleted'],
    ['united-states', undefined],
  ]);
  expect(row.findings.map((f) => f.relation)).toEqual(['one-side-only']);
});

test('calls no point of the unseen tails silent', () => {
  for (const topic of ['act:readmit-russia', 'act:accept-peace-council', 'act:rebuild-ukraine']) {
    const row = rowAbout(comparison, topic);
    expect([topic, row.relation, row.cells[0]?.empty]).toEqual([
      topic,
      'undetermined',
      'not-available',
    ]);
  }
});

test('leaves "reliable" against "robust" undetermined', () => {
  const { findings } = rowAbout(comparison, 'act:guarantee-security');
  expect(findings.find((f) => f.rule === 'R15')).toMatchObject({ vague: ['reliable', 'robust'] });
});

test('reports the aircraft in Poland as a near miss', () => {
  expect(comparison.notices).toMatchObject([{ kind: 'near-miss', act: 'station-aircraft' }]);
});

test('finds points 1, 2 (second sentence), 10(a) and the guarantee of the United States kept', () => {
  const same = findingsOf(comparison).filter((f) => f.relation === 'same-terms');
  expect(same.map((f) => tellTopic(f.topic)).sort()).toEqual([
    'act:confirm-sovereignty',
    'act:guarantee-security',
    'act:pay-for-guarantee',
    'act:settle-ambiguities',
  ]);
});
