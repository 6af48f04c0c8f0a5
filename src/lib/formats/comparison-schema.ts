import * as z from 'zod';
import { attributions, paperKinds, textKinds } from '#lib/model/paper.ts';
import { premiseKinds } from '#lib/model/basis.ts';
import { availabilities } from '#lib/model/clause.ts';
import { relations, rules } from '#lib/model/relation.ts';
import { negotiationStatuses } from '#lib/model/row-ledger.ts';
import { statuses } from '#lib/engine/status.ts';

/**
 * The comparison as JSON: what `parley compare --json`, the API and the tests share. Fields are only
 * ever added; a change that breaks readers raises `comparisonVersion`.
 */
export const comparisonVersion = 1;

/** The version of the rules R1 to R16 that a comparison was computed by. */
export const rulesVersion = 1;

const relation = z.enum(relations);
const rule = z.enum(rules);
const extent = z.enum(['whole', 'part']);
const ids = z.array(z.string());
const readings = z.array(z.int()).meta({ description: 'Indexes into "readings"' });

const paper = z.object({
  id: z.string(),
  title: z.string(),
  dated: z.string(),
  undated: z.boolean(),
  kind: z.enum(paperKinds),
  textKind: z.enum(textKinds),
  textNote: z.string().meta({ description: 'Kind of text in words: "paraphrase by …"' }),
  attribution: z.enum(attributions),
  sha256: z.string(),
});

const clause = z
  .object({
    paper: z.string(),
    clause: z.string(),
    locator: z.string(),
    locatorInferred: z.boolean(),
    text: z.string().meta({ description: 'Empty when deleted or not available' }),
    from: z.int(),
    to: z.int(),
    availability: z.enum(availabilities),
    cited: z
      .boolean()
      .meta({ description: 'True when its own row is another and a finding here rests on it' }),
    beside: z
      .literal(true)
      .optional()
      .meta({ description: 'Present when only its wording puts it into the row, unreviewed' }),
    provisions: ids,
  })
  .meta({ description: 'A clause; from and to are UTF-16 offsets [from, to) in its paper' });

const cell = z.object({
  clauses: z.array(clause),
  empty: z.enum(['no provision', 'deleted', 'not available']).optional(),
});

const evidence = z.object({
  column: z.string(),
  paper: z.string(),
  clause: z.string(),
  provision: z.string(),
  locator: z.string(),
  words: z.string(),
  from: z.int().meta({ description: 'Offset of the words in the clause or rendering' }),
  to: z.int(),
  rendering: z.string().optional(),
  verbatim: z.boolean().meta({ description: 'False for paraphrases and reports: do not quote' }),
  textKind: z.enum(textKinds),
});

const interval = z.object({ min: z.number().optional(), max: z.number().optional() });
const slot = z.object({
  slot: z.enum(['status', 'amount', 'conditions', 'window', 'claim']),
  rule,
  relation,
  reason: z.string(),
  statuses: z.array(z.array(z.enum(statuses))).optional(),
  intervals: z.array(z.union([interval, z.string()])).optional(),
  unit: z.string().optional(),
  common: interval.optional().meta({ description: 'Zone of textual overlap (R9)' }),
  gap: z.number().optional().meta({ description: 'Distance between the texts (R8)' }),
});

const finding = z.object({
  id: z.string(),
  rule,
  relation,
  extent,
  label: z.string().meta({ description: '"on the texts alone" or "given n premises"' }),
  reason: z.string(),
  columns: ids,
  becauses: z.array(z.string()),
  premises: ids,
  readings,
  slots: z.array(slot),
  remainders: z.array(z.string()),
  evidence: z.array(evidence),
  basis: z.enum(['computed', 'suggested']),
  joint: z.boolean(),
  weakestText: z.enum(textKinds),
});

const verdict = z.object({
  id: z.string(),
  relation,
  reason: z.string(),
  author: z.string(),
  at: z.string(),
  stale: z.boolean(),
});

