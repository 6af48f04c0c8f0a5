import { describe, expect, test } from 'vitest';
import { listPremises } from '#lib/engine/premises.ts';
import { readExample } from '../../../../tests/golden/read-dossier.ts';
import { buildSources, readSourcesQuery } from './build-sources.ts';
import type { SourcesView } from './sources-view.ts';

const istanbul = readExample('istanbul-2025');

const view = (search = ''): SourcesView =>
  buildSources(istanbul, readSourcesQuery(new URLSearchParams(search), istanbul));

const usesOf = (shown: SourcesView, id: string): readonly string[] =>
  shown.sources.find((source) => source.id === id)?.uses.map(({ what }) => what) ?? [];

describe('sources', () => {
  test('are all there with host, dates and language, and nothing that rests on them is left out', () => {
    const { sources } = view();
    expect(sources.map(({ id }) => id).toSorted()).toEqual(
      istanbul.sources.map(({ id }) => id).toSorted(),
    );
    const liga = sources.find(({ id }) => id === 'liga');
    expect(liga).toMatchObject({ publisher: 'LIGA.net', host: 'news.liga.net' });
    expect(liga?.facts).toContainEqual({ name: 'Read', value: 'November 2026' });
    const premises = new Set(
      listPremises(istanbul, new Set()).flatMap(({ basis }) => basis.sources),
    );
    for (const id of premises) expect(usesOf(view(), id)).toContain('Premises');
    for (const { sources: own, title, clauses } of istanbul.papers) {
      for (const id of own) expect(usesOf(view(), id)).toContain('Papers');
      for (const id of clauses.flatMap((clause) => clause.sources))
        expect(usesOf(view(), id)).toContain(`Clauses of ${title}`);
    }
    for (const context of istanbul.context)
      if (context.role !== 'premise')
        for (const id of context.sources) expect(usesOf(view(), id)).toContain('Context');
  });

  test('stand in alphabetical order of their publishers', () => {
    const publishers = view().sources.map(({ publisher }) => publisher);
    expect(publishers).toEqual(publishers.toSorted(new Intl.Collator('en').compare));
  });
});

describe('papers', () => {
  test('stand in the order of parties and dates, those of several parties last', () => {
    const { shownPapers, parties } = view();
    expect(parties.map(({ label }) => label)).toEqual(['Russia', 'Ukraine']);
    const names = shownPapers.map((paper) => paper.parties);
    expect([...new Set(names)]).toEqual(['Russia', 'Ukraine', 'Russia and Ukraine']);
  });

  test('tell kind of text, attribution, gaps and hash', () => {
    const paper = view().shownPapers.find(({ id }) => id === 'ukraine-memorandum');
    expect(paper?.textKind).toContain('paraphrase');
    expect(paper?.facts).toContainEqual({ name: 'Attribution', value: 'Published by the party' });
    expect(paper?.gaps.length).toBeGreaterThan(0);
    expect(paper?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(view().shownPapers.map(({ notes }) => notes[0])).toContain('Attributed by others');
  });
});

describe('the filter', () => {
  test('keeps the papers of a party and the sources they rest on', () => {
    const shown = view('?party=ukraine');
    expect(shown.shownPapers.every(({ parties }) => parties.includes('Ukraine'))).toBe(true);
    expect(shown.sources.map(({ id }) => id)).toContain('liga');
    expect(shown.sources.map(({ id }) => id)).not.toContain('tass-conditions');
    expect(shown.totalSources).toBe(istanbul.sources.length);
  });

  test('what the dossier does not have counts as not set', () => {
    expect(view('?paper=atlantis&party=nobody').chosen).toEqual({ party: '', paper: '' });
  });
});
