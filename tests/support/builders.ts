// Small builders for dossiers of a few provisions: a case in a test is one line of data.
import { sha256Of } from '#lib/model/digest.ts';
import { parseDossier, type Dossier } from '#lib/model/dossier.ts';

type Fields = Record<string, unknown>;

/** A provision without the fields every one has; its clause is made for it. */
export interface Sketch extends Fields {
  /** Party id, or `joint` for an outcome of all parties. */
  readonly by: string;
  readonly id?: string;
  readonly option?: string;
}

export interface DossierSketch {
  readonly says: readonly Sketch[];
  readonly parties?: readonly string[];
  readonly links?: readonly (readonly [from: string, relation: string, to: string])[];
  readonly fields?: Fields;
  /** Option groups as `group: [choices]`, all in the paper of the party named first in the key. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
  readonly gaps?: readonly string[];
}

const judged = { kind: 'interpretive', judgement: 'for the test' };

/** A norm on the act `x` for the bearer `all`, unless said otherwise. */
export const aNorm = (by: string, modality: string, fields: Fields = {}): Sketch => ({
  by,
  kind: 'norm',
  bearers: ['one'],
  act: 'x',
  modality,
  ...fields,
});

/** A statement that one event comes strictly before another. */
export const anOrder = (
  by: string,
  before: string,
  after: string,
  fields: Fields = {},
): Sketch => ({
  by,
  kind: 'order',
  before,
  after,
  strict: true,
  ...fields,
});

/** A claim that something holds. */
export const aClaim = (by: string, subject: string, holds: boolean, amount?: Fields): Sketch => ({
  by,
  kind: 'claim',
  subject,
  holds,
  ...(amount ? { amount: { of: 'figure', unit: 'people', ...amount } } : {}),
});

/** A dossier around the given provisions, each in a clause and with words of its own. */
export function aDossier(sketch: DossierSketch): Dossier {
  const parties = sketch.parties ?? ['a', 'b'];
  const papers = [...parties, 'joint'].flatMap((by) => {
    const own = sketch.says.filter((provision) => provision.by === by);
    return by === 'joint' && own.length === 0 ? [] : [paperOf(by, { own, parties, sketch })];
  });
  const provisions = sketch.says.map((provision) => {
    const fields = Object.fromEntries(
      Object.entries(provision).filter(([key]) => key !== 'by' && key !== 'option'),
    );
    const id = idOf(sketch, provision);
    return {
      clause: `c-${id}`,
      words: { from: 0, to: id.length, exact: id },
      issues: ['topic'],
      force: 'demand',
      review: { state: 'confirmed', by: 'test' },
      ...fields,
      id,
    };
  });
  const parsed = parseDossier({
    version: 1,
    id: 'built',
    title: 'Built',
    summary: 'Built for a test.',
    language: 'en',
    actors: [
      ...parties.map((id) => ({ id, name: id.toUpperCase(), party: true })),
      ...['one', 'two', 'three'].map((id) => ({ id, name: id })),
      { id: 'anyone', name: 'anyone', everyone: true },
      { id: 'both', name: 'both', parts: ['one', 'two'], basis: judged },
    ],
    issues: [{ id: 'topic', label: 'Topic' }],
    acts: ['x', 'y', 'z', 'u', 'v'].map((id) => ({ id, label: `do ${id}` })),
    links: (sketch.links ?? []).map(([from, relation, to], index) => ({
      id: `l${String(index)}`,
      from,
      relation,
      to,
      basis: judged,
    })),
    dimensions: [
      {
        id: 'time',
        label: 'time',
        universe: ['peace', 'war', 'truce'].map((id) => ({ id, label: id })),
        wholes: [{ id: 'calm', label: 'calm', parts: ['peace', 'truce'], basis: judged }],
      },
      { id: 'place', label: 'place', universe: ['n', 's'].map((id) => ({ id, label: id })) },
    ],
    events: ['e', 'f', 'g', 'h'].map((id) => ({ id, label: `event ${id}` })),
    terms: ['figure', 'cap', 'length'].map((id) => ({ id, label: id })),
    subjects: ['s', 't'].map((id) => ({ id, label: id })),
    sources: [{ id: 'src', publisher: 'Test', title: 'Test', language: 'en' }],
    papers,
    provisions,
    ...sketch.fields,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  return parsed.value;
}

const idOf = (sketch: DossierSketch, provision: Sketch): string =>
  provision.id ?? `p${String(sketch.says.indexOf(provision))}`;

interface PaperSketch {
  readonly own: readonly Sketch[];
  readonly parties: readonly string[];
  readonly sketch: DossierSketch;
}

function paperOf(by: string, { own, parties, sketch }: PaperSketch): Fields {
  let text = '';
  const clauses = own.map((provision, index) => {
    const id = idOf(sketch, provision);
    const from = text.length;
    text += `${id} words.\n`;
    const [group, choice] = provision.option?.split('=') ?? [];
    return {
      id: `c-${id}`,
      locator: String(index + 1),
      span: { from, to: text.length - 1 },
      ...(group === undefined ? {} : { option: { group, choice } }),
    };
  });
  const joint = by === 'joint';
  const groups = Object.entries(sketch.options ?? {}).filter(([id]) => id.startsWith(by));
  return {
    id: `paper-${by}`,
    kind: joint ? 'reported-outcome' : 'memorandum',
    parties: joint ? parties : [by],
    title: `Paper of ${by}`,
    dated: joint ? '2025-06-02' : '2025-06-01',
    language: 'en',
    textKind: 'full',
    sources: ['src'],
    text,
    sha256: sha256Of(text),
    clauses,
    options: groups.map(([id, choices]) => ({
      id,
      label: id,
      choices: choices.map((choice) => ({ id: choice, label: choice })),
    })),
    gaps: (sketch.gaps ?? []).includes(by) ? [{ id: 'gap', locator: 'rest', why: 'unseen' }] : [],
  };
}
