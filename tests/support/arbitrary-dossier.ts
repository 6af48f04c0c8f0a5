// Random dossiers for laws that hold for any input. Every reference points at a record that exists
// and every cited word stands in its clause, so that checkDossier finds no error in them.
import fc from 'fast-check';
import { sha256Of } from '#lib/model/digest.ts';
import { parseDossier, type Dossier } from '#lib/model/dossier.ts';

type Gen = Random;
type Row = Record<string, unknown>;

export interface DossierShape {
  /** Text pieces of every sort (controls, scripts, markers) instead of plain words. */
  readonly wildTexts?: boolean;
  readonly maxPapers?: number;
  readonly maxClauses?: number;
}

/** A dossier whose records are all there and refer to each other. */
export function arbitraryDossier(shape: DossierShape = {}): fc.Arbitrary<Dossier> {
  return fc.noShrink(fc.integer()).map((seed) => randomDossier(seed, shape));
}

/** The dossier of a seed: always the same one. */
export function randomDossier(seed: number, shape: DossierShape = {}): Dossier {
  const parsed = parseDossier(drawDossier(randomFrom(seed), shape));
  if (!parsed.ok) throw new Error(`the generator is wrong: ${JSON.stringify(parsed.problems[0])}`);
  return parsed.value;
}

/** A number in [0, 1), the next one at each call. */
export type Random = () => number;

/** The generator mulberry32 (T. Ettinger, public domain): small, and even enough for tests. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const odd = [
  '\r\n',
  '\n\n',
  '---\n',
  '\uFEFF',
  '<!--clause x-->',
  '<!-- /clause -->',
  '<!--\\\\/clause-->',
  '<!--clausewitz',
  '<!--',
  'clause ',
  '\\',
  'Відведення військ ',
  'إعلان ',
  'שלום ',
  '😀',
  '\u2028',
  '\u0085',
  '\t',
  '# 1. ',
  ': ',
  ' #',
  "'",
  '"',
];
const plain = ['Cease fire. ', 'No troops; ', 'in 30 days ', '\n', '- '];
const simpleWords = [
  'be neutral',
  'yes',
  '1.2',
  '- x: y',
  '2025',
  '#',
  'null',
  '~',
  '[X]',
  '{a',
  '&a *b',
];
const suffixes = ['', '', '.', '-', '--', '.x', '_A', 'z-9'];

function wildPiece(g: Gen): string {
  if (chance(g)) return one(g, odd);
  const points = Array.from({ length: int(g, 0, 8) }, () => {
    const point = int(g, 1, one(g, [0x7f, 0x2ff, 0xffff, 0x10ffff]));
    return String.fromCodePoint(point >= 0xd800 && point <= 0xdfff ? 0x20 : point);
  });
  return points.join('');
}

function text(g: Gen): string {
  const words = chance(g) ? one(g, simpleWords) : wildPiece(g) + wildPiece(g);
  return words.trim() === '' ? 'words' : words;
}

const date = (g: Gen): string => one(g, ['2024', '2025-06', '2025-06-02']);
const moment = (g: Gen): string => one(g, ['2025-06-02', '2025-06-02T10:15:00Z']);
const number = (g: Gen): number =>
  chance(g) ? int(g, -1000, 1000) : (g() - 0.5) * 10 ** int(g, -30, 30);

/** `count` ids with a common beginning, all different, also without regard to case. */
const ids = (g: Gen, start: string, count: readonly [number, number]): string[] =>
  Array.from({ length: int(g, ...count) }, (_, i) => `${start}${i}${one(g, suffixes)}`);

const int = (g: Gen, min: number, max: number): number => min + Math.floor(g() * (max - min + 1));
const chance = (g: Gen): boolean => g() < 0.5;
const one = <T>(g: Gen, list: readonly T[]): T => list[int(g, 0, list.length - 1)] as T;

/** Some of a list in its order, at least `min` of them as far as there are so many. */
function some<T>(g: Gen, list: readonly T[], min = 0): T[] {
  const chosen = list.filter(() => chance(g));
  return chosen.length >= Math.min(min, list.length) ? chosen : list.slice(0, min);
}
const maybe = (g: Gen, key: string, make: () => unknown): Row =>
  chance(g) ? { [key]: make() } : {};

interface Tables {
  readonly actors: string[];
  readonly parties: string[];
  readonly issues: string[];
  readonly acts: string[];
  readonly events: string[];
  readonly terms: string[];
  readonly subjects: string[];
  readonly sources: string[];
  readonly dimensions: readonly { id: string; atoms: string[]; wholes: string[] }[];
}

