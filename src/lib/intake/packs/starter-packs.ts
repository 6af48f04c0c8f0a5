import ceasefire from './ceasefire-and-peace.json' with { type: 'json' };
import labour from './labour.json' with { type: 'json' };
import { parseStarterPack, type StarterPack } from './starter-pack.ts';
import trade from './trade.json' with { type: 'json' };

/** The packs that come with Parley, by title. A pack that cannot be read is a bug of ours. */
export const starterPacks: readonly StarterPack[] = [ceasefire, labour, trade].map((input) => {
  const pack = parseStarterPack(input);
  if (!pack.ok) throw new Error(`a starter pack is broken: ${JSON.stringify(pack.problems[0])}`);
  return pack.value;
});

/** The packs of these ids, in the order of the list; unknown ids are left out. */
export const choosePacks = (ids: readonly string[]): readonly StarterPack[] =>
  starterPacks.filter(({ id }) => ids.includes(id));
