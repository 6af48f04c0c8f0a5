// One small invented dossier for each rule, compared anew whenever the page of rules is shown: what the
// examples say of a rule is what the rule does today.
import { parseDossier, type Dossier } from '#lib/model/dossier.ts';
import { sha256Of } from '#lib/model/digest.ts';
import { rules, type Rule } from '#lib/model/relation.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What one state lays down, with the words it rests on. */
interface Says {
  readonly by: 'aland' | 'borduria' | 'both';
  readonly words: string;
  readonly fields: Fields;
}

/** The papers of two states, and what else the rule needs. */
interface Sketch {
  readonly says: readonly Says[];
  readonly more?: Fields;
}

/** An example of a rule: the dossier its two texts make. */
export interface RuleExample {
  readonly rule: Rule;
  readonly dossier: Dossier;
}

const norm = (act: string, modality: string, fields: Fields = {}): Fields => ({
  ...{ kind: 'norm', bearers: ['aland'], act, modality },
  ...fields,
});

const order = (before: string, after: string): Fields => ({
  ...{ kind: 'order', before, after, strict: true },
});

const aland = (words: string, fields: Fields): Says => ({ by: 'aland', words, fields });
const borduria = (words: string, fields: Fields): Says => ({ by: 'borduria', words, fields });

const boats = (limits: Fields): Fields => ({
  amounts: [{ of: 'boats', unit: 'boats', ...limits }],
});

const sketches: Readonly<Record<Rule, Sketch>> = {
  R1: {
    says: [
      aland('Aland keeps the ferry open.', norm('ferry', 'must')),
      borduria('The ferry of Aland is to stay shut.', norm('ferry', 'must-not')),
    ],
  },
  R2: {
    says: [
      aland('Aland joins the Lake League.', norm('league', 'must')),
      borduria('Aland remains neutral.', norm('neutral', 'must')),
    ],
    more: {
      links: [
        {
          ...{ id: 'no-league', from: 'neutral', relation: 'excludes', to: 'league' },
          basis: { kind: 'definitional', judgement: 'a neutral state is in no league of arms' },
        },
      ],
    },
  },
  R3: {
    says: [
      aland('Aland marks the shoals.', norm('shoals', 'must')),
      borduria('The shoals are to be marked by Aland.', norm('shoals', 'must')),
    ],
  },
  R4: {
    says: [
      aland('Aland marks the shoals.', norm('shoals', 'must')),
      borduria('Aland may mark the shoals.', norm('shoals', 'may')),
    ],
  },
  R5: {
    says: [
      aland('Aland may keep the ferry open.', norm('ferry', 'may')),
      borduria('Aland need not keep the ferry open.', norm('ferry', 'need-not')),
    ],
  },
  R6: {
    says: [
      aland('Borduria marks the shoals.', norm('shoals', 'must', { bearers: ['borduria'] })),
      borduria('Aland marks the shoals.', norm('shoals', 'must')),
    ],
  },
  R7: {
    says: [
      aland('Aland keeps at most 12 boats on the lake.', norm('keep', 'must', boats({ max: 12 }))),
      borduria('Aland keeps boats on the lake.', norm('keep', 'must')),
    ],
  },
  R8: {
    says: [
      aland('Aland keeps at least 40 boats.', norm('keep', 'must', boats({ min: 40 }))),
      borduria('Aland keeps at most 12 boats.', norm('keep', 'must', boats({ max: 12 }))),
    ],
  },
  R9: {
    says: [
      aland('Aland keeps at least 20 boats.', norm('keep', 'must', boats({ min: 20 }))),
      borduria('Aland keeps at most 30 boats.', norm('keep', 'must', boats({ max: 30 }))),
    ],
  },
  R10: {
    says: [
      aland(
        'Aland opens the ferry without any condition.',
        norm('ferry', 'must', { unconditional: true }),
      ),
      borduria(
        'The ferry is opened only after the truce.',
        norm('ferry', 'must', { given: [{ event: 'truce' }], onlyIf: true }),
      ),
    ],
  },
  R11: {
    says: [
      aland(
        'Aland opens the ferry once the mines are cleared.',
        norm('ferry', 'must', { given: [{ event: 'mines' }] }),
      ),
      borduria(
        'Aland opens the ferry once the truce has begun.',
        norm('ferry', 'must', { given: [{ event: 'truce' }] }),
      ),
    ],
  },
  R12: {
    says: [
      aland('The truce begins before the mines are cleared.', order('truce', 'mines')),
      borduria('First the mines are cleared, then the truce begins.', order('mines', 'truce')),
    ],
  },
  R13: {
    says: [
      aland('Aland keeps the ferry open.', norm('ferry', 'must')),
      borduria('Aland marks the shoals.', norm('shoals', 'must')),
    ],
  },
  R14: {
    says: [
      aland('Mines lie in the lake.', { kind: 'claim', subject: 'laid', holds: true }),
      borduria('There are no mines in the lake.', { kind: 'claim', subject: 'laid', holds: false }),
    ],
  },
  R15: {
    says: [
      aland(
        'Aland keeps a number of boats to be agreed.',
        norm('keep', 'must', boats({ unset: true })),
      ),
      borduria('Aland keeps at most 12 boats.', norm('keep', 'must', boats({ max: 12 }))),
    ],
  },
  R16: {
    says: [
      aland('Aland keeps the ferry shut.', norm('ferry', 'must-not')),
      {
        ...{ by: 'both', words: 'The ferry of Aland is open.', fields: norm('ferry', 'must') },
      },
    ],
  },
};

