/**
 * What a coding would do to the comparison, before anybody saves it: the findings that would rest on the
 * provision, and those that would come, change or go elsewhere, in sentences.
 */
import type { Comparison, Finding, Notice } from '#lib/engine/comparison.ts';
import { applyEdits } from '#lib/model/apply-edits.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Edit } from '#lib/model/edit.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { relations, type Relation } from '#lib/model/relation.ts';
import type { StoredState } from '#lib/server/stored-state.ts';
import { createSpeaker, type Speaker } from '#lib/wording/speaker.ts';
import { compareDossier } from './compare-dossier.ts';

export type EffectState = 'new' | 'changed' | 'gone' | 'same';

/** A finding as the coding leaves it, or as it was before it goes. */
export interface Effect {
  readonly state: EffectState;
  /** Missing for notices, which are no relation. */
  readonly relation?: Relation;
  /** "incompatible as written, in part". */
  readonly word: string;
  readonly sentence: string;
  /** "on the texts alone", "given 2 premises"; empty for what is no finding. */
  readonly basis: string;
  /** What the relation was before, where it changed. */
  readonly was?: string;
}

export interface Preview {
  readonly effects: readonly Effect[];
  /** How many more there are than are told. */
  readonly more: number;
}

export interface Trial {
  readonly edits: readonly Edit[];
  /** The provision that is coded. */
  readonly provision: string;
  readonly author: string;
}

/** More than this many are counted, not told. */
const mostTold = 12;

/** Tells what the edits would do; problems where they could not be stored. */
export function previewCoding(state: StoredState, trial: Trial): Parsed<Preview> {
  const terms = { number: state.sequence + 1, author: trial.author };
  const applied = applyEdits(state.set, trial.edits, terms);
  if (!applied.ok) {
    if (applied.reason === 'refused') return applied;
    const message = 'somebody changed it after you had opened it';
    return { ok: false, problems: [{ code: 'stale', path: '(whole)', message }] };
  }
  const after = compareDossier(applied.dossier);
  if (!after.ok) return after;
  const before = compareDossier(state.dossier);
  const empty = before.ok ? before.comparison : withoutRows(after.comparison);
  const effects = tellEffects(
    tellerOf(before.ok ? state.dossier : applied.dossier, empty),
    tellerOf(applied.dossier, after.comparison),
    trial.provision,
  );
  const value = {
    effects: effects.slice(0, mostTold),
    more: Math.max(0, effects.length - mostTold),
  };
  return { ok: true, value };
}

const withoutRows = (comparison: Comparison): Comparison => ({
  ...comparison,
  rows: [],
  circularOrders: [],
  notices: [],
});

interface Teller {
  readonly comparison: Comparison;
  readonly speaker: Speaker;
  readonly findings: ReadonlyMap<string, Finding>;
}

const tellerOf = (dossier: Dossier, comparison: Comparison): Teller => ({
  comparison,
  speaker: createSpeaker(dossier, comparison),
  findings: new Map(comparison.rows.flatMap((row) => row.findings.map((f) => [f.id, f]))),
});

const order: readonly EffectState[] = ['new', 'changed', 'gone', 'same'];

function tellEffects(before: Teller, after: Teller, provision: string): readonly Effect[] {
  const all = [
    ...findingEffects(before, after, provision),
    ...circleEffects(before, after),
    ...noticeEffects(before, after, provision),
  ];
  const graveness = ({ relation }: Effect): number =>
    relation === undefined ? relations.length : relations.indexOf(relation);
  return all.toSorted(
    (a, b) => order.indexOf(a.state) - order.indexOf(b.state) || graveness(a) - graveness(b),
  );
}

function findingEffects(before: Teller, after: Teller, provision: string): readonly Effect[] {
  const gone = [...before.findings.values()].filter(({ id }) => !after.findings.has(id));
  const met = new Set<Finding>();
  const effects = [...after.findings.values()].flatMap((finding): readonly Effect[] => {
    const sameId = before.findings.get(finding.id);
    const old = sameId ?? gone.find((f) => !met.has(f) && meetsAgain(f, finding));
    if (old !== undefined && sameId === undefined) met.add(old);
    const state = old === undefined ? 'new' : isAlike(old, finding) ? 'same' : 'changed';
    const isOwn = finding.evidence.some((words) => words.provision === provision);
    if (state === 'same' && !isOwn) return [];
    const told = tellFinding(after, finding, state);
    const was = old === undefined ? undefined : before.speaker.findingRelation(old);
    return [was === undefined || was === told.word ? told : { ...told, was }];
  });
  const left = gone.filter((f) => !met.has(f)).map((f) => tellFinding(before, f, 'gone'));
  return [...effects, ...left];
}

/** Whether two findings by different rules are about the same provisions. */
const meetsAgain = (a: Finding, b: Finding): boolean =>
  a.topic.kind === b.topic.kind && provisionsOf(a) === provisionsOf(b);

const provisionsOf = ({ evidence }: Finding): string =>
  evidence
    .map(({ provision }) => provision)
    .toSorted()
    .join('+');

const isAlike = (a: Finding, b: Finding): boolean =>
  a.rule === b.rule &&
  a.relation === b.relation &&
  a.extent === b.extent &&
  JSON.stringify([a.slots, a.common, a.premises, a.vague]) ===
    JSON.stringify([b.slots, b.common, b.premises, b.vague]);

const tellFinding = ({ speaker }: Teller, finding: Finding, state: EffectState): Effect => ({
  state,
  relation: finding.relation,
  word: speaker.findingRelation(finding),
  sentence: speaker.finding(finding),
  basis: speaker.label(finding),
});

function circleEffects(before: Teller, after: Teller): readonly Effect[] {
  const told = ({ comparison, speaker }: Teller, state: EffectState) =>
    comparison.circularOrders.map((circle): readonly [string, Effect] => {
      const { headline, sentence } = speaker.circularOrder(circle);
      return [circle.id, { state, relation: 'incompatible', word: headline, sentence, basis: '' }];
    });
  return difference(new Map(told(before, 'gone')), new Map(told(after, 'new')));
}

function noticeEffects(before: Teller, after: Teller, provision: string): readonly Effect[] {
  const told = ({ comparison, speaker }: Teller, state: EffectState) =>
    comparison.notices.flatMap((notice): (readonly [string, Effect])[] => {
      const word = noticeWords[notice.kind];
      if (word === undefined || !isAbout(notice, provision)) return [];
      const sentence = speaker.notice(notice);
      return [[sentence, { state, word, sentence, basis: '' }]];
    });
  return difference(new Map(told(before, 'gone')), new Map(told(after, 'new')));
}

const noticeWords: Partial<Record<Notice['kind'], string>> = {
  'near-miss': 'different actors',
  'different-subjects': 'different subjects',
  'self-contradiction': 'contradiction within the paper',
};

const isAbout = (notice: Notice, provision: string): boolean =>
  'evidence' in notice && notice.evidence.some((words) => words.provision === provision);

function difference(
  before: ReadonlyMap<string, Effect>,
  after: ReadonlyMap<string, Effect>,
): readonly Effect[] {
  const come = [...after].filter(([key]) => !before.has(key));
  const gone = [...before].filter(([key]) => !after.has(key));
  return [...come, ...gone].map(([, effect]) => effect);
}
