// A dossier with a record of every kind, and the same words in every field that takes any words.
import type * as z from 'zod';
import { sha256Of } from '#lib/model/digest.ts';
import { parseDossier, type Dossier } from '#lib/model/dossier.ts';
import { recordKinds, recordSchemas, type RecordKind } from '#lib/model/record.ts';
import { splitDossier } from '#lib/model/dossier-records.ts';

const moment = '2026-03-01T10:00:00Z';

/** Builds the dossier; `words` must not be empty, `author` is who its notes and verdicts are by. */
export function hostileDossier(id: string, words: string, author = words): Dossier {
  const text = `${words}\n\n${words}\n`;
  const short = words.slice(0, 30);
  const basis = { kind: 'legal', sources: ['src'], judgement: words, disputedBy: ['b'] };
  const address = addressWith(words);
  const review = { state: 'confirmed', by: words, at: moment, why: words };
  const variants = [{ text: words, usedBy: ['a'] }];
  const paper = (party: string, more: object = {}) => ({
    ...{ id: `paper-${party}`, kind: 'memorandum', parties: [party], title: words },
    ...{ dated: '2026-03-01', language: 'en', textKind: 'full', sources: ['src'], text },
    ...{ sha256: sha256Of(text), textBy: words, note: words },
    gaps: [{ id: `gap-${party}`, locator: words, issues: ['topic'], why: words, sources: ['src'] }],
    ...more,
  });
  const clause = (clauseId: string, part: 0 | 1, more: object = {}) => {
    const from = part * (words.length + 2);
    return {
      ...{ id: clauseId, span: { from, to: from + words.length }, heading: words, note: words },
      locator: part === 0 ? words : `${words} (2)`,
      sources: ['src'],
      ...more,
    };
  };
  const rendering = { id: 'r', language: 'uk', text: words, translator: words, source: 'src' };
  const common = (provision: string, clauseOf: string) => ({
    ...{ id: provision, clause: clauseOf, issues: ['topic'], force: 'demand', review },
    words: { from: 0, to: words.length, exact: words },
    ...{ vague: [words], note: words },
  });
  const amount = { of: 'cap', unit: words, per: words, base: words, min: 1, max: 2 };
  const note = (name: string, target: object, more: object = {}) => ({
    ...{ id: name, target, body: words, tags: [words], author, at: moment, ...more },
  });
  const parsed = parseDossier({
    ...{ version: 1, id, title: words, summary: words, language: 'en', fictitious: true },
    caution: words,
    actors: [
      { id: 'a', name: words, party: true, variants, note: words },
      { id: 'b', name: words, party: true },
      { id: 'both', name: words, parts: ['a', 'b'], basis },
    ],
    issues: [{ id: 'topic', label: words, question: words, paxCode: words }],
    acts: [
      { id: 'x', label: words, note: words, variants },
      { id: 'y', label: words },
    ],
    links: [{ id: 'l', from: 'x', relation: 'excludes', to: 'y', basis }],
    dimensions: [
      {
        ...{ id: 'place', label: words },
        universe: [
          { id: 'north', label: words },
          { id: 'south', label: words },
        ],
        wholes: [{ id: 'all', label: words, parts: ['north', 'south'], basis }],
      },
    ],
    events: [
      { id: 'e', label: words, note: words },
      { id: 'f', label: words },
    ],
    terms: [{ id: 'cap', label: words, note: words }],
    subjects: [{ id: 's', label: words, note: words }],
    sources: [
      {
        ...{ id: 'src', publisher: words, title: words, url: address, language: 'en' },
        ...{ translator: words, note: words },
      },
    ],
    papers: [
      paper('a', {
        options: [
          {
            ...{ id: 'group', label: words },
            choices: [
              { id: 'one', label: words },
              { id: 'two', label: words },
            ],
          },
        ],
        clauses: [
          clause('a1', 0, { renderings: [{ ...rendering, differs: 'wording', note: words }] }),
          clause('a2', 1),
        ],
      }),
      paper('b', { clauses: [clause('b1', 0), clause('b2', 1)] }),
    ],
    context: [
      {
        ...{ id: 'law', role: 'premise', title: words, text: words, issues: ['topic'], basis },
        states: { kind: 'order', before: 'f', after: 'e', minDays: 1 },
      },
      {
        ...{ id: 'view', role: 'assessment', title: words, text: words, issues: ['topic'] },
        ...{ by: words, sources: ['src'] },
      },
    ],
    provisions: [
      {
        ...common('na', 'a1'),
        ...{ kind: 'norm', bearers: ['a'], act: 'x', modality: 'must', amounts: [amount] },
        ...{ scope: { place: ['north'] }, given: [{ event: 'e' }] },
      },
      {
        ...common('nb', 'b1'),
        ...{ kind: 'norm', bearers: ['a'], act: 'x', modality: 'must-not', amounts: [amount] },
        scope: { place: ['north'] },
      },
      { ...common('ny', 'b1'), kind: 'norm', bearers: ['a'], act: 'y', modality: 'must' },
      { ...common('oa', 'a2'), kind: 'order', before: 'e', after: 'f', strict: true },
      { ...common('ob', 'b2'), kind: 'order', before: 'f', after: 'e', strict: true },
      { ...common('ca', 'a2'), kind: 'claim', subject: 's', holds: true, amount },
      { ...common('cb', 'b2'), kind: 'claim', subject: 's', holds: false, amount },
      { ...common('cr', 'a1'), rendering: 'r', kind: 'claim', subject: 's', holds: true, amount },
    ],
    silences: [{ paper: 'paper-b', issue: 'topic', by: words, at: moment, why: words }],
    ledger: [
      {
        ...{ id: 'topic:act:x', number: '7', title: words, issue: 'topic' },
        ...{ commonText: words, status: 'open' },
      },
    ],
    verdicts: [
      {
        ...{ id: 'v', target: { row: 'topic:act:x' }, relation: 'partial-overlap' },
        ...{ reason: words, author, at: moment, inputs: [words.slice(0, 1000)] },
      },
      {
        ...{ id: 'w', target: { finding: words.slice(0, 1000) }, relation: 'partial-overlap' },
        ...{ reason: words, author, at: moment, inputs: [] },
      },
    ],
    views: [{ id: 'kept', title: words, search: '?q=x', by: author, at: moment }],
    annotations: [
      note('n1', {
        ...{ clause: 'a1', position: { from: 0, to: words.length } },
        quote: { exact: words, prefix: short, suffix: short },
      }),
      note('n2', { row: 'topic:act:x' }, { thread: 'n1', motivation: 'replying' }),
      note('n3', { finding: words.slice(0, 1000) }),
      note('n4', { paper: 'paper-a' }),
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 5)));
  return parsed.value;
}