function drawDossier(g: Gen, shape: DossierShape): Row {
  const parties = ids(g, 'p', [1, 3]);
  const t: Tables = {
    parties,
    actors: [...parties, ...ids(g, 'a', [0, 3])],
    issues: ids(g, 'i', [1, 3]),
    acts: ids(g, 'act', [1, 4]),
    events: ids(g, 'e', [2, 4]),
    terms: ids(g, 't', [1, 2]),
    subjects: ids(g, 's', [1, 2]),
    sources: ids(g, 'src', [1, 3]),
    dimensions: ids(g, 'd', [0, 2]).map((id) => ({
      id,
      atoms: ids(g, 'x', [1, 3]),
      wholes: ids(g, 'w', [0, 2]),
    })),
  };
  const papers = drawPapers(g, t, shape);
  const provisions = drawProvisions(g, t, papers);
  const clauses = papers.flatMap((paper) => paper.clauses);
  return {
    version: 1,
    id: 'random',
    title: text(g),
    summary: text(g),
    language: 'en',
    fictitious: chance(g),
    ...maybe(g, 'caution', () => text(g)),
    actors: t.actors.map((id, index) => drawActor(g, t, { id, index })),
    issues: t.issues.map((id, i) => ({
      id,
      label: text(g),
      ...(i > 0 ? maybe(g, 'parent', () => one(g, t.issues.slice(0, i))) : {}),
    })),
    acts: t.acts.map((id) => ({ id, label: text(g), variants: drawVariants(g, t) })),
    links: drawLinks(g, t),
    dimensions: t.dimensions.map(({ id, atoms, wholes }) => ({
      id,
      label: text(g),
      universe: atoms.map((atom) => ({ id: atom, label: text(g) })),
      wholes: wholes.map((whole, i) => ({
        id: whole,
        label: text(g),
        parts: some(g, [...atoms, ...wholes.slice(0, i)], 1),
        basis: drawBasis(g, t),
      })),
    })),
    events: t.events.map((id) => ({ id, label: text(g) })),
    terms: t.terms.map((id) => ({ id, label: text(g) })),
    subjects: t.subjects.map((id) => ({ id, label: text(g) })),
    sources: t.sources.map((id) => ({
      id,
      publisher: text(g),
      title: text(g),
      language: 'uk',
      ...maybe(g, 'url', () => 'https://example.org/a?b=1'),
      ...maybe(g, 'read', () => date(g)),
    })),
    papers,
    context: drawContext(g, t),
    provisions,
    silences: papers
      .filter(() => chance(g))
      .map(({ id }) => ({
        paper: id,
        issue: one(g, t.issues),
        by: text(g),
        at: moment(g),
        why: text(g),
      })),
    ledger: ids(g, 'row', [0, 2]).map((id, i) => ({
      id: `${id}:x`,
      number: `${i + 1}`,
      ...maybe(g, 'issue', () => one(g, t.issues)),
      pins: some(
        g,
        provisions.map((p) => p['id']),
      ),
      ...maybe(g, 'order', () => number(g)),
    })),
    views: ids(g, 'k', [0, 1]).map((id) => ({
      ...{ id, title: text(g), search: chance(g) ? '' : '?issue=x' },
      ...{ by: text(g), at: moment(g) },
    })),
    verdicts: ids(g, 'v', [0, 1]).map((id) => ({
      id,
      target: chance(g) ? { row: 'row:x' } : { finding: text(g).slice(0, 9).toWellFormed() },
      relation: 'fits-within',
      reason: text(g),
      author: text(g),
      at: moment(g),
      inputs: [],
    })),
    annotations: ids(g, 'n', [0, clauses.length > 0 ? 2 : 0]).map((id) => ({
      id,
      target: { paper: one(g, papers).id },
      body: text(g),
      author: text(g),
      at: moment(g),
      tags: chance(g) ? [text(g)] : [],
    })),
  };
}

const drawBasis = (g: Gen, t: Tables): Row => ({
  kind: one(g, ['definitional', 'legal', 'factual', 'interpretive']),
  sources: some(g, t.sources),
  judgement: text(g),
  disputedBy: some(g, t.actors),
});

const drawVariants = (g: Gen, t: Tables): Row[] =>
  chance(g) ? [{ text: text(g), usedBy: some(g, t.actors) }] : [];

