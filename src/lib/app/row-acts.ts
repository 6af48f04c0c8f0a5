// What people decide about the rows of a table, as edits of records: pure, so that it can be tried
// without a database. The first such decision fixes the numbers of all rows, because a number once
// printed never changes.
import type { Row } from '#lib/engine/comparison.ts';
import type { Edit } from '#lib/model/edit.ts';
import type { Id } from '#lib/model/id.ts';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import type { NegotiationStatus } from '#lib/model/row-ledger.ts';
import { LedgerDraft, type RowDesk } from './ledger-draft.ts';

/** One decision about a row. */
export type RowAct =
  /** An empty title brings the computed one back. */
  | { readonly kind: 'title'; readonly title: string }
  | {
      readonly kind: 'outcome';
      readonly status: NegotiationStatus | undefined;
      readonly commonText: string;
    }
  | { readonly kind: 'move'; readonly to: 'up' | 'down' | 'first' | 'last' }
  | { readonly kind: 'merge'; readonly into: string }
  /** Takes a row that was merged into this one out again. */
  | { readonly kind: 'unmerge'; readonly row: string }
  /** Puts provisions of this row into a new one. */
  | { readonly kind: 'split'; readonly provisions: readonly Id[]; readonly title: string }
  | { readonly kind: 'pin'; readonly provisions: readonly Id[]; readonly to: string }
  /** Sends a provision that was moved here back to where the rules put it. */
  | { readonly kind: 'unpin'; readonly provision: Id }
  /** Puts an uncoded clause beside the clauses of another row, or beside none. */
  | { readonly kind: 'beside'; readonly clause: Id; readonly row: string | undefined }
  /** Takes a row made by hand away; what was moved into it goes back. */
  | { readonly kind: 'drop' };

/** The edits that carry out a decision about the row `id`, or why it cannot be. */
export function planRowAct(desk: RowDesk, id: string, act: RowAct): Parsed<readonly Edit[]> {
  const row = desk.comparison.rows.find((candidate) => candidate.id === id);
  if (row === undefined) return fault('unknown_row', 'row', `there is no row "${id}" any more`);
  const draft = new LedgerDraft(desk);
  const problem = carryOut(draft, row, act);
  if (problem !== undefined) return { ok: false, problems: [problem] };
  return { ok: true, value: draft.edits() };
}

/** The edits that make an empty row, and its id. */
export function planNewRow(
  desk: RowDesk,
  { title, issue }: { readonly title: string; readonly issue: Id },
): Parsed<{ readonly edits: readonly Edit[]; readonly row: string }> {
  if (title === '') return fault('title_missing', 'title', 'a new row needs a title');
  if (!desk.dossier.issues.some((known) => known.id === issue))
    return fault('issue_missing', 'issue', 'choose the issue the row belongs to');
  const draft = new LedgerDraft(desk);
  const row = draft.make(title, issue);
  return { ok: true, value: { edits: draft.edits(), row } };
}

function carryOut(draft: LedgerDraft, row: Row, act: RowAct): Problem | undefined {
  switch (act.kind) {
    case 'title': {
      draft.set(row.id, { title: act.title === '' ? undefined : act.title });
      return;
    }
    case 'outcome': {
      const commonText = act.commonText === '' ? undefined : act.commonText;
      draft.set(row.id, { status: act.status, commonText });
      return;
    }
    case 'move': {
      move(draft, row, act.to);
      return;
    }
    case 'merge':
      return merge(draft, row, act.into);
    case 'unmerge': {
      draft.set(act.row, { mergedInto: undefined });
      return;
    }
    case 'split':
      return split(draft, row, act);
    case 'pin':
      return pin(draft, act.provisions, act.to);
    case 'unpin': {
      draft.unpin([act.provision]);
      return;
    }
    case 'beside':
      return putBeside(draft, act.clause, act.row);
    case 'drop':
      return draft.drop(row.id);
  }
}

function move(draft: LedgerDraft, row: Row, to: 'up' | 'down' | 'first' | 'last'): void {
  const group = draft.rows.filter(({ issue }) => issue === row.issue).map(({ id }) => id);
  const from = group.indexOf(row.id);
  const wished = { up: from - 1, down: from + 1, first: 0, last: group.length - 1 }[to];
  const place = Math.min(group.length - 1, Math.max(0, wished));
  const others = group.filter((id) => id !== row.id);
  others.splice(place, 0, row.id);
  // The whole issue is fixed: a wish of one row alone would depend on the wishes of the others.
  others.forEach((id, order) => {
    draft.set(id, { order });
  });
}

function merge(draft: LedgerDraft, row: Row, into: string): Problem | undefined {
  const target = draft.rows.find(({ id }) => id === into);
  if (target === undefined || into === row.id)
    return problem('row_missing', 'into', 'choose another row to merge this one into');
  if (row.topic.kind !== 'clause') {
    draft.set(row.id, { mergedInto: into });
    return;
  }
  for (const { clause } of row.cells.flatMap(({ clauses }) => clauses)) {
    const refused = putBeside(draft, clause, into);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function split(
  draft: LedgerDraft,
  row: Row,
  { provisions, title }: { readonly provisions: readonly Id[]; readonly title: string },
): Problem | undefined {
  const own = provisionsIn(row);
  if (title === '') return problem('title_missing', 'title', 'the new row needs a title');
  if (provisions.length === 0)
    return problem('nothing_chosen', 'provisions', 'choose what the new row is to hold');
  if (own.every((id) => provisions.includes(id)))
    return problem('all_chosen', 'provisions', 'leave at least one provision in this row');
  return pin(draft, provisions, draft.make(title, row.issue));
}

function pin(draft: LedgerDraft, provisions: readonly Id[], to: string): Problem | undefined {
  if (provisions.length === 0)
    return problem('nothing_chosen', 'provisions', 'choose what is to move');
  draft.unpin(provisions);
  draft.set(to, { pins: [...draft.entry(to).pins, ...provisions] });
}

function putBeside(draft: LedgerDraft, id: Id, to: string | undefined): Problem | undefined {
  const home = draft.paperOf(id);
  if (home === undefined) return problem('unknown_clause', 'clause', 'the clause is gone');
  const target = to === undefined ? undefined : draft.rows.find((row) => row.id === to);
  const others = (target?.cells ?? [])
    .flatMap(({ clauses }) => clauses)
    .filter(({ clause, paper }) => clause !== id && paper !== home);
  if (to !== undefined && others.length === 0)
    return problem(
      'no_clause_there',
      'row',
      'that row holds no clause of another paper to put it beside',
    );
  draft.standApart(id);
  const [first] = others;
  if (first !== undefined) draft.standBeside(id, first.clause);
  return undefined;
}

const provisionsIn = (row: Row): readonly Id[] =>
  row.cells.flatMap(({ clauses }) =>
    clauses.filter(({ cited }) => !cited).flatMap(({ provisions }) => provisions),
  );

const problem = (code: string, path: string, message: string): Problem => ({
  code,
  path,
  message,
});

const fault = (code: string, path: string, message: string) => ({
  ok: false as const,
  problems: [problem(code, path, message)],
});