/** A web address with the words in it as they are, where addresses take them. */
function addressWith(words: string): string {
  const address = `https://example.invalid/?q=${words}`;
  return recordSchemas.source.unwrap().shape.url.safeParse(address).success
    ? address
    : `https://example.invalid/?q=${encodeURIComponent(words)}`;
}

/** Every field of every kind that takes any words, as `kind.path`; lists count once. */
export function textFieldsOfSchemas(): ReadonlySet<string> {
  const fields = new Set<string>();
  for (const kind of recordKinds) collect(recordSchemas[kind], kind, fields);
  return fields;
}

function collect(schema: z.core.$ZodType, path: string, fields: Set<string>): void {
  const { def } = schema as z.ZodType;
  const inner = def as {
    innerType?: z.core.$ZodType;
    element?: z.core.$ZodType;
    options?: readonly z.core.$ZodType[];
    shape?: Record<string, z.core.$ZodType>;
    valueType?: z.core.$ZodType;
  };
  if (def.type === 'string') {
    if ((schema as z.ZodType).safeParse('any <words>').success) fields.add(path);
    return;
  }
  for (const one of [inner.innerType, inner.element, inner.valueType])
    if (one !== undefined) collect(one, path, fields);
  for (const option of inner.options ?? []) collect(option, path, fields);
  for (const [key, value] of Object.entries(inner.shape ?? {}))
    collect(value, `${path}.${key}`, fields);
}

/** Every field of a dossier's records that holds these words. */
export function textFieldsHolding(dossier: Dossier, words: string): ReadonlySet<string> {
  const fields = new Set<string>();
  for (const { kind, body } of splitDossier(dossier).records)
    findWords(body, kind, { words, fields });
  return fields;
}

interface Finding {
  readonly words: string;
  readonly fields: Set<string>;
}

function findWords(value: unknown, path: string, finding: Finding): void {
  if (typeof value === 'string') {
    if (value !== '' && finding.words.includes(value.slice(0, 30))) finding.fields.add(path);
  } else if (Array.isArray(value)) for (const item of value) findWords(item, path, finding);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) findWords(item, `${path}.${key}`, finding);
}

/** The dossier as one request to the API: a paper brings its text, the head is there already. */
export function editsOf(dossier: Dossier): readonly object[] {
  const { records, texts } = splitDossier(dossier);
  return records
    .filter(({ kind }) => kind !== 'head')
    .map(({ kind, id, body }) => {
      const sha256 = (body as { sha256?: string }).sha256 ?? '';
      const text = kind === 'paper' ? { text: texts.get(sha256) } : {};
      return { op: 'put', kind, id, base: null, body: { ...(body as object), ...text } };
    });
}

/** The head of the dossier, as an edit of what was made with its id. */
export function headEdit({ version, ...dossier }: Dossier): object {
  const { id, title, summary, language, fictitious, caution } = dossier;
  const body = { version, id, title, summary, language, fictitious, caution };
  return { op: 'put', kind: 'head' satisfies RecordKind, id: 'head', base: 1, body };
}
