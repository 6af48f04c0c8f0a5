import { describe, expect, test } from 'vitest';
import { strikePage, talksPage, tradeReport } from '../../../../tests/support/news-pages.ts';
import type { ReadDocument } from '../document.ts';
import { readHtml } from '../read/read-html.ts';
import { readMarkdown } from '../read/read-markdown.ts';
import { readText } from '../read/read-text.ts';
import { assignParts } from './assign-parts.ts';
import type { Part } from './part.ts';

const page = (text: string) => readHtml({ name: 'page.html', text });
const plain = (text: string) => readText({ name: 'paper.txt', text });
const markdown = (text: string) => readMarkdown({ name: 'paper.md', text });

const parties = [
  { id: 'ua', names: ['Ukraine', 'Kyiv'] },
  { id: 'ru', names: ['Russia', 'Moscow'] },
];

const wordsOf = ({ text }: ReadDocument, { spans }: Part): string =>
  spans.map(({ from, to }) => text.slice(from, to)).join(' / ');

/** The parts with their words, after trying the law that they hold every visible sign once. */
function split(document: ReadDocument, known = parties) {
  const parts = assignParts(document, { parties: known });
  const spans = parts.flatMap((part) => part.spans).toSorted((a, b) => a.from - b.from);
  let at = 0;
  for (const { from, to } of spans) {
    expect(from).toBeGreaterThanOrEqual(at);
    expect(document.text.slice(at, from).trim()).toBe('');
    at = to;
  }
  expect(document.text.slice(at).trim()).toBe('');
  const inRole = (role: Part['role']) => parts.filter((part) => part.role === role);
  return {
    papers: inRole('paper'),
    context: inRole('context')
      .map((part) => wordsOf(document, part))
      .join(' '),
    leftOut: inRole('left-out')
      .map((part) => wordsOf(document, part))
      .join(' '),
    words: (part: Part | undefined) => (part === undefined ? '' : wordsOf(document, part)),
  };
}

describe('a saved page that reports two memoranda', () => {
  const document = page(talksPage);
  const { papers, context, leftOut, words } = split(document);

  test('is two reported papers of the sides it names', () => {
    expect(papers.map(({ party, textKind }) => [party, textKind])).toEqual([
      ['Ukraine', 'reported'],
      ['Russia', 'reported'],
    ]);
    expect(words(papers[0])).toMatch(
      /^1\. A full ceasefire[^]*3\. An exchange of all prisoners, all for all\.$/,
    );
    expect(words(papers[1])).toMatch(/^• Option 1:[^]*no foreign military aid\.$/);
  });

  test('what is told around them is context', () => {
    expect(context).toContain('met in Istanbul for little more than an hour');
    expect(context).toContain('A spokesman said');
    expect(context).toContain('exchange the bodies of the fallen');
  });

  test('other stories and comments are left out, in the text or in its omissions', () => {
    expect(leftOut).toContain('Read also');
    expect(leftOut).toContain('Cup final');
    expect(leftOut).toContain('bob: we will see');
    const omitted = document.omissions.map((omission) => omission.words).join(' ');
    expect(omitted).toContain('We use cookies.');
    expect(omitted).toContain('A summit in spring?');
    expect(omitted).toContain('World Sport');
  });

  test('each paper says which words announce it', () => {
    expect(papers[0]?.why).toContain('The Ukrainian memorandum asks for the following:');
    expect(papers[1]?.title).toBe('The Russian memorandum');
  });
});

test('sides nobody knew before are named as the text names them elsewhere', () => {
  const { papers } = split(page(talksPage), []);
  expect(papers.map(({ party }) => party)).toEqual(['Ukraine', 'Russia']);
});

test('a page without elements for articles, and sides nobody knew before', () => {
  const { papers, context, leftOut, words } = split(page(strikePage), []);
  expect(papers.map(({ party }) => party)).toEqual(['union', 'company']);
  expect(words(papers[0])).toMatch(/^• a working week of 35 hours[^]*two years\.$/);
  expect(words(papers[1])).toMatch(/^1\. A working week of 38 hours[^]*works council\.$/);
  expect(context).toContain('The mediator said');
  expect(leftOut).toContain('New bridge opens in May');
});

