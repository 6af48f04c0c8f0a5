// How long aligning takes: two papers of a thousand clauses of forty words, two of ten thousand, many
// sides at once, issues for a thousand clauses, and one paper in two languages.
import { alignPapers, type AlignedSide } from '#lib/engine/align/align-papers.ts';
import { alignTranslations } from '#lib/engine/align/align-translations.ts';
import { assignIssues } from '#lib/engine/align/assign-issues.ts';
import { randomFrom, type Random } from '../tests/support/arbitrary-dossier.ts';
import { measureMs, type Bench } from './bench.ts';

const wordsOfClause = 40;
const vocabularySize = 8_000;
/** How many words of a clause its counterpart keeps. */
const kept = 0.4;

const onsets = 'b br c ch d dr f fl g gr h l m n p pl pr qu r s sh sp st t th tr v w'.split(' ');
const middles = 'a ai e ea i ie o oa ou u'.split(' ');
const ends = [
  '',
  '',
  'd',
  'l',
  'm',
  'n',
  'nd',
  'nt',
  'r',
  'rd',
  'rs',
  's',
  'st',
  't',
  'tion',
  'ment',
];

/** Words of one to four syllables; the earlier, the shorter and, when drawn, the more frequent. */
function makeVocabulary(random: Random): readonly string[] {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  return Array.from({ length: vocabularySize }, (_, rank) => {
    const syllables = 1 + Math.floor(random() * Math.min(4, 1 + Math.log10(rank + 1)));
    const body = Array.from({ length: syllables }, () => pick(onsets) + pick(middles)).join('');
    return body + pick(ends);
  });
}

/** Papers that speak of the same matters in part in the same words, each in its own order. */
function makePapers(papers: number, clauses: number): readonly AlignedSide[] {
  const random = randomFrom(3);
  const vocabulary = makeVocabulary(random);
  // Zipf: the word of rank r is drawn in proportion to 1 / r.
  const draw = (): string => vocabulary[Math.floor(vocabularySize ** random()) - 1] ?? '';
  const matters = Array.from({ length: clauses }, () =>
    Array.from({ length: wordsOfClause }, draw),
  );
  return Array.from({ length: papers }, (_, paper) => ({
    id: `side-${paper}`,
    clauses: matters
      .map((words) => words.map((word) => (random() < kept ? word : draw())).join(' '))
      .map((text, at) => ({ text, lot: random(), at }))
      .sort((a, b) => a.lot - b.lot)
      .map(({ text, at }) => ({ id: `${paper}-${at}`, text })),
  }));
}

const bench: Bench = {
  name: 'align',
  run: async ({ smoke }) => {
    const times = smoke ? 1 : 9;
    const language = 'en';
    const count = smoke ? 50 : 1_000;
    const two = makePapers(2, count);
    const large = makePapers(2, smoke ? 60 : 10_000);
    const many = makePapers(8, smoke ? 10 : 250);
    const [first, second] = two;
    const issues = Array.from({ length: 20 }, (_, at) => ({
      id: String(at),
      label: first?.clauses[at * 2]?.text.slice(0, 90) ?? '',
    }));
    const asked = (first?.clauses ?? []).map((clause) => ({ ...clause, side: 'a' }));
    const pages = [first, second].map((side) => side?.clauses.slice(0, smoke ? 20 : 400) ?? []);
    const size = `${count} × ${count} clauses`;
    return [
      {
        name: 'align',
        size,
        median: await measureMs(() => alignPapers(two, { language }), { times, warmUps: 3 }),
        unit: 'ms',
        limit: 600,
      },
      {
        name: 'align, large',
        size: `${large[0]?.clauses.length ?? 0} clauses a side`,
        median: await measureMs(() => alignPapers(large, { language }), { times: 1, warmUps: 0 }),
        unit: 'ms',
        limit: 40_000,
      },
      {
        name: 'align, many sides, with issues',
        size: `8 × ${many[0]?.clauses.length ?? 0} clauses`,
        median: await measureMs(() => alignPapers(many, { language, issues }), { times }),
        unit: 'ms',
      },
      {
        name: 'assign issues',
        size: `${asked.length} clauses, 20 issues`,
        median: await measureMs(() => assignIssues(asked, issues, { language }), { times }),
        unit: 'ms',
      },
      {
        name: 'align translations',
        size: `${pages[0]?.length ?? 0} clauses`,
        median: await measureMs(() => alignTranslations(pages[0] ?? [], pages[1] ?? []), { times }),
        unit: 'ms',
      },
    ];
  },
};

export default bench;
