import { sql, type Kysely, type Transaction } from 'kysely';
import type { Engine } from './migrations/migration-step.ts';
import type { Tables } from './tables.ts';

/** A row of any table, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** Texts of papers are long: so few rows are in memory at once. */
const rowsAtOnce = 50;

/** All rows of a table, a few at a time, inside a transaction that keeps them as they are. */
export async function* streamRows(
  trx: Transaction<Tables>,
  engine: Engine,
  table: string,
): AsyncGenerator<Row> {
  if (engine === 'sqlite') {
    yield* trx
      .selectFrom(sql<Row>`${sql.table(table)}`.as('rows'))
      .selectAll()
      .stream();
    return;
  }
  await sql`declare rows_of_table no scroll cursor for select * from ${sql.table(table)}`.execute(
    trx,
  );
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(rowsAtOnce)} from rows_of_table`.execute(trx);
    if (rows.length === 0) break;
    yield* rows;
  }
  await sql`close rows_of_table`.execute(trx);
}

/** The columns of every table by name, each with its type as the engine calls it. */
export async function listColumns(
  db: Kysely<Tables>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const tables = await db.introspection.getTables();
  return new Map(
    tables
      .filter(({ isView }) => !isView)
      .map(({ name, columns }) => [name, new Map(columns.map((c) => [c.name, c.dataType]))]),
  );
}

/** Rows that are to be put into a table, and the types of its columns. */
export interface Insertion {
  readonly table: string;
  readonly columns: ReadonlyMap<string, string>;
  readonly rows: readonly Row[];
}

/** Puts rows into a table; a flag or moment is written as the column of this engine wants it. */
export async function insertRows(
  trx: Transaction<Tables>,
  { table, columns, rows }: Insertion,
): Promise<void> {
  if (rows.length === 0) return;
  const names = [...columns.keys()];
  const values = rows.map((row) => {
    const cells = names.map((name) => sql`${spell(row[name] ?? null, columns.get(name) ?? '')}`);
    return sql`(${sql.join(cells)})`;
  });
  const columnList = sql.join(names.map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${columnList}) values ${sql.join(values)}`.execute(
    trx,
  );
}

function spell(value: unknown, type: string): unknown {
  return /^bool/i.test(type) && typeof value === 'number' ? value !== 0 : value;
}

/** How many rows a table has. */
export async function countRows(trx: Kysely<Tables>, table: string): Promise<number> {
  const { rows } = await sql<{
    count: number | string;
  }>`select count(*) as count from ${sql.table(table)}`.execute(trx);
  return Number(rows[0]?.count ?? 0);
}
