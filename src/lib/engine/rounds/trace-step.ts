/** What became of a text: passages in reading order, each with its moves. Pure and without a clock. */
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import type { Provision } from '#lib/model/provision.ts';
import { compareOwnWords } from './own-words.ts';
import { moveLeftovers } from './leftover-moves.ts';
import type { Move, Passage } from './move.ts';
import { moveNorms } from './norm-moves.ts';
import { moveClaims, moveOrders } from './order-moves.ts';
import type { PairedClauses } from './pair-clauses.ts';
import { keyOf, setStep, type Step, type StepQuestion } from './step.ts';
import { cutStrands } from './strands.ts';
import { areOwnWords, moveWords } from './word-moves.ts';

/**
 * Tells what became of the papers that stood before in those that stand after. A move that rests on
 * several clauses stands with each of them.
 */
export function traceStep(dossier: Dossier, question: StepQuestion): readonly Passage[] {
  const step = setStep(dossier, question);
  const moves = moveProvisions(step);
  const homes = placeMoves(step, moves);
  const coded = new Set([...step.before.provisions, ...step.after.provisions].map((p) => p.clause));
  const placeOf = createPlaces(step);
  return step.passages
    .map((passage) => furnish(step, passage, { moves: homes.get(passage) ?? [], coded }))
    .filter((passage) => passage !== undefined)
    .sort((a, b) => placeOf(a) - placeOf(b));
}

function moveProvisions(step: Step): readonly Move[] {
  const moves: Move[] = [];
  const left: Provision[] = [];
  const right: Provision[] = [];
  const { scene } = step;
  const byKey = (list: readonly Provision[]) => Map.groupBy(list, (p) => keyOf(scene, p));
  const [before, after] = [byKey(step.before.provisions), byKey(step.after.provisions)];
  for (const key of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    for (const strand of cutStrands(step, before.get(key) ?? [], after.get(key) ?? [])) {
      const isNorm = (p: Provision) => p.kind === 'norm';
      const isOrder = (p: Provision) => p.kind === 'order';
      const isClaim = (p: Provision) => p.kind === 'claim';
      if (strand.before.length === 0 || strand.after.length === 0) {
        left.push(...strand.before);
        right.push(...strand.after);
      } else if (strand.before.every(isNorm)) {
        const told = moveNorms(step, {
          ...strand,
          before: strand.before.filter(isNorm),
          after: strand.after.filter(isNorm),
        });
        moves.push(...told.moves);
        left.push(...told.before);
        right.push(...told.after);
      } else if (strand.before.every(isOrder)) {
        const orders = {
          before: strand.before.filter(isOrder),
          after: strand.after.filter(isOrder),
        };
        moves.push(moveOrders(step, { ...strand, ...orders }));
      } else {
        const claims = {
          before: strand.before.filter(isClaim),
          after: strand.after.filter(isClaim),
        };
        moves.push(moveClaims(step, { ...strand, ...claims }));
      }
    }
  }
  return [...moves, ...moveLeftovers(step, { before: left, after: right })];
}

/** A move stands with every clause whose provisions it tells of. */
function placeMoves(
  { scene, passageOf }: Step,
  moves: readonly Move[],
): ReadonlyMap<PairedClauses, readonly Move[]> {
  const homes = new Map<PairedClauses, Move[]>();
  for (const move of moves) {
    const passages = (['before', 'after'] as const).flatMap((side) =>
      move[side].flatMap((id) => {
        const clause = scene.lookup.provisions.get(id)?.clause;
        return (clause === undefined ? undefined : passageOf(side, clause)) ?? [];
      }),
    );
    for (const passage of new Set(passages))
      homes.set(passage, [...(homes.get(passage) ?? []), move]);
  }
  return homes;
}

interface Found {
  readonly moves: readonly Move[];
  readonly coded: ReadonlySet<Id>;
}

function furnish(step: Step, passage: PairedClauses, { moves, coded }: Found): Passage | undefined {
  const clauses = [...passage.before, ...passage.after];
  const isCoded = clauses.some((id) => coded.has(id));
  const bare = isCoded ? undefined : moveWords(step, passage);
  const told = isCoded ? inOrder(step, withWords(step, passage, moves)) : bare ? [bare] : [];
  if (told.length === 0) return undefined;
  const issue = told.find((move) => move.issue !== undefined)?.issue ?? issueOf(step, clauses);
  return { ...passage, isCoded, ...(issue === undefined ? {} : { issue }), moves: told };
}

/** A coded clause that asks the same and has other words, or another place, is told as that. */
function withWords(step: Step, passage: PairedClauses, moves: readonly Move[]): readonly Move[] {
  const { before, after, isMoved } = passage;
  if (!moves.every(({ kind }) => kind === 'unchanged') || before.length * after.length === 0)
    return moves;
  const read = (clauses: readonly Id[]): string => clauses.map(step.wordsOf).join('\n');
  const isSame =
    !areOwnWords(step, [...before, ...after]) ||
    compareOwnWords(read(before), read(after)) === 'unchanged';
  const kind = !isSame ? 'reworded' : isMoved ? 'moved' : 'unchanged';
  return moves.map((move, index) => (index === 0 ? { ...move, kind } : move));
}

const inOrder = ({ scene }: Step, moves: readonly Move[]): readonly Move[] => {
  const rank = ({ before, after }: Move): number =>
    Math.min(...[...before, ...after].map((id) => scene.lookup.provisionRank.get(id) ?? 0));
  return moves.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
};

const issueOf = ({ scene }: Step, clauses: readonly Id[]): Id | undefined =>
  clauses.flatMap((id) => scene.lookup.clauses.get(id)?.clause.issues ?? [])[0];

/** Where passages stand: at the place of their first clause in either text. */
function createPlaces({ before, after }: Step): (passage: Passage) => number {
  const papers = [...before.papers, ...after.papers];
  const places = new Map(papers.flatMap((paper) => paper.clauses.map(({ id }, at) => [id, at])));
  return (passage) =>
    Math.min(...[...passage.before, ...passage.after].map((id) => places.get(id) ?? 0));
}
