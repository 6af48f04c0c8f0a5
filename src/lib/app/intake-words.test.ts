import { expect, test } from 'vitest';
import type { DeskPart, DeskState, PaperField } from './intake-desk-parse.ts';
import { describePaper, papersOf, takeWords } from './intake-words.ts';

const words: DeskPart['words'] = {
  ...{ party: 'The miners', title: 'What we ask', dated: '2031-05-02', kind: 'memorandum' },
  ...{ textKind: 'full', textBy: '', attribution: 'own', language: 'en', publisher: '' },
  ...{ sourceTitle: '', url: '', sourceDate: '', read: '2031-06-01' },
};

const aPart = (typed: Partial<Record<PaperField, string>> = {}): DeskPart => ({
  ...{ id: 'p1', role: 'paper', spans: [{ from: 0, to: 9 }], textKind: 'full', confidence: 0.6 },
  ...{ why: 'a heading', guess: '', words: { ...words, ...typed }, edits: [], undone: [] },
});

const aDesk = (parts: readonly DeskPart[]): DeskState => ({
  ...{ version: 1, dossier: '', title: 'Talks', packs: ['labour'], named: 1 },
  files: [
    {
      ...{ id: 'f', name: 'a.txt', bytes: 9, revisions: 'accepted', earlier: [], parts },
      reading: { status: 'read', at: '2031-06-01T00:00:00Z' },
    },
  ],
});

const faultsOf = (typed: Partial<Record<PaperField, string>>) => {
  const read = describePaper(aPart(typed), '2031-06-09');
  return read.ok ? [] : read.problems.map(({ path }) => path);
};

test.each<[string, Partial<Record<PaperField, string>>, readonly string[]]>([
  ['a paper needs a party', { party: '' }, ['p1.party']],
  ['a day that is none is told', { dated: '2031-02-30' }, ['p1.dated']],
  ['a language is a tag', { language: 'English' }, ['p1.language']],
  ['an address begins with http', { url: 'javascript:alert(1)' }, ['p1.url']],
  ['a kind nobody knows is refused', { kind: 'poem' }, ['p1.kind']],
  ['all faults are told at once', { title: '', read: 'today' }, ['p1.title', 'p1.read']],
  ['what may be empty may', { read: '', textBy: '' }, []],
])('%s', (_, typed, faults) => {
  expect(faultsOf(typed)).toEqual(faults);
});

test('a source is cited where there is a publisher or an address', () => {
  const sources = (typed: Partial<Record<PaperField, string>>) => {
    const read = describePaper(aPart(typed), '2031-06-09');
    return read.ok ? read.value.sources : undefined;
  };
  expect(sources({})).toEqual([]);
  expect(sources({ publisher: 'A paper' })).toMatchObject([
    { publisher: 'A paper', title: 'What we ask', language: 'en', read: '2031-06-01' },
  ]);
  expect(sources({ url: 'https://news.example/x', sourceTitle: 'Two lists' })).toMatchObject([
    { publisher: 'news.example', title: 'Two lists', url: 'https://news.example/x' },
  ]);
});

test('whose report it is goes with what is reported, not with the full text', () => {
  const by = (textKind: string) => {
    const read = describePaper(aPart({ textKind, textBy: 'A journalist' }), '2031-06-09');
    return read.ok && read.value.textBy;
  };
  expect([by('full'), by('reported')]).toEqual([undefined, 'A journalist']);
});

test('a paper of which nothing tells the date bears the day it was read, and says so', () => {
  const dateOf = (typed: Partial<Record<PaperField, string>>) => {
    const read = describePaper(aPart(typed), '2031-06-09');
    return read.ok && [read.value.dated, read.value.undated];
  };
  expect(dateOf({ dated: '' })).toEqual(['2031-06-01', true]);
  expect(dateOf({ dated: '', read: '' })).toEqual(['2031-06-09', true]);
  expect(dateOf({})).toEqual(['2031-05-02', undefined]);
});

test('a form changes what it asks and nothing else', () => {
  const typed = new Map([
    ['title', ['New talks']],
    ['p1.party', ['  The owners ']],
  ]);
  const desk = takeWords(aDesk([aPart()]), typed);
  expect(desk).toMatchObject({ title: 'New talks', packs: ['labour'] });
  expect(desk.files[0]?.parts[0]).toMatchObject({
    why: 'a heading',
    words: { party: 'The owners' },
  });
  expect(desk.files[0]?.parts[0]?.words.title).toBe('What we ask');
});

test('no box ticked is no pack, when the boxes were there', () => {
  const typed = new Map([['target', ['asked']]]);
  expect(takeWords(aDesk([]), typed).packs).toEqual([]);
});

test('what a person says of a part is not the guess of the program any more', () => {
  const desk = takeWords(aDesk([aPart()]), new Map([['p1.role', ['context']]]));
  expect(desk.files[0]?.parts[0]).toMatchObject({ role: 'context', why: '', confidence: 1 });
  expect(papersOf(desk)).toEqual([]);
});
