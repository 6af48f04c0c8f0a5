import { moveKinds, type Move } from '#lib/engine/rounds/move.ts';
import type { RoundsTools } from './rounds-tools.ts';
import type { MoveTally } from './rounds-view.ts';

/** How often each kind of move occurs, in the order of kinds. */
export function tallyMoves({ speaker }: RoundsTools, moves: readonly Move[]): readonly MoveTally[] {
  return moveKinds.flatMap((kind) => {
    const count = moves.filter((move) => move.kind === kind).length;
    return count === 0 ? [] : [{ kind, word: speaker.words.moves[kind].name, count }];
  });
}
