import { expect, type APIRequestContext } from '@playwright/test';

type Fields = Readonly<Record<string, unknown>>;

const put = (kind: string, id: string, body: Fields) => ({
  ...{ op: 'put', base: null, kind, id },
  body: { id, ...body },
});

/** What the two sides say in the dossier for the tests of coding, clause by clause. */
const papers = {
  a: [
    'Borduria lifts the ban on fishing in the strait.',
    'The fleet of Borduria leaves the bay within 30 days and the port is opened to traders.',
    'A commission of both sides counts the mines before the ceasefire begins.',
    'Флот залишає затоку не пізніше 30 червня.',
    'يغادر الأسطول الخليج ويُفتح الميناء للتجار.',
    Array.from(
      { length: 60 },
      (_, line) => `Line ${String(line + 1)}: the harbour is kept as it is today.`,
    ).join('\n'),
  ],
  b: [
    'The ban on fishing in the strait stays.',
    'The fleet stays in the bay.',
    'The port is closed.',
  ],
} as const;

const languages = ['en', 'en', 'en', 'uk', 'ar', 'en'];

function paperOf(party: 'a' | 'b', title: string) {
  const clauses = papers[party];
  const text = clauses.join('\n\n');
  const paper = put('paper', `${party}-paper`, {
    ...{ kind: 'memorandum', parties: [party], title, dated: '2025-06-02' },
    ...{ language: 'en', textKind: 'full', sources: ['press'], text },
  });
  let from = 0;
  const edits = clauses.map((words, index) => {
    const span = { from, to: from + words.length };
    from = span.to + 2;
    return put('clause', `${party}-${String(index + 1)}`, {
      ...{ paper: `${party}-paper`, locator: String(index + 1), span, sources: ['press'] },
      ...(languages[index] === 'en' ? {} : { note: languages[index] }),
      issues: ['fleet'],
    });
  });
  return [paper, ...edits];
}

/** A suggestion as a draft holds it. */
export function suggestion(clause: string, fields: Fields & { readonly on: string }) {
  const { on, ...rest } = fields;
  const text = papers[clause.startsWith('a') ? 'a' : 'b'][Number(clause.slice(2)) - 1] ?? '';
  const from = text.indexOf(on);
  return {
    ...{ kind: 'norm', clause, issues: ['fleet'], force: 'demand', bearers: ['b'] },
    words: { from, to: from + on.length, exact: on },
    review: { state: 'suggested', by: 'Parley', why: 'modality: “leaves” (modal verb, 80 %)' },
    ...rest,
  };
}

const provisions = [
  put(
    'provision',
    'a-1-1',
    suggestion('a-1', { on: papers.a[0], issues: ['fishing'], act: 'lift', modality: 'must' }),
  ),
  put('provision', 'a-2-1', suggestion('a-2', { on: papers.a[1], act: 'leave', modality: 'must' })),
  put(
    'provision',
    'b-1-1',
    suggestion('b-1', { on: papers.b[0], issues: ['fishing'], act: 'lift', modality: 'may' }),
  ),
  put(
    'provision',
    'b-2-1',
    suggestion('b-2', { on: papers.b[1], act: 'leave', modality: 'must-not' }),
  ),
];

/** Makes a drafted dossier of two sides: suggestions that wait, and clauses without any. */
export async function makeDraft(request: APIRequestContext, id: string): Promise<string> {
  const head = { id, title: `The bay (${id})`, fictitious: true };
  expect((await request.post('/api/v1/dossiers', { data: head })).status()).toBe(201);
  const edits = [
    put('source', 'press', { publisher: 'A newspaper', title: 'Two papers', language: 'en' }),
    put('actor', 'a', { name: 'Aland', party: true }),
    put('actor', 'b', { name: 'Borduria', party: true }),
    put('issue', 'fleet', { label: 'The fleet' }),
    put('issue', 'fishing', { label: 'Fishing' }),
    put('issue', 'port', { label: 'The port' }),
    put('act', 'leave', { label: 'leave the bay' }),
    put('act', 'lift', { label: 'lift the ban on fishing' }),
    put('act', 'close', { label: 'close the port' }),
    put('event', 'truce', { label: 'the ceasefire' }),
    put('dimension', 'time', {
      label: 'time',
      universe: [
        { id: 'day', label: 'by day' },
        { id: 'night', label: 'by night' },
      ],
    }),
    ...paperOf('a', 'Memorandum of Aland'),
    ...paperOf('b', 'Memorandum of Borduria'),
    ...provisions,
  ];
  const answer = await request.post(`/api/v1/dossiers/${id}/changes`, { data: { edits } });
  expect(await answer.text()).toContain('"number":2');
  return `/dossiers/${id}`;
}