function drawActor(g: Gen, t: Tables, { id, index }: { id: string; index: number }): Row {
  const parts = index >= t.parties.length ? some(g, t.actors.slice(0, index)) : [];
  return {
    id,
    name: text(g),
    party: t.parties.includes(id),
    variants: drawVariants(g, t),
    ...(parts.length > 0 ? { parts, basis: drawBasis(g, t) } : {}),
  };
}

/** Links run from later acts to earlier ones, so that none goes in a circle. */
function drawLinks(g: Gen, t: Tables): Row[] {
  return t.acts.slice(1).flatMap((from, i) =>
    chance(g)
      ? [
          {
            id: `l${i}`,
            from,
            to: one(g, t.acts.slice(0, i + 1)),
            relation: one(g, ['kind-of', 'excludes', 'requires']),
            basis: drawBasis(g, t),
          },
        ]
      : [],
  );
}

function drawContext(g: Gen, t: Tables): Row[] {
  return ids(g, 'c', [0, 2]).map((id) =>
    chance(g)
      ? {
          id,
          role: 'premise',
          title: text(g),
          text: text(g),
          issues: some(g, t.issues),
          basis: drawBasis(g, t),
          ...maybe(g, 'states', () => ({ kind: 'order', ...drawOrder(g, t) })),
        }
      : {
          id,
          role: 'assessment',
          title: text(g),
          text: text(g),
          sources: some(g, t.sources, 1),
        },
  );
}

function drawOrder(g: Gen, t: Tables): Row {
  const before = one(g, t.events);
  const after = one(
    g,
    t.events.filter((event) => event !== before),
  );
  return { before, after, strict: chance(g), ...maybe(g, 'minDays', () => int(g, -9, 9)) };
}

interface DrawnClause extends Row {
  readonly id: string;
  readonly span: { from: number; to: number };
  readonly availability: string;
  readonly renderings: readonly { id: string; text: string }[];
}

interface DrawnPaper extends Row {
  readonly id: string;
  readonly text: string;
  readonly clauses: readonly DrawnClause[];
}

function drawPapers(g: Gen, t: Tables, shape: DossierShape): DrawnPaper[] {
  const papers = ids(g, 'paper', [1, shape.maxPapers ?? 3]).map((id, index) => {
    const group = { id: `g${index}`, choices: ['one', 'two'] };
    const { text: body, clauses } = drawBody(g, t, { shape, start: `c${index}.`, group: group.id });
    return {
      id,
      kind: one(g, ['memorandum', 'joint-text', 'statement', 'reported-outcome']),
      parties: some(g, t.parties, 1),
      title: text(g),
      dated: date(g),
      ...maybe(g, 'round', () => int(g, 0, 5)),
      language: one(g, ['en', 'uk', 'zh-Hant']),
      textKind: one(g, ['full', 'excerpt', 'paraphrase', 'reported']),
      attribution: one(g, ['own', 'reported', 'disputed']),
      gaps: chance(g)
        ? [{ id: 'gap', locator: text(g), issues: some(g, t.issues), why: text(g), sources: [] }]
        : [],
      options: [
        {
          id: group.id,
          label: text(g),
          choices: group.choices.map((c) => ({ id: c, label: text(g) })),
        },
      ],
      sources: some(g, t.sources),
      text: body,
      sha256: sha256Of(body),
      clauses,
    };
  });
  const all = papers.flatMap(({ clauses }) => clauses.map(({ id }) => id));
  return papers.map((paper) => ({
    ...paper,
    clauses: paper.clauses.map((clause) => ({
      ...clause,
      ...maybe(g, 'issues', () => some(g, t.issues)),
      ...maybe(g, 'beside', () => (all.length > 0 ? [one(g, all)] : [])),
    })),
  }));
}

interface Body {
  readonly shape: DossierShape;
  readonly start: string;
  readonly group: string;
}

