import { describe, expect, test } from 'vitest';
import { compare } from '#lib/engine/compare.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { aDossier, aNorm } from '../../../../tests/support/builders.ts';
import { readExample } from '../../../../tests/golden/read-dossier.ts';
import { buildReadView } from './build-read-view.ts';
import { columnsAlone, readPapersQuery } from './read-query.ts';
import type { ReadPaperView, ReadView } from './read-view.ts';
import { splitPaper } from './split-paper.ts';
import { textDirection } from './text-direction.ts';

const istanbul = readExample('istanbul-2025');
const port = readExample('port-wages');

function view(dossier: Dossier, search = ''): ReadView {
  const query = readPapersQuery(new URLSearchParams(search), dossier);
  const { a = '', b } = query;
  const comparison = compare(dossier, {
    columns: b === undefined ? columnsAlone(dossier, a) : [a, b],
  });
  return buildReadView({ dossier, comparison, renderText: (text) => text }, query);
}

const pieceOf = (paper: ReadPaperView | undefined, id: string) =>
  paper?.pieces.find(({ clause }) => clause === id);

describe('which papers are read', () => {
  test('are the own memoranda of the first two parties unless the address says otherwise', () => {
    expect(view(istanbul).chosen).toEqual({ a: 'russia-memorandum', b: 'ukraine-memorandum' });
    expect(view(port).shown.map(({ party }) => party)).toEqual([
      'Aldmere Port Company',
      'Dockworkers’ Union',
    ]);
  });

  test('what the dossier does not have is named, and the default is read', () => {
    const shown = view(istanbul, '?a=atlantis&b=ukraine-memorandum');
    expect(shown.unknown).toEqual(['There is no paper “atlantis” in this dossier.']);
    expect(shown.chosen.a).toBe('russia-memorandum');
  });

  test('a paper beside itself or beside none is read alone', () => {
    const alone = { a: 'ukraine-memorandum', b: 'none' };
    expect(view(istanbul, '?a=ukraine-memorandum&b=ukraine-memorandum').chosen).toEqual(alone);
    expect(view(istanbul, '?a=ukraine-memorandum&b=none').chosen).toEqual(alone);
  });
});

describe('the text', () => {
  test('is told whole and once, whether in a clause or in none', () => {
    const plain = (text: string): string => text.replace(/[^\p{L}]/gu, '');
    for (const paper of [...istanbul.papers, ...port.papers]) {
      const told = splitPaper(paper).map(({ clause, text }) =>
        plain(`${clause?.kind === 'section' ? (clause.heading ?? '') : ''}${text}`),
      );
      const joined = told.join('');
      for (const { text } of splitPaper(paper))
        expect(joined.split(plain(text)).length, paper.id).toBeGreaterThan(1);
      // Only numbers of sections and clauses are left out of the words.
      expect(joined.length).toBeGreaterThan(plain(paper.text).length * 0.9);
      expect(joined.length).toBeLessThanOrEqual(plain(paper.text).length);
    }
    const [union] = view(port, '?a=union-memorandum&b=employer-memorandum').shown;
    expect(union?.pieces[0]).toMatchObject({ kind: 'loose', clause: '' });
    expect(union?.pieces[1]).toMatchObject({ kind: 'section', heading: 'Pay', html: '' });
    const loose = view(readExample('plans-2025')).shown.flatMap(({ pieces }) =>
      pieces.filter(({ kind }) => kind === 'loose').map(({ html }) => html),
    );
    expect(loose).toEqual([
      'From points 11 to 28, as reports tell:',
      'From points 13 to 28, as summaries tell:',
    ]);
  });

  test('tells options, gaps, the kind of text, and what is not there', () => {
    const [russia] = view(istanbul).shown;
    expect(russia?.textKind).toContain('paraphrase');
    expect(russia?.options[0]?.choices.length).toBe(2);
    expect(russia?.gaps.length).toBe(2);
    expect(russia?.pieces.some(({ option }) => option !== undefined)).toBe(true);
    const plans = readExample('plans-2025');
    const absent = view(plans).shown.flatMap(({ pieces }) => pieces.flatMap((p) => p.absent ?? []));
    expect(absent.map(({ word }) => word)).toContain('deleted');
  });

  test('runs the way its language is written', () => {
    const rightToLeft = (language: string) => textDirection(language) === 'rtl';
    expect(['en', 'uk', 'az'].some(rightToLeft)).toBe(false);
    expect(['ar', 'he', 'fa', 'az-Arab'].every(rightToLeft)).toBe(true);
  });
});

