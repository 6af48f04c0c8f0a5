// The laws of design section 3, over seeded random dossiers. PARLEY_SEED repeats a run.
import { describe, expect, test } from 'vitest';
import type { Comparison, Row } from '#lib/engine/comparison.ts';
import { compare } from '#lib/engine/compare.ts';
import { gravity } from '#lib/engine/findings.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { randomPositions } from './support/random-positions.ts';
import { renameParties } from './support/rename-parties.ts';

const runs = 1000;
const seed = Number(process.env['PARLEY_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
console.log(`laws: ${String(runs)} random dossiers from seed ${String(seed)} (PARLEY_SEED)`);

const seeds = Array.from({ length: runs }, (_, index) => seed + index);

/** Runs a law over all dossiers and names the seed that breaks it. */
function hold(law: (dossier: Dossier, comparison: Comparison) => void): void {
  for (const own of seeds) {
    const dossier = randomPositions(own);
    try {
      law(dossier, compare(dossier));
    } catch (cause) {
      throw new Error(`broken by PARLEY_SEED=${String(own)}`, { cause });
    }
  }
}

const columnsOf = (comparison: Comparison): string[] => comparison.columns.map((c) => c.id);

/** What must not change when columns change places. */
const unordered = (row: Row) => ({
  id: row.id,
  number: row.number,
  relation: row.relation,
  extent: row.extent,
  byReading: row.relationByReading,
  joint: row.jointlyIncompatible,
  deciding: row.deciding,
  pairs: row.pairs.map((p) => [[...p.columns].sort().join(), p.relation].join()).sort(),
  findings: row.findings.map((f) => [f.id, f.relation, f.extent, f.premises, f.readings]),
  inputs: row.inputs,
});

describe('laws of comparing', () => {
  test('the random dossiers make every rule fire', () => {
    const fired = new Set<string>();
    hold((_, { rows, circularOrders }) => {
      for (const finding of rows.flatMap((row) => row.findings)) fired.add(finding.rule);
      if (circularOrders.length > 0) fired.add('circular');
    });
    expect([...fired].sort()).toEqual(
      [...Array.from({ length: 16 }, (_, i) => `R${String(i + 1)}`), 'circular'].sort(),
    );
  });

  test('exchanging columns mirrors cells and evidence and changes no id, number or relation', () => {
    hold((dossier, there) => {
      const back = compare(dossier, { columns: columnsOf(there).toReversed() });
      expect(back.rows.map(unordered)).toEqual(there.rows.map(unordered));
      for (const [index, row] of there.rows.entries()) {
        const mirrored = back.rows[index];
        expect(mirrored?.cells).toEqual(row.cells.toReversed());
        for (const [place, finding] of row.findings.entries()) {
          const twin = mirrored?.findings[place];
          expect(twin?.columns).toEqual(finding.columns.toReversed());
          const columnOrder = (twin?.evidence ?? []).map((e) => e.column);
          expect(new Set(columnOrder)).toEqual(new Set(finding.evidence.map((e) => e.column)));
          const values = finding.slots.map((slot) => slot.values.toReversed());
          expect(twin?.slots.map((slot) => [...slot.values])).toEqual(values);
        }
      }
      expect(back.circularOrders.map((c) => c.id)).toEqual(there.circularOrders.map((c) => c.id));
      expect(back.counts).toEqual(there.counts);
      expect(back.restOn.map((r) => r.sets)).toEqual(there.restOn.map((r) => r.sets));
    });
  });

  test('renaming parties commutes with comparing', () => {
    const rename = (id: string) => ({ a: 'zeta', b: 'alpha', c: 'mid' })[id] ?? id;
    hold((dossier, there) => {
      const columns = columnsOf(there);
      const renamed = compare(renameParties(dossier, rename), { columns: columns.map(rename) });
      expect(renamed.rows).toEqual(renameParties(there, rename).rows);
      expect(renamed.circularOrders).toEqual(renameParties(there, rename).circularOrders);
    });
  });

  test('a determined, self-consistent paper against itself yields only same terms', () => {
    let seen = 0;
    hold((dossier, whole) => {
      for (const column of whole.columns) {
        const paper = dossier.papers.find(
          (p) => p.parties.length === 1 && p.parties[0] === column.id,
        );
        if (!paper || paper.options.length > 0) continue;
        const twin = compare(dossier, { columns: [paper.id, paper.id] });
        const determined = dossier.provisions.every(
          (p) =>
            p.vague.length === 0 &&
            (p.kind !== 'norm' || p.amounts.every((a) => !a.unset && a.unit !== 'month')),
        );
        const bad = twin.notices.some((n) => n.kind === 'self-contradiction');
        if (!determined || bad || twin.circularOrders.length > 0) continue;
        seen++;
        const relations = twin.rows
          .filter((row) => row.topic.kind === 'act' || row.topic.kind === 'order')
          .map((row) => row.relation);
        expect(new Set(relations)).toEqual(new Set(relations.length > 0 ? ['same-terms'] : []));
      }
    });
    expect(seen).toBeGreaterThan(100);
  });

  test('adding a column never removes a finding of another pair', () => {
    hold((dossier, { columns, rows }) => {
      if (columns.length < 3) return;
      const pair = columns.slice(0, 2).map((column) => column.id);
      const few = compare(dossier, { columns: pair });
      const all = new Set(rows.flatMap((row) => row.findings.map((finding) => finding.id)));
      const kept = few.rows.flatMap((row) => row.findings).filter((f) => f.columns.length === 2);
      expect(kept.filter((finding) => !all.has(finding.id))).toEqual([]);
    });
  });

  test('every provision has exactly one home row, and every clause and gap has a row', () => {
    hold((dossier, { rows }) => {
      const home = rows.flatMap((row) => [
        ...new Set(
          row.cells.flatMap((cell) =>
            cell.clauses.filter((c) => !c.cited).flatMap((c) => c.provisions),
          ),
        ),
      ]);
      const shared = new Set(home);
      for (const provision of dossier.provisions) expect(shared.has(provision.id)).toBe(true);
      const shown = new Set(
        rows.flatMap((r) => r.cells.flatMap((c) => c.clauses.map((k) => k.clause))),
      );
      const clauses = dossier.papers.flatMap((paper) => paper.clauses.map((clause) => clause.id));
      expect(clauses.filter((clause) => !shown.has(clause))).toEqual([]);
      const gaps = dossier.papers.flatMap((paper) => paper.gaps);
      expect(rows.filter((row) => row.topic.kind === 'gap').length).toBe(gaps.length);
    });
  });

  test('a row is never milder than its gravest finding between columns', () => {
    hold((_, { rows }) => {
      for (const row of rows) {
        const between = row.findings.filter((finding) => finding.columns.length > 1);
        const worst = Math.min(...between.map((finding) => gravity(finding.relation)));
        if (between.length > 0) expect(gravity(row.computed)).toBe(worst);
      }
    });
  });

  test('switching a premise off leaves no finding that rests on it', () => {
    hold((dossier, { premises }) => {
      const [first] = premises;
      if (!first) return;
      const { rows, circularOrders } = compare(dossier, { off: [first.id] });
      const resting = [...rows.flatMap((row) => row.findings), ...circularOrders];
      expect(resting.filter((found) => found.premises.includes(first.id))).toEqual([]);
    });
  });

  test('without the provisions that conflicts rest on, no conflict is left', () => {
    hold((dossier, { restOn, readings, columns, optionGroups }) => {
      const [first] = restOn;
      const [smallest] = first?.sets ?? [];
      // Taking a joint provision away would bring back what it had replaced: another question.
      const joint = dossier.papers.some((paper) => paper.kind === 'reported-outcome');
      if (!first || !smallest || joint || optionGroups.length === 0) return;
      const rest = dossier.provisions.filter((p) => !smallest.includes(p.id));
      const { rows, circularOrders } = compare(
        { ...dossier, provisions: rest },
        { columns: columns.map((c) => c.id), reading: readings[0]?.choices ?? {} },
      );
      const left = rows.filter(
        (row) => row.relation === 'incompatible' && row.topic.kind !== 'claim',
      );
      expect(left).toEqual([]);
      expect(circularOrders).toEqual([]);
    });
  });
});
