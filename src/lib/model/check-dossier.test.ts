import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryDossier } from '../../../tests/support/arbitrary-dossier.ts';
import { checkDossier } from './check-dossier.ts';
import { sha256Of } from './digest.ts';
import { parseDossier, type Dossier } from './dossier.ts';

/** Changes to the sound dossier: what to put at which path; an index one too far appends. */
type Changes = Readonly<Record<string, unknown>>;

const text = 'Cease fire. Withdraw.';
const basis = { kind: 'legal', judgement: 'by its meaning' };

/** A small dossier in which nothing is wrong, as plain JSON for a case to break. */
function sound() {
  return {
    version: 1,
    id: 'small',
    title: 'Small',
    summary: 'One paper.',
    language: 'en',
    actors: [
      { id: 'a', name: 'A', party: true },
      { id: 'b', name: 'B' },
    ],
    issues: [
      { id: 'war', label: 'War' },
      { id: 'truce', label: 'Truce', parent: 'war' },
    ],
    acts: [
      { id: 'cease', label: 'cease fire only in peacetime' },
      { id: 'stop', label: 'stop' },
    ],
    links: [{ id: 'l', from: 'cease', relation: 'kind-of', to: 'stop', basis: { ...basis } }],
    dimensions: [
      {
        id: 'place',
        label: 'Place',
        universe: [{ id: 'land', label: 'land' }],
        wholes: [{ id: 'all', label: 'all', parts: ['land'], basis: { ...basis } }],
      },
    ],
    events: [
      { id: 'start', label: 'the start' },
      { id: 'end', label: 'the end' },
    ],
    terms: [{ id: 'days', label: 'days' }],
    subjects: [{ id: 'losses', label: 'losses' }],
    sources: [{ id: 'web', publisher: 'P', title: 'T', language: 'en' }],
    papers: [
      {
        id: 'one',
        kind: 'memorandum',
        parties: ['a'],
        title: 'One',
        dated: '2025-06-01',
        language: 'en',
        textKind: 'full',
        sources: ['web'],
        text,
        sha256: sha256Of(text),
        clauses: [
          { id: 'c', locator: 'I', kind: 'section', span: { from: 0, to: 21 } },
          { id: 'c1', locator: 'I.1', span: { from: 0, to: 11 }, parent: 'c' },
          { id: 'c2', locator: 'I.2', span: { from: 12, to: 21 }, parent: 'c' },
        ],
      },
    ],
    provisions: [
      {
        id: 'n',
        kind: 'norm',
        clause: 'c1',
        words: { from: 0, to: 5, exact: 'Cease' },
        issues: ['truce'],
        force: 'demand',
        bearers: ['b'],
        act: 'cease',
        modality: 'must',
        scope: { place: ['all'] },
      },
      {
        id: 'o',
        kind: 'order',
        clause: 'c2',
        words: { from: 0, to: 8, exact: 'Withdraw' },
        issues: ['truce'],
        force: 'demand',
        before: 'start',
        after: 'end',
      },
    ],
  };
}

const gone = { locator: 'I', availability: 'deleted', span: { from: 0, to: 0 } };
const second = {
  ...sound().papers[0],
  id: 'two',
  text: '',
  sha256: sha256Of(''),
  clauses: [{ ...gone, id: 'z' }],
};
const link = { id: 'l2', from: 'cease', relation: 'kind-of', to: 'stop', basis };
const note = { id: 'x', body: 'b', author: 'me', at: '2025-06-02' };
const quote = { quote: { exact: 'e' }, position: { from: 0, to: 1 } };
const premise = { id: 'k', role: 'premise', title: 't', text: 't', basis };
const silence = { paper: 'one', issue: 'war', by: 'me', at: '2025-06-02', why: 'w' };
const group = {
  id: 'g',
  label: 'g',
  choices: [
    { id: '1', label: '1' },
    { id: '2', label: '2' },
  ],
};
const clauses = 'papers[0].clauses';