const titles = { aland: 'Paper of Aland', borduria: 'Paper of Borduria', both: 'Joint statement' };

function paperOf(by: Says['by'], own: readonly Says[]): Fields {
  const text = own.map(({ words }) => `${words}\n`).join('');
  let from = 0;
  const clauses = own.map(({ words }, index) => {
    const span = { from, to: from + words.length };
    from = span.to + 1;
    return { id: `${by}-${String(index + 1)}`, locator: String(index + 1), span };
  });
  return {
    ...{ id: `${by}-paper`, title: titles[by], language: 'en', textKind: 'full', text, clauses },
    kind: by === 'both' ? 'joint-text' : 'memorandum',
    parties: by === 'both' ? ['aland', 'borduria'] : [by],
    dated: by === 'both' ? '2031-03-09' : '2031-03-02',
    ...{ sources: ['invented'], sha256: sha256Of(text) },
  };
}

const lists: Fields = {
  actors: [
    { id: 'aland', name: 'Aland', party: true },
    { id: 'borduria', name: 'Borduria', party: true },
  ],
  issues: [{ id: 'lake', label: 'The lake' }],
  acts: [
    { id: 'ferry', label: 'keep the ferry open' },
    { id: 'shoals', label: 'mark the shoals' },
    { id: 'keep', label: 'keep boats on the lake' },
    { id: 'neutral', label: 'remain neutral' },
    { id: 'league', label: 'join the Lake League' },
  ],
  events: [
    { id: 'truce', label: 'the truce begins' },
    { id: 'mines', label: 'the mines are cleared' },
  ],
  terms: [{ id: 'boats', label: 'number of boats' }],
  subjects: [{ id: 'laid', label: 'mines in the lake' }],
  sources: [{ id: 'invented', publisher: 'Parley', title: 'Invented example', language: 'en' }],
};

function dossierOf(rule: Rule, { says, more = {} }: Sketch): Dossier {
  const sides = (['aland', 'borduria', 'both'] as const).flatMap((by) => {
    const own = says.filter((said) => said.by === by);
    return own.length === 0 ? [] : [{ by, own }];
  });
  const provisions = sides.flatMap(({ by, own }) =>
    own.map(({ words, fields }, index) => ({
      ...{ id: `p-${by}-${String(index + 1)}`, clause: `${by}-${String(index + 1)}` },
      words: { from: 0, to: words.length, exact: words },
      ...{ issues: ['lake'], force: 'demand', review: { state: 'confirmed', by: 'Parley' } },
      ...fields,
    })),
  );
  const parsed = parseDossier({
    ...{ version: 1, id: `rule-${rule.toLowerCase()}`, title: `Rule ${rule}`, language: 'en' },
    ...{ summary: 'An invented example.', fictitious: true },
    ...{ ...lists, papers: sides.map(({ by, own }) => paperOf(by, own)), provisions, ...more },
  });
  if (!parsed.ok) throw new Error(`the example of ${rule}: ${parsed.problems[0]?.message ?? ''}`);
  return parsed.value;
}

/** The examples, in the order of the rules. */
export const ruleExamples = (): readonly RuleExample[] =>
  Object.entries(sketches).flatMap(([name, sketch]) => {
    const rule = rules.find((known) => known === name);
    return rule === undefined ? [] : [{ rule, dossier: dossierOf(rule, sketch) }];
  });