const row = z.object({
  id: z.string(),
  number: z.string(),
  issue: z.string().optional(),
  act: z.string().optional(),
  title: z.string(),
  relation,
  computed: relation,
  extent,
  underSomeReadings: z.boolean(),
  relationByReading: z.array(relation.nullable()).optional(),
  pairs: z.array(z.object({ columns: z.tuple([z.string(), z.string()]), relation, extent })),
  silent: ids,
  jointlyIncompatible: z.boolean(),
  basis: z.enum(['computed', 'suggested', 'verdict']),
  label: z.string(),
  headline: z.string(),
  status: z.enum(negotiationStatuses).optional(),
  stale: z.boolean().optional(),
  reason: z.string(),
  verdict: verdict.optional(),
  commonText: z.string().optional(),
  cells: z.record(z.string(), cell).meta({ description: 'By column id' }),
  findings: z.array(finding),
  likenesses: z
    .array(
      z.object({
        columns: z.tuple([z.string(), z.string()]),
        clauses: z.tuple([z.string(), z.string()]),
        similarity: z.number(),
        reason: z.string(),
        relation: relation.optional(),
        words: z.tuple([z.string(), z.string()]),
      }),
    )
    .optional()
    .meta({ description: 'Near copies among clauses that nobody has coded' }),
});

const step = z.object({
  before: z.string(),
  after: z.string(),
  minDays: z.number().optional(),
  maxDays: z.number().optional(),
  strict: z.boolean(),
  source: z.union([
    z.object({
      kind: z.literal('provision'),
      provision: z.string(),
      column: z.string(),
      locator: z.string(),
    }),
    z.object({ kind: z.literal('context'), context: z.string() }),
  ]),
  premise: z.string().optional().meta({ description: 'Set when the link is not in the texts' }),
});

const premise = z.object({
  id: z.string(),
  on: z.boolean(),
  kind: z.enum(premiseKinds),
  text: z.string(),
  sources: ids,
  judgement: z.string().optional(),
  disputedBy: ids,
});

const count = z.object({ textsAlone: z.int(), givenPremises: z.int() });

/** The whole document; see the generated docs/comparison.schema.json. */
export const comparisonSchema = z
  .object({
    version: z.literal(comparisonVersion),
    rulesVersion: z.int(),
    dossier: z.object({
      id: z.string(),
      title: z.string(),
      language: z.string(),
      fictitious: z.boolean(),
      caution: z.string().optional(),
    }),
    asAt: z.string().optional(),
    columns: z.array(
      z.object({ id: z.string(), name: z.string(), parties: ids, papers: z.array(paper) }),
    ),
    readings: z.array(
      z.object({
        choices: z.record(z.string(), z.string()),
        name: z.string(),
        rank: z.int(),
        circularOrders: z.int(),
        incompatibleRows: z.int(),
      }),
    ),
    allReadings: z.boolean(),
    rows: z.array(row),
    circularOrders: z.array(
      z.object({
        id: z.string(),
        readings,
        columns: ids,
        steps: z.array(step),
        premises: ids,
        basis: z.enum(['computed', 'suggested']),
        reason: z.string(),
      }),
    ),
    restOn: z.array(
      z.object({
        reading: z.int(),
        conflicts: z.int(),
        sets: z.array(ids),
        within: z.array(z.object({ column: z.string(), sets: z.array(ids) })),
        complete: z.boolean(),
      }),
    ),
    notices: z.array(
      z.object({
        kind: z.string(),
        reason: z.string(),
        row: z.string().optional(),
        evidence: z.array(evidence),
      }),
    ),
    uncoded: z.array(clause),
    premises: z.array(premise),
    counts: z.record(relation, count),
  })
  .meta({ title: 'Parley comparison' });

export type ComparisonDocument = z.infer<typeof comparisonSchema>;

/** The JSON Schema (2020-12) of the comparison document. */
export const comparisonJsonSchema = (): object => z.toJSONSchema(comparisonSchema, { io: 'input' });
