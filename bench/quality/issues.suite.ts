import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  scoreIssues,
  type ConfirmedClause,
  type IssueText,
} from '../../src/lib/engine/align/issue-scores.ts';
import { entryAt, type SparseRows } from '../../src/lib/engine/align/sparse.ts';
import { f1, findPairs, issueHits, pairParties } from './measure-pairs.ts';
import { allPairs, drawPairs, leaveOut, readElection, type Party } from './party-reasons.ts';
import { scorePlainly } from './plain-issues.ts';
import type { QualityRow, QualitySuite } from './suite.ts';

const year = 2021;
const seed = 2021;
const leastChance = 0.3;

type Agreement = {
  readonly text: string;
  readonly spans: readonly (readonly [number, number])[];
  readonly annotation_sets: readonly [
    { readonly annotations: Readonly<Record<string, { readonly spans: readonly number[] }>> },
  ];
};
type ContractNli = {
  readonly documents: readonly Agreement[];
  readonly labels: Readonly<Record<string, { readonly hypothesis: string }>>;
};

const suite: QualitySuite = {
  name: 'issues',
  needs: ['qual-o-mat', 'contract-nli'],
  run: ({ corpus, smoke }) =>
    Promise.resolve([...measureReasons(corpus, smoke), ...measureEvidence(corpus, smoke)]),
};

export default suite;

/** Reasons to theses, which are described by their label and their sentence. */
function measureReasons(corpus: string, smoke: boolean): readonly QualityRow[] {
  const { parties, theses } = readElection(corpus, year);
  const pairs = drawPairs(parties, smoke ? 1 : 8, seed);
  const ofPairs = pairs.flatMap((pair) => hitsOf(pair, theses));
  const plainly = pairs.flat().map(hitsPlainly(theses));
  const alone = parties.flatMap((party) => hitsOf([party], theses));
  const together = hitsOf(parties, theses);
  const less = parties.map((party, at) => leaveOut(party, at + 1));
  const lessTogether = pairParties(less, theses).pairs;
  const on = `qual-o-mat ${year}, ${parties.length} parties, ${together.reduce((n, { of }) => n + of, 0)} clauses`;
  const inPairs = `qual-o-mat ${year}, ${pairs.length} pairs, ${ofPairs.reduce((n, { of }) => n + of, 0)} clauses`;
  return [
    row('clause to issue, a party alone, likeliest', on, share(alone, 'likeliest')),
    row('clause to issue, two documents, likeliest', inPairs, share(ofPairs, 'likeliest')),
    // Decision 007: why the bound is the plain way's figure on these clauses and two points.
    row(
      'clause to issue, two documents, one to one',
      inPairs,
      share(ofPairs, 'assigned'),
      share(plainly, 'assigned') + 0.02,
    ),
    row('peer: n-grams and BM25, one to one', inPairs, share(plainly, 'assigned')),
    row('clause to issue, all sides, likeliest', on, share(together, 'likeliest')),
    row('clause to issue, all sides, one to one', on, share(together, 'assigned'), 0.965),
    row(
      'open set, issues and all sides, F1',
      `${on} less 30 of 100`,
      f1(
        allPairs(less).flatMap((pair, at) => {
          const chances = lessTogether[at]?.pairs;
          return chances === undefined ? [] : [findPairs(chances, pair, leastChance)];
        }),
      ),
      0.81,
    ),
  ];
}

type Hits = ReturnType<typeof issueHits>;

function hitsOf(parties: readonly Party[], theses: readonly IssueText[]): readonly Hits[] {
  const { issues } = pairParties(parties, theses);
  return parties.flatMap((party, at) => {
    const chances = issues[at]?.pairs;
    return chances === undefined ? [] : [issueHits(chances, party)];
  });
}

const hitsPlainly =
  (theses: readonly IssueText[]) =>
  (party: Party): Hits => {
    const clauses = party.reasons.map(({ text }) => text);
    const scores = scorePlainly(clauses, theses, 'de');
    return issueHits(scores, party, scores);
  };

const share = (hits: readonly Hits[], what: 'likeliest' | 'assigned'): number =>
  hits.reduce((sum, one) => sum + one[what], 0) / hits.reduce((sum, { of }) => sum + of, 0);

const row = (name: string, on: string, value: number, floor?: number): QualityRow => ({
  ...{ name, on, value },
  ...(floor === undefined ? {} : { floor }),
});

/** The spans of an agreement that bear on a statement: first half for learning, second half measured. */
function measureEvidence(corpus: string, smoke: boolean): readonly QualityRow[] {
  const file = join(corpus, 'contract-nli', 'dev.json');
  const { documents, labels } = JSON.parse(readFileSync(file, 'utf8')) as ContractNli;
  const issues = Object.entries(labels).map(([id, { hypothesis }]) => ({ id, label: hypothesis }));
  const half = Math.floor(documents.length / 2);
  const asked = documents.slice(half, smoke ? half + 2 : documents.length);
  const precision = (learned: number): number => {
    const confirmed = documents.slice(0, learned).flatMap((doc) => confirm(doc, issues));
    return meanAveragePrecision(asked, issues, confirmed);
  };
  const on = `ContractNLI, ${asked.length} agreements of the second half`;
  return [
    row('evidence, mean average precision', on, precision(0), 0.46),
    row('evidence after 1 document', on, precision(1)),
    row('evidence after 10 documents', on, precision(10), 0.57),
    ...(smoke ? [] : [row(`evidence after ${half} documents`, on, precision(half))]),
  ];
}

const spansOf = ({ text, spans }: Agreement): readonly string[] =>
  spans.map(([from, to]) => text.slice(from, to));

const evidenceOf = ({ annotation_sets: [set] }: Agreement, issue: string): readonly number[] =>
  set.annotations[issue]?.spans ?? [];

const confirm = (doc: Agreement, issues: readonly IssueText[]): readonly ConfirmedClause[] =>
  spansOf(doc).map((text, at) => ({
    text,
    issues: issues.filter(({ id }) => evidenceOf(doc, id).includes(at)).map(({ id }) => id),
  }));

function meanAveragePrecision(
  documents: readonly Agreement[],
  issues: readonly IssueText[],
  confirmed: readonly ConfirmedClause[],
): number {
  const precisions = documents.flatMap((doc) => {
    const clauses = spansOf(doc);
    const { scores } = scoreIssues({ clauses, issues, confirmed, language: 'en' });
    return issues.flatMap(({ id }, issue) => {
      const gold = new Set(evidenceOf(doc, id));
      return gold.size === 0 ? [] : [averagePrecision(rank(scores, issue), gold)];
    });
  });
  return precisions.reduce((sum, value) => sum + value, 0) / precisions.length;
}

const rank = (scores: SparseRows, issue: number): readonly number[] =>
  [...Array(scores.rows).keys()].sort(
    (x, y) => entryAt(scores, y, issue) - entryAt(scores, x, issue) || x - y,
  );

function averagePrecision(ranked: readonly number[], gold: ReadonlySet<number>): number {
  let [found, sum] = [0, 0];
  ranked.forEach((clause, at) => {
    if (!gold.has(clause)) return;
    found += 1;
    sum += found / (at + 1);
  });
  return sum / gold.size;
}