describe('related clauses', () => {
  test('are those a finding cites together, by the gravest relation, with the row they are found in', () => {
    const { shown } = view(istanbul);
    const chip = pieceOf(shown[1], 'ua-I.5a')?.counterparts[0];
    expect(chip).toMatchObject({ relation: 'incompatible', word: 'incompatible as written' });
    expect(chip?.href).toMatch(/^#clause-ru-/);
    expect(chip?.row?.href).toMatch(
      /^\/dossiers\/istanbul-2025\/compare\/rows\/[^/]+\?col=russia-memorandum&col=ukraine-memorandum$/,
    );
    expect(pieceOf(shown[1], 'ua-I.5a')?.relation).toBe('incompatible');
  });

  test('of which only one speaks have no counterpart, but a relation', () => {
    const single = view(port).shown.flatMap(({ pieces }) =>
      pieces.filter(({ relation }) => relation === 'one-side-only'),
    );
    expect(single.length).toBeGreaterThan(0);
    expect(single.every(({ counterparts }) => counterparts.length === 0)).toBe(true);
  });

  test('keep apart what nobody has reviewed', () => {
    const says = [aNorm('a', 'must', { review: { state: 'suggested' } }), aNorm('b', 'must-not')];
    const shown = view(aDossier({ says }));
    expect(shown.links).toMatchObject([{ relation: 'incompatible', suggested: true }]);
    const [alone] = view(aDossier({ says }), '?a=paper-a&b=none').shown;
    const counts = alone?.pieces.flatMap((piece) => piece.counts);
    expect(counts).toMatchObject([{ relation: 'incompatible', count: 1, suggested: 1 }]);
  });

  test('that nobody has coded stand beside each other as not yet coded', () => {
    const says = [aNorm('a', 'must', { id: 'a1' }), aNorm('b', 'must', { id: 'b1' })];
    const dossier = aDossier({ says });
    const papers = dossier.papers.map((paper) => ({
      ...paper,
      clauses: paper.clauses.map((clause) =>
        clause.id === 'c-a1' ? { ...clause, beside: ['c-b1'] } : clause,
      ),
    }));
    const bare = { ...dossier, papers, provisions: [] };
    const shown = view(bare);
    expect(shown.links).toMatchObject([{ a: 'c-a1', b: 'c-b1', relation: 'not-yet-coded' }]);
    expect(pieceOf(shown.shown[1], 'c-b1')).toMatchObject({ uncoded: true });
    expect(pieceOf(shown.shown[1], 'c-b1')?.counterparts[0]).toMatchObject({
      href: '#clause-c-a1',
      word: 'not yet coded',
    });
  });

  test('exchanging the papers mirrors the page', () => {
    for (const dossier of [istanbul, port]) {
      const there = view(dossier);
      const back = view(dossier, there.swapHref);
      const turn = (shown: ReadView) =>
        shown.links.map(({ a, b, relation, suggested }) => [a, b, relation, suggested].join());
      const turned = back.links.map(({ a, b, relation, suggested }) =>
        [b, a, relation, suggested].join(),
      );
      expect(turned.toSorted()).toEqual(turn(there).toSorted());
      const pieces = (paper: ReadPaperView | undefined) =>
        paper?.pieces.map(({ clause, relation, counterparts }) => ({
          ...{ clause, relation },
          found: counterparts
            .map((c) => [c.clause, c.relation, c.row?.href.split('?')[0]].join())
            .toSorted(),
        }));
      expect(pieces(back.shown[1])).toEqual(pieces(there.shown[0]));
      expect(pieces(back.shown[0])).toEqual(pieces(there.shown[1]));
    }
  });
});

test('one paper alone counts its relations by clause and tells what is coded of it', () => {
  const { shown, against } = view(istanbul, '?a=ukraine-memorandum&b=none');
  expect(against).toBe('Russia');
  const piece = pieceOf(shown[0], 'ua-I.5a');
  expect(piece?.counts[0]).toMatchObject({ relation: 'incompatible' });
  expect(piece?.provisions.length).toBeGreaterThan(0);
  expect(piece?.provisions[0]).toMatchObject({ review: 'confirmed', suggested: false });
  expect(piece?.counterparts).toEqual([]);
});