/** Draws text and clause tree together, so that every span is where it should be. */
function drawBody(
  g: Gen,
  t: Tables,
  { shape, start, group }: Body,
): { text: string; clauses: DrawnClause[] } {
  const clauses: DrawnClause[] = [];
  const piece = (): string => (shape.wildTexts === true ? wildPiece(g) : one(g, plain));
  let body = piece();
  let left = int(g, 0, shape.maxClauses ?? 5);
  const drawClause = (parent: string | undefined, depth: number): void => {
    left -= 1;
    const number = clauses.length;
    const id = `${start}${number}${one(g, suffixes)}`;
    const from = body.length;
    const availability = one(g, ['present', 'present', 'present', 'deleted', 'not-available']);
    const index = clauses.length;
    clauses.push({ id, span: { from, to: from }, availability, renderings: [] });
    const isPresent = availability === 'present';
    if (isPresent) body += `${piece()}w`;
    while (isPresent && left > 0 && depth < 3 && chance(g)) drawClause(id, depth + 1);
    if (isPresent) body += piece();
    clauses[index] = {
      id,
      locator: `${start}${number}`,
      locatorInferred: chance(g),
      kind: chance(g) ? 'section' : 'clause',
      ...maybe(g, 'heading', () => text(g)),
      span: { from, to: body.length },
      ...(parent === undefined ? {} : { parent }),
      ...maybe(g, 'option', () => ({ group, choice: chance(g) ? 'one' : 'two' })),
      availability,
      renderings: ids(g, 'r', [0, 1]).map((rendering) => ({
        id: rendering,
        language: 'ru',
        text: text(g),
        ...maybe(g, 'source', () => one(g, t.sources)),
      })),
      sources: some(g, t.sources),
      ...maybe(g, 'note', () => text(g)),
    };
  };
  while (left > 0) {
    drawClause(undefined, 0);
    body += piece();
  }
  return { text: body, clauses };
}

function drawProvisions(g: Gen, t: Tables, papers: readonly DrawnPaper[]): Row[] {
  const provisions: Row[] = [];
  for (const paper of papers) {
    for (const clause of paper.clauses) {
      if (clause.availability !== 'present') continue;
      for (let n = int(g, 0, 2); n > 0; n -= 1) {
        const rendering = chance(g) ? clause.renderings[0] : undefined;
        const source = rendering?.text ?? paper.text.slice(clause.span.from, clause.span.to);
        const quote = drawWords(g, source);
        if (quote === undefined) continue;
        provisions.push({
          id: `pr${provisions.length}${one(g, suffixes)}`,
          clause: clause.id,
          ...(rendering === undefined ? {} : { rendering: rendering.id }),
          words: quote,
          issues: some(g, t.issues, 1),
          force: one(g, ['demand', 'offer', 'refusal', 'assertion']),
          firmness: one(g, ['red-line', 'firm', 'open', 'wish', 'unstated']),
          vague: chance(g) ? [text(g)] : [],
          review: chance(g) ? { state: 'confirmed', by: text(g), at: moment(g) } : undefined,
          ...drawProposition(
            g,
            t,
            provisions.map((p) => String(p['id'])),
          ),
        });
      }
    }
  }
  return provisions;
}

function drawProposition(g: Gen, t: Tables, earlier: readonly string[]): Row {
  const kind = one(g, ['norm', 'norm', 'order', 'claim']);
  if (kind === 'order') return { kind, ...drawOrder(g, t) };
  if (kind === 'claim') {
    return {
      kind,
      subject: one(g, t.subjects),
      holds: chance(g),
      ...maybe(g, 'amount', () => drawAmount(g, t)),
    };
  }
  const given = [
    ...some(g, t.events).map((event) => ({ event })),
    ...some(g, earlier).map((provision) => ({ provision })),
  ];
  const scope = t.dimensions
    .filter(() => chance(g))
    .map(({ id, atoms, wholes }) => [id, some(g, [...atoms, ...wholes], 1)]);
  return {
    kind,
    bearers: some(g, t.actors, 1),
    counterparties: some(g, t.actors),
    act: one(g, t.acts),
    modality: one(g, ['must', 'must-not', 'may', 'need-not', 'free', 'to-be-regulated']),
    scope: Object.fromEntries(scope) as Row,
    amounts: chance(g) ? [drawAmount(g, t)] : [],
    given,
    onlyIf: given.length > 0 && chance(g),
    unconditional: given.length === 0 && chance(g),
    ...maybe(g, 'event', () => one(g, t.events)),
  };
}

function drawAmount(g: Gen, t: Tables): Row {
  const [a, b] = [number(g), number(g)];
  return {
    of: one(g, t.terms),
    unit: text(g),
    min: Math.min(a, b),
    ...maybe(g, 'max', () => Math.max(a, b)),
    unset: chance(g),
    ...maybe(g, 'at', () => one(g, t.events)),
  };
}

/** Some words out of a text, whole characters only; undefined when it holds none. */
function drawWords(g: Gen, source: string): Row | undefined {
  const characters = Array.from(source);
  if (characters.length === 0) return undefined;
  const start = int(g, 0, characters.length - 1);
  const end = int(g, start + 1, characters.length);
  const exact = characters.slice(start, end).join('');
  if (exact.trim() === '') return undefined;
  const from = characters.slice(0, start).join('').length;
  return { from, to: from + exact.length, exact };
}
