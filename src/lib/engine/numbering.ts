import type { RowLedger } from '#lib/model/row-ledger.ts';

/**
 * Numbers rows in table order. Rows in the ledger keep the number once printed; a row that came later
 * takes the number before it with a letter (12a, 12b … 12z, 12aa); at the head of the table, where
 * nothing stands before it, the next free whole number. Without a ledger: 1 to n.
 */
export function numberRows(
  ids: readonly string[],
  ledger: readonly RowLedger[],
): ReadonlyMap<string, string> {
  const kept = new Map(ledger.map((entry) => [entry.id, entry.number]));
  const taken = new Set(kept.values());
  const numbers = new Map<string, string>();
  let free = Math.max(0, ...[...taken].map((number) => Number.parseInt(number, 10))) + 1;
  const nextFree = (): string => {
    while (taken.has(String(free))) free++;
    return String(free);
  };
  let previous: string | undefined;
  for (const id of ids) {
    let number = kept.get(id);
    if (number === undefined) {
      number =
        taken.size === 0 || previous === undefined || kept.size === 0
          ? nextFree()
          : afterNumber(previous, taken);
      taken.add(number);
    }
    numbers.set(id, number);
    previous = number;
  }
  return numbers;
}

function afterNumber(previous: string, taken: ReadonlySet<string>): string {
  const whole = /^\d+/.exec(previous)?.[0] ?? '1';
  for (let index = 1; ; index++) {
    const number = whole + letters(index);
    if (!taken.has(number)) return number;
  }
}

/** 1 is a, 26 is z, 27 is aa. */
function letters(index: number): string {
  let text = '';
  for (let rest = index; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}

/** Moves rows to the places in their issue that people gave them; others keep their order. */
export function orderByHand<T extends { readonly id: string; readonly issue?: string }>(
  rows: readonly T[],
  ledger: readonly RowLedger[],
): readonly T[] {
  const wished = new Map(
    ledger.flatMap((entry) =>
      entry.order === undefined ? [] : [[entry.id, entry.order] as const],
    ),
  );
  if (wished.size === 0) return rows;
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = row.issue ?? '';
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const placed = group.filter((row) => !wished.has(row.id));
    const moved = group.filter((row) => wished.has(row.id));
    moved.sort((a, b) => (wished.get(a.id) ?? 0) - (wished.get(b.id) ?? 0));
    for (const row of moved) placed.splice(Math.max(0, wished.get(row.id) ?? 0), 0, row);
    return placed;
  });
}
