// The laws of telling moves, over seeded random dossiers. PARLEY_SEED repeats a run.
import { expect, test } from 'vitest';
import { reversedKind, type Move, type Passage } from '#lib/engine/rounds/move.ts';
import { traceStep } from '#lib/engine/rounds/trace-step.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { randomDossier } from './support/arbitrary-dossier.ts';
import { randomPositions } from './support/random-positions.ts';

const runs = 400;
const seed = Number(process.env['PARLEY_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
console.log(
  `laws of rounds: ${String(runs)} random dossiers from seed ${String(seed)} (PARLEY_SEED)`,
);

/** Runs a law over dossiers of both sorts and names the seed that breaks it. */
function hold(law: (dossier: Dossier) => void): void {
  for (let own = seed; own < seed + runs; own += 1) {
    for (const make of [randomPositions, randomDossier]) {
      try {
        law(make(own));
      } catch (cause) {
        throw new Error(`broken by PARLEY_SEED=${String(own)} (${make.name})`, { cause });
      }
    }
  }
}

const movesOf = (passages: readonly Passage[]): readonly Move[] => [
  ...new Map(passages.flatMap(({ moves }) => moves.map((move) => [move.id, move]))).values(),
];

/** A move without its order among others and without which text is the earlier one. */
const outline = (move: Move, isTurned: boolean): string =>
  JSON.stringify([
    isTurned ? reversedKind[move.kind] : move.kind,
    ...(isTurned ? [move.after, move.before] : [move.before, move.after]),
    move.premises,
    move.basis,
    move.id,
  ]);

test('a text against itself is unchanged throughout', () => {
  let seen = 0;
  hold((dossier) => {
    for (const { id } of dossier.papers) {
      const moves = movesOf(traceStep(dossier, { before: [id], after: [id] }));
      seen += moves.length;
      expect(moves.filter(({ kind }) => kind !== 'unchanged')).toEqual([]);
    }
  });
  expect(seen).toBeGreaterThan(1000);
});

test('exchanging two texts exchanges more and less, added and dropped, and changes nothing else', () => {
  const kinds = new Set<string>();
  hold((dossier) => {
    const [one, two] = dossier.papers;
    if (!one || !two) return;
    const there = movesOf(traceStep(dossier, { before: [one.id], after: [two.id] }));
    const back = movesOf(traceStep(dossier, { before: [two.id], after: [one.id] }));
    for (const { kind } of there) kinds.add(kind);
    expect(back.map((move) => outline(move, true)).sort()).toEqual(
      there.map((move) => outline(move, false)).sort(),
    );
  });
  for (const kind of ['asks-more', 'asks-less', 'shifted', 'added', 'dropped', 'undetermined'])
    expect(kinds).toContain(kind);
});

test('every provision of two texts stands in exactly one move or in several of its own act', () => {
  hold((dossier) => {
    const [one, two] = dossier.papers;
    if (!one || !two) return;
    const moves = movesOf(traceStep(dossier, { before: [one.id], after: [two.id] }));
    const told = new Set(moves.flatMap(({ before, after }) => [...before, ...after]));
    const clauses = new Set(
      [one, two].flatMap((paper) =>
        paper.clauses
          .filter((c) => c.availability === 'present' && c.kind === 'clause')
          .map(({ id }) => id),
      ),
    );
    const own = dossier.provisions.filter((p) => clauses.has(p.clause) && p.layer === 'main');
    expect(own.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([]);
  });
});
