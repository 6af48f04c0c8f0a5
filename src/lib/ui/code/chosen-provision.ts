// Which provision of a clause the form shows, and with what a new one begins.
import type { Dossier } from '#lib/model/dossier.ts';
import type { Provision } from '#lib/model/provision.ts';
import type { Reason } from './clause-view.ts';
import type { CodedClause } from './reading-order.ts';
import { isSuggested } from './reading-order.ts';

export const provisionKinds = ['norm', 'order', 'claim'] as const;
export type ProvisionKind = (typeof provisionKinds)[number];

/** A kind as a form or an address names it; a norm when it names none. */
export const asKind = (text: string | undefined): ProvisionKind =>
  provisionKinds.find((kind) => kind === text) ?? 'norm';

/** A provision the program proposes, with the records it would bring along. */
export interface Proposal {
  readonly provision: Provision;
  readonly reasons: readonly Reason[];
  readonly newRecords: readonly { readonly kind: string; readonly body: { readonly id: string } }[];
}

/** What the form begins with. */
export interface Start {
  /** The provision that is edited; undefined for a new one. */
  readonly id: string | undefined;
  readonly kind: ProvisionKind;
  /** With names in place of ids where the records are still to be made. */
  readonly draft: Readonly<Record<string, unknown>>;
  readonly reasons: readonly Reason[];
}

export interface Wish {
  readonly provision: string | null;
  /** The kind of a new provision that is asked for. */
  readonly fresh: string | null;
}

/**
 * The provision asked for, else the first that waits for review, else the first. A clause without any
 * begins a new one with what the program proposes that nobody has coded yet.
 */
export function chooseProvision(
  { clause, paper, ownLength, provisions }: CodedClause,
  proposals: readonly Proposal[],
  { provision, fresh }: Wish,
): Start {
  const kind = provisionKinds.find((known) => known === fresh);
  const asked =
    provisions.find(({ id }) => id === provision) ?? provisions.find(isSuggested) ?? provisions[0];
  if (kind === undefined && asked !== undefined) {
    const like = proposals.find((proposal) => isLike(proposal.provision, asked));
    return { id: asked.id, kind: asked.kind, draft: asked, reasons: like?.reasons ?? [] };
  }
  const open = proposals.filter(
    (proposal) => !provisions.some((known) => overlap(known, proposal.provision)),
  );
  const proposal = open.find(
    (candidate) => kind === undefined || candidate.provision.kind === kind,
  );
  if (proposal !== undefined) {
    const { id: _id, review: _review, ...draft } = nameNew(proposal);
    return {
      id: undefined,
      kind: proposal.provision.kind,
      draft: { ...draft, clause: clause.id },
      reasons: proposal.reasons,
    };
  }
  const whole = paper.text.slice(clause.span.from, clause.span.from + ownLength);
  const draft = {
    clause: clause.id,
    kind: kind ?? 'norm',
    words: { from: 0, exact: whole },
    issues: [provisions[0]?.issues[0] ?? clause.issues[0] ?? ''],
    force: kind === 'claim' ? 'assertion' : kind === 'order' ? 'procedure' : 'demand',
    firmness: 'unstated',
    ...(kind === 'claim' ? { holds: true } : {}),
    ...(kind === undefined || kind === 'norm' ? { bearers: [''] } : {}),
  };
  return { id: undefined, kind: kind ?? 'norm', draft, reasons: [] };
}

const overlap = (a: Provision, b: Provision): boolean =>
  a.kind === b.kind && a.words.from < b.words.to && b.words.from < a.words.to;

const isLike = (a: Provision, b: Provision): boolean =>
  a.kind === b.kind && a.words.from === b.words.from && a.words.to === b.words.to;

/** Records that a proposal would bring along stand in the draft by their names. */
function nameNew({ provision, newRecords }: Proposal): Provision {
  const names = new Map(
    newRecords.flatMap(({ body }): [string, string][] => {
      const fields = new Map<string, unknown>(Object.entries(body));
      const label = fields.get('label') ?? fields.get('name');
      return typeof label === 'string' ? [[body.id, label]] : [];
    }),
  );
  const name = (id: string): string => names.get(id) ?? id;
  const nameAt = <T extends { readonly of: string; readonly at?: string | undefined }>(
    amount: T,
  ) => ({
    ...amount,
    of: name(amount.of),
    ...(amount.at === undefined ? {} : { at: name(amount.at) }),
  });
  const issues = provision.issues.map(name);
  switch (provision.kind) {
    case 'norm':
      return {
        ...provision,
        issues,
        act: name(provision.act),
        bearers: provision.bearers.map(name),
        counterparties: provision.counterparties.map(name),
        amounts: provision.amounts.map(nameAt),
        given: provision.given.map((condition) =>
          'event' in condition ? { event: name(condition.event) } : condition,
        ),
        ...(provision.event === undefined ? {} : { event: name(provision.event) }),
      };
    case 'order':
      return { ...provision, issues, before: name(provision.before), after: name(provision.after) };
    case 'claim':
      return {
        ...provision,
        issues,
        subject: name(provision.subject),
        ...(provision.amount === undefined ? {} : { amount: nameAt(provision.amount) }),
      };
  }
}

/** A choice that a single key makes. */
export interface QuickChoice {
  readonly value: string;
  readonly label: string;
}

export interface QuickChoices {
  readonly issues: readonly QuickChoice[];
  readonly bearers: readonly QuickChoice[];
}

const mostIssues = 5;
const mostBearers = 6;

/**
 * The issues and actors that are likeliest for a clause, at most as many as there are keys: what the
 * program suggests, what the clause is coded with, then issues near by and the parties.
 */
export function listQuickChoices(
  dossier: Dossier,
  { clause, paper, provisions }: CodedClause,
  suggested: { readonly issues: readonly string[]; readonly bearers: readonly string[] },
): QuickChoices {
  const inPaper = new Set(paper.clauses.map(({ id }) => id));
  const own = dossier.provisions.filter((known) => inPaper.has(known.clause));
  const issues = [
    ...suggested.issues,
    ...clause.issues,
    ...provisions.flatMap((known) => known.issues.slice(0, 1)),
    ...byCount(own.flatMap((known) => known.issues.slice(0, 1))),
    ...dossier.issues.map(({ id }) => id),
  ];
  const bearersOf = (known: Provision): readonly string[] =>
    known.kind === 'norm' ? known.bearers : [];
  const bearers = [
    ...suggested.bearers,
    ...provisions.flatMap(bearersOf),
    ...paper.parties,
    ...dossier.actors.filter(({ party }) => party).map(({ id }) => id),
    ...byCount(own.flatMap(bearersOf)),
    ...dossier.actors.map(({ id }) => id),
  ];
  const issueNames = dossier.issues.map(({ id, label }): [string, string] => [id, label]);
  const actorNames = dossier.actors.map(({ id, name }): [string, string] => [id, name]);
  return {
    issues: known(issues, new Map(issueNames)).slice(0, mostIssues),
    bearers: known(bearers, new Map(actorNames)).slice(0, mostBearers),
  };
}

const known = (
  ids: readonly string[],
  labels: ReadonlyMap<string, string>,
): readonly QuickChoice[] =>
  [...new Set(ids)].flatMap((value) => {
    const label = labels.get(value);
    return label === undefined ? [] : [{ value, label }];
  });

/** Values by how often they occur; ties in the order of their first occurrence. */
function byCount(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([value]) => value);
}
