// Two or three invented memoranda in plain words, so that the sentences told of them can be read.
import { compare } from '#lib/engine/compare.ts';
import type { CompareOptions, Comparison } from '#lib/engine/comparison.ts';
import { createSpeaker, type Speaker } from '#lib/wording/speaker.ts';
import { aDossier, aNorm, type DossierSketch, type Sketch } from './builders.ts';

const judged = { kind: 'interpretive', judgement: 'The coder reads it so.' };

const vocabulary = {
  title: 'Two rivers',
  actors: [
    { id: 'nor', name: 'Norland', party: true },
    { id: 'sud', name: 'Sudland', party: true },
    { id: 'med', name: 'the Mediators', party: true },
    { id: 'third', name: 'third states' },
    { id: 'isle', name: 'the Isles' },
    { id: 'anyone', name: 'anyone', everyone: true },
    { id: 'coast', name: 'the coast states', parts: ['isle', 'third'], basis: judged },
  ],
  issues: [{ id: 'topic', label: 'Alliances' }],
  acts: [
    ['ally', 'join a military alliance'],
    ['neutral', 'be neutral'],
    ['free', 'release prisoners'],
    ['cease', 'cease fire'],
    ['pact', 'join the Northern Pact'],
    ['cap', 'limit its forces'],
  ].map(([id, label]) => ({ id, label })),
  dimensions: [
    {
      id: 'time',
      label: 'time',
      universe: [
        { id: 'peace', label: 'peacetime' },
        { id: 'war', label: 'wartime' },
        { id: 'rest', label: 'any other time' },
      ],
      wholes: [{ id: 'calm', label: 'quiet times', parts: ['peace', 'rest'], basis: judged }],
    },
    {
      id: 'place',
      label: 'place',
      universe: [
        { id: 'land', label: 'land' },
        { id: 'sea', label: 'sea' },
      ],
    },
  ],
  events: [
    { id: 'cf', label: 'ceasefire' },
    { id: 'talks', label: 'talks' },
    { id: 'pullout', label: 'the withdrawal begins' },
  ],
  terms: [
    { id: 'length', label: 'duration' },
    { id: 'cap', label: 'ceiling' },
    { id: 'figure', label: 'figure' },
  ],
  subjects: [
    { id: 's', label: 'the shelling of the port' },
    { id: 't', label: 'people displaced' },
  ],
};

export interface ToldSketch extends Partial<DossierSketch> {
  readonly columns?: readonly string[];
  readonly options?: Readonly<Record<string, readonly string[]>>;
  readonly off?: readonly string[];
  /** Fields every paper gets. */
  readonly papers?: Readonly<Record<string, unknown>>;
}

export interface Told {
  readonly comparison: Comparison;
  readonly speaker: Speaker;
  /** The reasons of all findings of the first row that has one, the deciding one first. */
  readonly reasons: readonly string[];
}

/** What the speaker says of memoranda that state these provisions. */
export function aTold(says: readonly Sketch[], sketch: ToldSketch = {}): Told {
  const { columns = ['nor', 'sud'], off, papers, ...rest } = sketch;
  const built = aDossier({
    parties: ['nor', 'sud', ...(columns.includes('med') ? ['med'] : [])],
    ...rest,
    says,
    fields: { ...vocabulary, ...rest.fields },
  });
  const dossier = {
    ...built,
    papers: built.papers.map((paper) => ({ ...paper, ...papers })),
  };
  const options: CompareOptions = { columns, ...(off ? { off } : {}) };
  const comparison = compare(dossier, options);
  const speaker = createSpeaker(dossier, comparison);
  const row = comparison.rows.find(({ findings }) => findings.length > 0);
  const findings = [...(row?.findings ?? [])].sort(
    (a, b) => Number(b.id === row?.deciding) - Number(a.id === row?.deciding),
  );
  return { comparison, speaker, reasons: findings.map(speaker.finding) };
}

/** A norm on Norland joining a military alliance, unless said otherwise. */
export const says = (by: string, modality: string, fields: Record<string, unknown> = {}): Sketch =>
  aNorm(by, modality, { bearers: ['nor'], act: 'ally', ...fields });
