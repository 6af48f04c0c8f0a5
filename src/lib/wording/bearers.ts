import type { Id } from '#lib/model/id.ts';
import { orderActors } from './domains.ts';
import type { Bearer } from './stance-phrases.ts';
import type { Voice } from './voice.ts';

/** The party that speaks in a column, where it is just one. */
export function speakerOf({ comparison }: Voice, column: Id): Id | undefined {
  const parties = comparison.columns.find(({ id }) => id === column)?.parties ?? [];
  return parties.length === 1 ? parties[0] : undefined;
}

/** Those bound, in the order of the columns, the speaker marked. */
export const bearersOf = (
  voice: Voice,
  actors: readonly Id[],
  self: Id | undefined,
): readonly Bearer[] =>
  orderActors(voice, actors).map((id) => ({ name: voice.names.actor(id), self: id === self }));
