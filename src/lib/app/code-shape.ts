// One provision made into two, and two into one.
import type { Edit } from '#lib/model/edit.ts';
import type { Span } from '#lib/model/clause.ts';
import { makeId } from '#lib/model/make-id.ts';
import type { Problem } from '#lib/model/parsed.ts';
import type { Norm, Provision } from '#lib/model/provision.ts';
import { recordKey } from '#lib/model/record.ts';
import type { ChangeOutcome } from '#lib/server/change-outcome.ts';
import { editDossier } from './edit-dossier.ts';
import { splitWords, type Quote } from './code-words.ts';
import type { Participant } from './viewer.ts';
import type { Workspace } from './workspace.ts';

interface Aim {
  readonly provision: string;
  readonly base: number;
  readonly at: string;
  readonly who: Participant;
}

/** What became of it, and the provision to look at next. */
export type Shaped = ChangeOutcome & { readonly provision?: string };

const refuse = (code: string, message: string): Shaped => {
  const problems: readonly Problem[] = [{ code, path: 'words', message }];
  return { ok: false, reason: 'refused', problems };
};

/**
 * Makes two provisions of one, each with its share of the words and else alike. `own` are the words the
 * second rests on; without it the words are divided where they are coordinated. Both wait for review.
 */
export async function splitProvision(
  workspace: Workspace,
  dossier: string,
  { provision: id, base, at, who, own }: Aim & { readonly own?: Span | undefined },
): Promise<Shaped> {
  const state = await workspace.store.load(dossier);
  if (!state.ok) return { ...state, reason: 'refused' };
  const { dossier: current, set } = state.value;
  const provision = current.provisions.find((candidate) => candidate.id === id);
  if (provision === undefined) return refuse('unknown_record', 'This provision is gone.');
  const parts = splitWords(provision.words, own);
  if (parts === undefined) {
    const message =
      'Its words cannot be divided by themselves: select those of the second provision in the clause, then split.';
    return refuse('no_division', message);
  }
  const isTaken = (name: string): boolean => set.records.has(recordKey('provision', name));
  const second = makeId(provision.clause, { fallback: 'provision', isTaken });
  const review = { state: 'suggested', by: who.viewer.name, why: 'Split from one provision' };
  const put = (own_: string, words: Quote, place: object): Edit => ({
    ...{ op: 'put', kind: 'provision', id: own_, base: own_ === id ? base : null },
    body: { ...provision, id: own_, words, review },
    ...place,
  });
  const edits = [put(id, parts[0], {}), put(second, parts[1], { after: id })];
  return {
    ...(await editDossier(workspace, dossier, { request: { edits, at }, who })),
    provision: id,
  };
}

/** Makes one provision of two of the same kind and clause; the other goes, and what it adds stays. */
export async function mergeProvisions(
  workspace: Workspace,
  dossier: string,
  { provision: id, base, at, who, other }: Aim & { readonly other: string },
): Promise<Shaped> {
  const state = await workspace.store.load(dossier);
  if (!state.ok) return { ...state, reason: 'refused' };
  const { dossier: current, set } = state.value;
  const [first, second] = [id, other].map((wanted) =>
    current.provisions.find((candidate) => candidate.id === wanted),
  );
  const version = set.records.get(recordKey('provision', other))?.version;
  if (first === undefined || second === undefined || version === undefined)
    return refuse('unknown_record', 'One of the two provisions is gone.');
  if (first.clause !== second.clause || first.kind !== second.kind || first === second)
    return refuse('not_alike', 'Only two provisions of one clause and one kind can be merged.');
  const paper = current.papers.find(({ clauses }) => clauses.some((c) => c.id === first.clause));
  const clause = paper?.clauses.find((candidate) => candidate.id === first.clause);
  const rendering = clause?.renderings.find((candidate) => candidate.id === first.rendering);
  const text =
    rendering?.text ?? paper?.text.slice(clause?.span.from ?? 0, clause?.span.to ?? 0) ?? '';
  const review = { state: 'suggested', by: who.viewer.name, why: 'Merged from two provisions' };
  const edits: readonly Edit[] = [
    { op: 'delete', kind: 'provision', id: other, base: version },
    {
      ...{ op: 'put', kind: 'provision', id, base },
      body: { ...mergeBodies(first, second, text), review },
    },
  ];
  return {
    ...(await editDossier(workspace, dossier, { request: { edits, at }, who })),
    provision: id,
  };
}

/** The first provision with what the second adds; where both say one thing, the first counts. */
export function mergeBodies(first: Provision, second: Provision, text: string): Provision {
  const from = Math.min(first.words.from, second.words.from);
  const to = Math.max(first.words.to, second.words.to);
  const common = {
    words: { from, to, exact: text.slice(from, to) },
    issues: union(first.issues, second.issues),
    vague: union(first.vague, second.vague),
  };
  return first.kind === 'norm' && second.kind === 'norm'
    ? { ...first, ...common, ...mergeNorms(first, second) }
    : { ...first, ...common };
}

function mergeNorms(first: Norm, second: Norm): Partial<Norm> {
  const known = new Set(first.amounts.map(({ of }) => of));
  const unconditional = first.unconditional && second.unconditional;
  const given = unionBy([...first.given, ...second.given], (condition) =>
    JSON.stringify(condition),
  );
  return {
    bearers: union(first.bearers, second.bearers),
    counterparties: union(first.counterparties, second.counterparties),
    amounts: [...first.amounts, ...second.amounts.filter(({ of }) => !known.has(of))],
    given: unconditional ? [] : given,
    unconditional: unconditional && given.length === 0,
  };
}

const union = <T>(a: readonly T[], b: readonly T[]): readonly T[] => [...new Set([...a, ...b])];

function unionBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
