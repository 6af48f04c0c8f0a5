import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';

/** An edit as the API takes it. */
interface Put {
  readonly kind: string;
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const put = (kind: string, id: string, body: Readonly<Record<string, unknown>>): Put => ({
  kind,
  id,
  body: { id, ...body },
});

/** What both sides say in the dossier the tests make. */
export const demand = 'The fleet leaves the bay within 30 days.';
export const refusal = 'The fleet stays in the bay.';

const text = (words: string) => ({
  ...{ kind: 'memorandum', dated: '2025-06-02', language: 'en', textKind: 'full' },
  ...{ sources: ['press'], text: words },
});

const norm = (party: string, words: string, modality: string) => ({
  ...{ kind: 'norm', clause: `${party}-1`, issues: ['fleet'], force: 'demand', bearers: ['b'] },
  words: { from: 0, to: words.length, exact: words },
  ...{ act: 'leave', modality, review: { state: 'confirmed' } },
});

const clause = (party: string, words: string) => ({
  ...{ paper: `${party}-paper`, locator: '1', sources: ['press'] },
  span: { from: 0, to: words.length },
});

const puts: readonly Put[] = [
  put('source', 'press', { publisher: 'A newspaper', title: 'Two papers', language: 'en' }),
  put('actor', 'a', { name: 'Aland', party: true }),
  put('actor', 'b', { name: 'Borduria', party: true }),
  put('issue', 'fleet', { label: 'The fleet' }),
  put('act', 'leave', { label: 'leave the bay' }),
  put('paper', 'a-paper', { parties: ['a'], title: 'Paper of Aland', ...text(demand) }),
  put('paper', 'b-paper', { parties: ['b'], title: 'Paper of Borduria', ...text(refusal) }),
  put('clause', 'a-1', clause('a', demand)),
  put('clause', 'b-1', clause('b', refusal)),
  put('provision', 'a-leave', norm('a', demand, 'must')),
  put('provision', 'b-stay', norm('b', refusal, 'must-not')),
];

/** Makes a small dossier of two sides that nobody else uses. */
export async function makeDossier(request: APIRequestContext, id: string): Promise<string> {
  const head = { id, title: `The fleet (${id})`, fictitious: true };
  expect((await request.post('/api/v1/dossiers', { data: head })).status()).toBe(201);
  const edits = puts.map((edit) => ({ op: 'put', base: null, ...edit }));
  const answer = await request.post(`/api/v1/dossiers/${id}/changes`, { data: { edits } });
  expect(await answer.text()).toContain('"number":2');
  return `/dossiers/${id}`;
}

/** Edits one record as somebody else would, on its newest version. */
export async function editByOther(
  request: APIRequestContext,
  path: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const read = await request.get(`/api/v1${path}`);
  const { version, body } = (await read.json()) as { version: number; body: object };
  const headers = { 'if-match': `"${String(version)}"` };
  const written = await request.put(`/api/v1${path}`, { data: { ...body, ...change }, headers });
  expect(written.status()).toBe(200);
}
