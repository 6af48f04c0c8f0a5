import { describe, expect, test } from 'vitest';
import { parseDossier, type Dossier } from '#lib/model/dossier.ts';
import { sha256Of } from '#lib/model/digest.ts';
import { listSeries } from './series.ts';

interface PaperLine {
  readonly id: string;
  readonly dated: string;
  readonly parties?: readonly string[];
  readonly [field: string]: unknown;
}

function dossierOf(papers: readonly PaperLine[]): Dossier {
  const parsed = parseDossier({
    ...{ version: 1, id: 'd', title: 'D', summary: 'S', language: 'en' },
    actors: ['zeta', 'alpha'].map((id) => ({ id, name: id, party: true })),
    papers: papers.map((paper) => ({
      ...{
        kind: 'memorandum',
        parties: ['alpha'],
        title: paper.id,
        language: 'en',
        textKind: 'full',
      },
      ...{ sources: [], text: '', sha256: sha256Of('') },
      ...paper,
    })),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  return parsed.value;
}

const outline = (papers: readonly PaperLine[]) =>
  listSeries(dossierOf(papers)).map(({ kind, id, states }) => [
    `${kind} ${id}`,
    ...states.map((state) => state.papers.join('+')),
  ]);

describe('the texts of a party', () => {
  test('add to each other unless one supersedes the other', () => {
    const papers = [
      { id: 'statement', dated: '2025-06-03' },
      { id: 'second', dated: '2025-06-05', supersedes: 'first' },
      { id: 'first', dated: '2025-06-01' },
    ];
    expect(outline(papers)).toEqual([
      ['party alpha', 'first', 'first+statement', 'statement+second'],
    ]);
  });

  test('are one text where their dates may be the same day', () => {
    expect(
      outline([
        { id: 'one', dated: '2025' },
        { id: 'two', dated: '2025-06-02' },
      ]),
    ).toEqual([]);
  });

  test('follow what is recorded where dates do not tell', () => {
    const papers = [
      { id: 'two', dated: '2025-06', supersedes: 'one' },
      { id: 'one', dated: '2025-06-20' },
    ];
    expect(outline(papers)).toEqual([['party alpha', 'one', 'two']]);
  });

  test('leave out papers without a date, and name them', () => {
    const [series] = listSeries(
      dossierOf([
        { id: 'one', dated: '2025-06-01' },
        { id: 'two', dated: '2025-06-09' },
        { id: 'found', dated: '2026-01-01', undated: true },
      ]),
    );
    expect(series?.states.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(series?.undated).toEqual(['found']);
  });

  test('do not include what several parties say together', () => {
    const papers = [
      { id: 'one', dated: '2025-06-01' },
      { id: 'outcome', dated: '2025-06-02', kind: 'reported-outcome', parties: ['alpha', 'zeta'] },
    ];
    expect(outline(papers)).toEqual([]);
  });

  test('stand in the order of the names of the parties', () => {
    const papers = ['zeta', 'alpha'].flatMap((party) =>
      ['2025-06-01', '2025-06-02'].map((dated, index) => ({
        ...{ id: `${party}-${String(index)}`, dated, parties: [party] },
      })),
    );
    expect(outline(papers).map(([name]) => name)).toEqual(['party alpha', 'party zeta']);
  });
});

describe('a base text', () => {
  test('has all that was made from it, each with the text it was made from', () => {
    const [series] = listSeries(
      dossierOf([
        { id: 'base', dated: '2025-06-01', parties: [] },
        { id: 'edit-z', dated: '2025-06-04', parties: ['zeta'], basedOn: 'base' },
        { id: 'edit-a', dated: '2025-06-03', basedOn: 'base' },
        { id: 'edit-z2', dated: '2025-06-05', parties: ['zeta'], supersedes: 'edit-z' },
      ]),
    ).filter(({ kind }) => kind === 'base');
    expect(series?.states.map(({ id, from }) => [id, from])).toEqual([
      ['base', undefined],
      ['edit-a', 'base'],
      ['edit-z', 'base'],
      ['edit-z2', 'edit-z'],
    ]);
  });

  test('of one party alone is told with the party', () => {
    const papers = [
      { id: 'one', dated: '2025-06-01' },
      { id: 'two', dated: '2025-06-02', supersedes: 'one' },
    ];
    expect(outline(papers).map(([name]) => name)).toEqual(['party alpha']);
  });

  test('papers that claim to be made from each other are no endless series', () => {
    const papers = [
      { id: 'one', dated: '2025-06-01', supersedes: 'two' },
      { id: 'two', dated: '2025-06-02', supersedes: 'one' },
    ];
    expect(() => outline(papers)).not.toThrow();
  });
});