test('a report in plain text, with another story behind it', () => {
  const { papers, context, leftOut, words } = split(plain(tradeReport), []);
  expect(papers.map(({ party }) => party)).toEqual(['Estmark', 'Vallonia']);
  expect(words(papers[0])).toMatch(/^1\. Tariffs[^]*lifted\.$/);
  expect(words(papers[1])).toMatch(/^- Tariffs[^]*a year\.$/);
  expect(context).toContain('a spokeswoman said');
  expect(leftOut).toContain('Rain ends a dry spring');
});

describe('one side’s own paper is one part', () => {
  test.each([
    ['Memorandum of Ukraine\n\n1. A ceasefire.\n2. An exchange.', 'Ukraine'],
    [
      'Demands of the Dockworkers’ Union\n\n1. Pay rises.\n2. Shifts end at six.',
      'Dockworkers’ Union',
    ],
    ['The employers’ proposal\n\n(a) Pay stays.\n(b) Shifts end at eight.', 'employers'],
    ['Terms of a truce\n\n1. Arms are silent.\n2. Roads are open.', undefined],
    ['The parties agree as follows:\n\n1. The seller delivers.\n2. The buyer pays.', undefined],
    [
      'This is the position of the Crews’ Council on pay, and no other:\n\n1. Pay rises.\n2. Shifts end at six.\n\nWe said so before.',
      'Crews’ Council',
    ],
  ])('%j', (text, party) => {
    const { papers, context, leftOut } = split(plain(text));
    expect(papers).toHaveLength(1);
    expect(papers[0]).toMatchObject({ textKind: 'full' });
    expect(papers[0]?.party).toBe(party);
    expect(context + leftOut).toBe('');
  });
});

test('points of one side in several places are one paper', () => {
  const { papers, words } = split(
    markdown(
      '# Talks\n\nRussia demands:\n\n- A\n- B\n\nUkraine demands:\n\n- C\n- D\n\nMoscow also wants:\n\n- E\n- F\n',
    ),
  );
  expect(papers.map(({ party }) => party)).toEqual(['Russia', 'Ukraine']);
  expect(words(papers[0])).toBe('- A\n- B / - E\n- F');
});

test('a position in one sentence is cut out of it', () => {
  const { papers, context, words } = split(
    plain(
      'Talks began today, officials said.\n\nUkraine proposes: a truce; an exchange.\n\nRussia proposes: a withdrawal; a vote.',
    ),
  );
  expect(papers.map(words)).toEqual(['a truce; an exchange.', 'a withdrawal; a vote.']);
  expect(context).toContain('Ukraine proposes: ');
});

test('points without numbers are taken with less confidence', () => {
  const { papers } = split(
    plain(
      'Ukraine demands:\n\nA truce.\n\nAn exchange.\n\nRussia demands:\n\n1. A withdrawal.\n2. A vote.',
    ),
  );
  expect(papers).toHaveLength(2);
  expect(papers[0]?.confidence).toBeLessThan(papers[1]?.confidence ?? 0);
  expect(papers[0]?.why).toContain('guessed');
});

test.each([
  [
    'Україна пропонує:\n\n1. Припинення вогню.\n2. Обмін.\n\nРосія вимагає:\n\n1. Виведення військ.\n2. Вибори.',
    ['Україна', 'Росія'],
  ],
  [
    'Меморандум України:\n\n1. Вогонь.\n2. Обмін.\n\nМеморандум Росії:\n\n1. Війська.\n2. Вибори.',
    ['України', 'Росії'],
  ],
  [
    'Союз требует:\n\n1. Зарплату.\n2. Отпуск.\n\nКомпания предлагает:\n\n1. Зарплату.\n2. Смены.',
    ['Союз', 'Компания'],
  ],
  [
    'Die Gewerkschaft fordert:\n\n1. Lohn.\n2. Zeit.\n\nDie Arbeitgeber bieten:\n\n1. Lohn.\n2. Schicht.',
    ['Gewerkschaft', 'Arbeitgeber'],
  ],
  [
    'Le syndicat propose :\n\n1. Un salaire.\n2. Un congé.\n\nLe patronat exige :\n\n1. Un an.\n2. Deux ans.',
    ['syndicat', 'patronat'],
  ],
])('positions are announced in other languages: %j', (text, sides) => {
  expect(split(plain(text), []).papers.map(({ party }) => party)).toEqual(sides);
});
