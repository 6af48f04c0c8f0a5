// The sound bundle that every case breaks in one way, as text that a case can edit.

/** Files by path from the bundle's folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const goodJson = JSON.stringify(
  {
    format: 'parley-dossier',
    version: 1,
    id: 'small',
    title: 'Small',
    summary: 'Two papers.',
    language: 'en',
    actors: [
      { id: 'a', name: 'A', party: true },
      { id: 'b', name: 'B', party: true },
    ],
    issues: [{ id: 'pay', label: 'Pay' }],
    acts: [{ id: 'raise', label: 'raise pay' }],
    terms: [{ id: 'rise', label: 'rise' }],
    sources: [
      { id: 'web', publisher: 'P', title: 'T', url: 'https://example.org', language: 'en' },
    ],
    papers: ['one', 'two'],
    provisions: [
      {
        id: 'n1',
        clause: 'c1',
        words: 'raise pay',
        issues: ['pay'],
        force: 'demand',
        kind: 'norm',
        bearers: ['b'],
        act: 'raise',
        modality: 'must',
        amounts: [{ of: 'rise', unit: 'per cent', min: 6 }],
      },
    ],
  },
  null,
  1,
);

const paper = (id: string, party: string, clauses: string, text: string): string => `---
id: ${id}
kind: memorandum
parties: [${party}]
title: Paper ${id}
dated: 2025-03-01
language: en
textKind: full
sources: [web]
clauses:
${clauses}
---

${text}
`;

export const goodPaper = paper(
  'one',
  'a',
  `  - id: c
    locator: I
    kind: section
  - id: c1
    locator: I.1`,
  '<!--clause c-->I. Pay\n<!--clause c1-->1. B shall raise pay.<!--/clause--><!--/clause-->',
);

export const goodBundle: Files = {
  'dossier.json': goodJson,
  'papers/one.md': goodPaper,
  'papers/two.md': paper(
    'two',
    'b',
    `  - id: d1
    locator: "1"`,
    '<!--clause d1-->Pay stays.<!--/clause-->',
  ),
};