function read(changes: Changes): Dossier {
  const record = sound();
  for (const [path, value] of Object.entries(changes)) put(record, path, value);
  const parsed = parseDossier(record);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function put(record: object, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  let at = record as Record<string, unknown>;
  for (const key of keys) at = (at[key] ??= {}) as Record<string, unknown>;
  at[last] = value;
}

test('a sound dossier has no problems', () => {
  expect(checkDossier(read({}))).toEqual([]);
});

// What is broken, and the one problem it gives.
// prettier-ignore
const cases: readonly (readonly [severity: string, code: string, path: string, changes: Changes])[] = [
  ['error', 'duplicate_id', 'acts[2].id', { 'acts[2]': { id: 'cease', label: 'x' } }],
  ['error', 'duplicate_id', 'papers[1].clauses[0].id', { 'papers[1]': { ...second, clauses: [{ ...gone, id: 'c' }] } }],
  ['error', 'duplicate_id', 'dimensions[0].wholes[0].id', { 'dimensions[0].universe[1]': { id: 'all', label: 'x' } }],
  ['error', 'reserved_id', 'terms[0].id', { 'terms[0].id': 'constructor' }],
  ['error', 'paper_names_clash', 'papers[1].id', { 'papers[1]': { ...second, id: 'ONE' } }],
  ['warning', 'column_ambiguous', 'papers[0].id', { 'papers[0].id': 'b' }],
  ['error', 'unknown_reference', 'actors[1].variants[0].usedBy[0]', { 'actors[1].variants': [{ text: 't', usedBy: ['q'] }] }],
  ['error', 'unknown_reference', 'actors[1].parts[0]', { 'actors[1].parts': ['q'], 'actors[1].basis': basis }],
  ['error', 'unknown_reference', 'issues[0].parent', { 'issues[0].parent': 'q' }],
  ['error', 'unknown_reference', 'links[0].to', { 'links[0].to': 'q', 'provisions[0].act': 'stop' }],
  ['error', 'unknown_reference', 'links[0].basis.sources[0]', { 'links[0].basis.sources': ['q'] }],
  ['error', 'unknown_reference', 'links[0].basis.disputedBy[0]', { 'links[0].basis.disputedBy': ['q'] }],
  ['error', 'unknown_reference', 'dimensions[0].wholes[0].parts[0]', { 'dimensions[0].wholes[0].parts': ['q'] }],
  ['error', 'unknown_reference', 'papers[0].parties[1]', { 'papers[0].parties[1]': 'q' }],
  ['error', 'unknown_reference', 'papers[0].sources[1]', { 'papers[0].sources[1]': 'q' }],
  ['error', 'unknown_reference', 'papers[0].supersedes', { 'papers[0].supersedes': 'q' }],
  ['error', 'unknown_reference', 'papers[0].basedOn', { 'papers[0].basedOn': 'q' }],
  ['error', 'unknown_reference', 'papers[0].gaps[0].issues[0]', { 'papers[0].gaps': [{ id: 'g', locator: 'II', issues: ['q'], why: 'w' }] }],
  ['error', 'unknown_reference', 'papers[0].clauses[1].parent', { [`${clauses}[1].parent`]: 'q' }],
  ['error', 'unknown_reference', 'papers[0].clauses[1].continues', { [`${clauses}[1].continues`]: 'q' }],
  ['error', 'unknown_reference', 'papers[0].clauses[1].option.group', { [`${clauses}[1].option`]: { group: 'q', choice: 'r' } }],
  ['error', 'unknown_reference', 'papers[0].clauses[1].renderings[0].source', { [`${clauses}[1].renderings`]: [{ id: 'r', language: 'en', text: 't', source: 'q' }] }],
  ['error', 'unknown_reference', 'context[0].states.after', { context: [{ ...premise, states: { kind: 'order', before: 'start', after: 'q' } }] }],
  ['error', 'unknown_reference', 'context[0].sources[0]', { context: [{ id: 'k', role: 'background', title: 't', text: 't', sources: ['q'] }] }],
  ['error', 'unknown_reference', 'provisions[0].clause', { 'provisions[0].clause': 'q' }],
  ['error', 'unknown_reference', 'provisions[0].rendering', { 'provisions[0].rendering': 'q' }],
  ['error', 'unknown_reference', 'provisions[0].issues[0]', { 'provisions[0].issues': ['q'] }],
  ['error', 'unknown_reference', 'provisions[0].bearers[0]', { 'provisions[0].bearers': ['q'] }],
  ['error', 'unknown_reference', 'provisions[0].counterparties[0]', { 'provisions[0].counterparties': ['q'] }],
  ['error', 'unknown_reference', 'provisions[0].act', { 'provisions[0].act': 'q' }],
  ['error', 'unknown_reference', 'provisions[0].scope.q', { 'provisions[0].scope.q': ['land'] }],
  ['error', 'unknown_reference', 'provisions[0].scope.place[0]', { 'provisions[0].scope.place': ['q'] }],
  ['error', 'unknown_reference', 'provisions[0].amounts[0].of', { 'provisions[0].amounts': [{ of: 'q', unit: 'u', min: 1 }] }],
  ['error', 'unknown_reference', 'provisions[0].given[0].event', { 'provisions[0].given': [{ event: 'q' }] }],
  ['error', 'unknown_reference', 'provisions[0].given[0].provision', { 'provisions[0].given': [{ provision: 'q' }] }],
  ['error', 'unknown_reference', 'provisions[0].event', { 'provisions[0].event': 'q' }],
  ['error', 'unknown_reference', 'provisions[1].before', { 'provisions[1].before': 'q', context: [{ ...premise, states: { kind: 'order', before: 'start', after: 'end' } }] }],
  ['error', 'unknown_reference', 'silences[0].issue', { silences: [{ ...silence, issue: 'q' }] }],
  ['error', 'unknown_reference', 'silences[0].paper', { silences: [{ ...silence, paper: 'q' }] }],
  ['error', 'unknown_reference', 'ledger[0].pins[0]', { ledger: [{ id: 'r', number: '1', pins: ['q'] }] }],
  ['error', 'unknown_reference', 'annotations[0].target.clause', { annotations: [{ ...note, target: { clause: 'q', ...quote } }] }],
  ['error', 'unknown_reference', 'annotations[0].target.rendering', { annotations: [{ ...note, target: { clause: 'c', rendering: 'q', ...quote } }] }],
  ['error', 'unknown_reference', 'annotations[0].thread', { annotations: [{ ...note, target: { paper: 'one' }, thread: 'q' }] }],
  ['error', 'text_changed', 'papers[0].sha256', { 'papers[0].sha256': '0'.repeat(64) }],
  ['error', 'span_outside_text', 'papers[0].clauses[3].span', { [`${clauses}[3]`]: { id: 'c3', locator: 'II', span: { from: 21, to: 22 } } }],
  ['error', 'span_splits_character', 'papers[0].clauses[3].span', { 'papers[0].text': `${text}😀`, 'papers[0].sha256': sha256Of(`${text}😀`), [`${clauses}[3]`]: { id: 'c3', locator: 'II', span: { from: 21, to: 22 } } }],
  ['error', 'span_outside_parent', 'papers[0].clauses[2].span', { [`${clauses}[0].span.to`]: 20 }],
  ['error', 'spans_overlap', 'papers[0].clauses[2].span', { [`${clauses}[2].span.from`]: 10, 'provisions[1].words': { from: 2, to: 10, exact: 'Withdraw' } }],
  ['warning', 'clause_empty', 'papers[0].clauses[3].span', { [`${clauses}[3]`]: { id: 'c3', locator: 'II', span: { from: 21, to: 21 } } }],
  ['error', 'words_of_absent_clause', 'papers[0].clauses[2].span', { [`${clauses}[2].availability`]: 'deleted', 'provisions[1].clause': 'c', 'provisions[1].words': { from: 12, to: 20, exact: 'Withdraw' } }],
  ['error', 'locator_doubled', 'papers[0].clauses[2].locator', { [`${clauses}[2].locator`]: 'I.1' }],
  ['error', 'clause_not_present', 'provisions[1].clause', { [`${clauses}[2].availability`]: 'deleted', [`${clauses}[2].span.to`]: 12 }],
  ['error', 'words_not_found', 'provisions[0].words', { 'provisions[0].words': { from: 1, to: 6, exact: 'Cease' } }],
  ['error', 'superseded_by_older', 'papers[1].supersedes', { 'papers[1]': { ...second, dated: '2025-05-31', supersedes: 'one' } }],
  ['warning', 'choice_unused', 'papers[0].options[0].choices[1]', { 'papers[0].options': [group], [`${clauses}[1].option`]: { group: 'g', choice: '1' } }],
  ['warning', 'issuer_not_party', 'papers[0].parties[1]', { 'papers[0].parties[1]': 'b' }],
  ['warning', 'party_without_paper', 'actors[1].party', { 'actors[1].party': true }],
  ['warning', 'paper_without_clauses', 'papers[1].clauses', { 'papers[1]': { ...second, clauses: [] } }],
  ['error', 'cycle', 'links[1]', { 'links[1]': { ...link, from: 'stop', to: 'cease' } }],
  ['error', 'cycle', 'actors[1].parts[0]', { 'actors[1].parts': ['b'], 'actors[1].basis': basis }],
  ['error', 'cycle', 'issues[1].parent', { 'issues[0].parent': 'truce' }],
  ['error', 'cycle', 'dimensions[0].wholes[0].parts[1]', { 'dimensions[0].wholes[0].parts[1]': 'all' }],
  ['error', 'cycle', 'papers[0].clauses[3].parent', { [`${clauses}[3]`]: { ...gone, id: 'c3', locator: 'II', parent: 'c3' } }],
  ['error', 'cycle', 'papers[0].supersedes', { 'papers[0].supersedes': 'one' }],
  ['error', 'cycle', 'papers[0].basedOn', { 'papers[0].basedOn': 'one' }],
  ['error', 'cycle', 'ledger[0].mergedInto', { ledger: [{ id: 'r', number: '1', mergedInto: 'r' }] }],
  ['error', 'link_to_itself', 'links[1]', { 'links[1]': { ...link, to: 'cease' } }],
  ['warning', 'lexicon_contradiction', 'links[1]', { 'links[1]': { ...link, relation: 'excludes' } }],
  ['warning', 'hidden_order', 'acts[0].label', { 'acts[0].label': 'withdraw no later than 30 days' }],
  ['warning', 'hidden_order', 'dimensions[0].universe[0].label', { 'dimensions[0].universe[0].label': 'land until the truce' }],
  ['warning', 'hidden_order', 'dimensions[0].wholes[0].label', { 'dimensions[0].wholes[0].label': 'all land prior to the war' }],
  ['warning', 'unused_act', 'acts[2]', { 'acts[2]': { id: 'rest', label: 'rest' } }],
  ['warning', 'unused_event', 'events[2]', { 'events[2]': { id: 'rest', label: 'rest' } }],
  ['warning', 'unused_source', 'sources[1]', { 'sources[1]': { id: 'book', publisher: 'P', title: 'T', language: 'en' } }],
];

test.each(cases)('%s %s at %s', (severity, code, path, changes) => {
  const problems = checkDossier(read(changes));
  expect(problems.map((p) => [p.severity, p.code, p.path])).toEqual([[severity, code, path]]);
});

test('two clauses may share a locator when no reading holds both', () => {
  const dossier = read({
    'papers[0].options': [group],
    [`${clauses}[1].locator`]: 'X',
    [`${clauses}[1].option`]: { group: 'g', choice: '1' },
    [`${clauses}[2].locator`]: 'X',
    [`${clauses}[2].option`]: { group: 'g', choice: '2' },
  });
  expect(checkDossier(dossier)).toEqual([]);
});

test.each([
  ['join an alliance after the war', true],
  ['withdraw within thirty days', true],
  ['pay up to the moment of signature', true],
  ['cap forces only in peacetime', false],
  ['meet in the afternoon', false],
  ['provide aftercare', false],
  ['act within the border', false],
])('the label "%s" hides an order: %s', (label, hides) => {
  const problems = checkDossier(read({ 'acts[0].label': label }));
  expect(problems.some(({ code }) => code === 'hidden_order')).toBe(hides);
});

test('a circle is told with its whole round', () => {
  const [problem] = checkDossier(read({ 'issues[0].parent': 'truce' }));
  expect(problem?.message).toContain('war → truce → war');
});

test('random sound dossiers have no errors', () => {
  fc.assert(
    fc.property(arbitraryDossier(), (dossier) => {
      expect(checkDossier(dossier).filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    { numRuns: 200 },
  );
}, 60_000);
