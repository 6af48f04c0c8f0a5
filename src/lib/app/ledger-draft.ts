import type { Comparison, Row } from '#lib/engine/comparison.ts';
import type { Clause } from '#lib/model/clause.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Edit } from '#lib/model/edit.ts';
import type { Id } from '#lib/model/id.ts';
import { makeId } from '#lib/model/make-id.ts';
import type { Problem } from '#lib/model/parsed.ts';
import type { RecordKind } from '#lib/model/record.ts';
import { handRowId, isMadeByHand, type RowLedger } from '#lib/model/row-ledger.ts';

/** What a decision is made on: the dossier, its whole table, and the versions of its records. */
export interface RowDesk {
  readonly dossier: Dossier;
  /** All columns, no filter: the table whose numbers hold. */
  readonly comparison: Comparison;
  readonly versionOf: (kind: RecordKind, id: string) => number | null;
}

/** The ledger and the places of uncoded clauses while a decision is worked out. */
export class LedgerDraft {
  readonly rows: readonly Row[];
  readonly #desk: RowDesk;
  readonly #ledger: Map<string, RowLedger>;
  readonly #clauses = new Map<Id, Clause>();
  readonly #papers: ReadonlyMap<Id, { readonly paper: Id; readonly clause: Clause }>;

  constructor(desk: RowDesk) {
    const { dossier, comparison } = desk;
    this.#desk = desk;
    this.rows = comparison.rows;
    const kept = new Map(dossier.ledger.map((entry) => [entry.id, entry]));
    const numbered = comparison.rows.map((row): [string, RowLedger] => [
      row.id,
      kept.get(row.id) ?? { id: row.id, number: row.number, pins: [] },
    ]);
    this.#ledger = new Map([...kept, ...numbered]);
    this.#papers = new Map(
      dossier.papers.flatMap((paper) =>
        paper.clauses.map((clause) => [clause.id, { paper: paper.id, clause }] as const),
      ),
    );
  }

  entry(id: string): RowLedger {
    return this.#ledger.get(id) ?? { id, number: this.#nextNumber(), pins: [] };
  }

  /** Changes an entry; what is given as undefined is taken out of it. */
  set(
    id: string,
    change: { readonly [Key in keyof RowLedger]?: RowLedger[Key] | undefined },
  ): void {
    this.#ledger.set(id, withoutUndefined({ ...this.entry(id), ...change }));
  }

  /** A new row behind all others, by its title. */
  make(title: string, issue: Id | undefined): string {
    const id = makeId(title, {
      fallback: 'row',
      isTaken: (slug) => this.#ledger.has(handRowId(slug)),
    });
    this.set(handRowId(id), { title, ...(issue === undefined ? {} : { issue }) });
    return handRowId(id);
  }

  unpin(provisions: readonly Id[]): void {
    for (const [id, { pins }] of this.#ledger)
      if (pins.some((provision) => provisions.includes(provision)))
        this.set(id, { pins: pins.filter((provision) => !provisions.includes(provision)) });
  }

  drop(id: string): Problem | undefined {
    if (!isMadeByHand(id))
      return {
        ...{ code: 'not_by_hand', path: 'row' },
        message: 'only a row made by hand can be taken away',
      };
    this.#ledger.delete(id);
    for (const [other, { mergedInto }] of this.#ledger)
      if (mergedInto === id) this.set(other, { mergedInto: undefined });
    return undefined;
  }

  paperOf(clause: Id): Id | undefined {
    return this.#papers.get(clause)?.paper;
  }

  standBeside(id: Id, other: Id): void {
    const clause = this.#clause(id);
    if (clause !== undefined)
      this.#clauses.set(id, { ...clause, beside: [...clause.beside, other] });
  }

  standApart(id: Id): void {
    for (const [other, { clause }] of this.#papers) {
      if (other !== id && !clause.beside.includes(id)) continue;
      const left = other === id ? [] : clause.beside.filter((beside) => beside !== id);
      this.#clauses.set(other, { ...(this.#clause(other) ?? clause), beside: left });
    }
  }

  /** What differs from the dossier, as edits of its records. */
  edits(): readonly Edit[] {
    const { dossier, versionOf } = this.#desk;
    const before = new Map(dossier.ledger.map((entry) => [entry.id, JSON.stringify(entry)]));
    const rows = [...this.#ledger.values()]
      .filter((entry) => before.get(entry.id) !== JSON.stringify(entry))
      .map((body) => put('row', body.id, { base: versionOf('row', body.id), body }));
    const gone = [...before.keys()]
      .filter((id) => !this.#ledger.has(id))
      .map((id): Edit => ({ op: 'delete', kind: 'row', id, base: versionOf('row', id) ?? 1 }));
    const clauses = [...this.#clauses.values()].map((clause) =>
      put('clause', clause.id, {
        base: versionOf('clause', clause.id),
        body: { ...clause, paper: this.paperOf(clause.id) },
      }),
    );
    return [...rows, ...gone, ...clauses];
  }

  #clause(id: Id): Clause | undefined {
    return this.#clauses.get(id) ?? this.#papers.get(id)?.clause;
  }

  #nextNumber(): string {
    const taken = [...this.#ledger.values()].map(({ number }) => Number.parseInt(number, 10));
    return String(Math.max(0, ...taken) + 1);
  }
}

const put = (
  kind: RecordKind,
  id: string,
  { base, body }: { readonly base: number | null; readonly body: object },
): Edit => ({ op: 'put', kind, id, base, body: { ...body } });

function withoutUndefined(entry: {
  readonly [Key in keyof RowLedger]: RowLedger[Key] | undefined;
}): RowLedger {
  const { id, number, pins, title, issue, order, mergedInto, commonText, status } = entry;
  return {
    id: id ?? '',
    number: number ?? '',
    ...(title === undefined ? {} : { title }),
    ...(issue === undefined ? {} : { issue }),
    ...(order === undefined ? {} : { order }),
    ...(mergedInto === undefined ? {} : { mergedInto }),
    pins: pins ?? [],
    ...(commonText === undefined ? {} : { commonText }),
    ...(status === undefined ? {} : { status }),
  };
}
