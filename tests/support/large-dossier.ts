// A dossier as large as any: several parties, thousands of acts under many issues, about half of the
// parties speaking of each act. Made from a seed, so that two runs show the same table.
import type { Dossier } from '#lib/model/dossier.ts';
import { modalities } from '#lib/model/provision.ts';
import { randomFrom } from './arbitrary-dossier.ts';
import { aDossier, aNorm, type Sketch } from './builders.ts';

export interface LargeDossier {
  /** Acts, each of which becomes a row. */
  readonly rows: number;
  readonly parties: number;
  readonly seed?: number;
}

const words =
  'withdraw deploy open close inspect return release fund rebuild mark patrol clear store lease guard'.split(
    ' ',
  );
const things =
  'the eastern harbour,the lake road,all depots,the border posts,heavy boats,the old bridge,each mast,the ferry line'.split(
    ',',
  );

/** Makes the dossier. */
export function aLargeDossier({ rows, parties, seed = 5 }: LargeDossier): Dossier {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[], fallback: T): T =>
    list[Math.floor(random() * list.length)] ?? fallback;
  const sides = Array.from({ length: parties }, (_, i) => `side-${String(i + 1)}`);
  const issues = Array.from({ length: Math.ceil(rows / 40) }, (_, i) => ({
    id: `issue-${String(i)}`,
    label: `Matter ${String(i + 1)}: ${pick(things, 'things')}`,
  }));
  const acts = Array.from({ length: rows }, (_, i) => ({
    id: `act-${String(i)}`,
    label: `${pick(words, 'mark')} ${pick(things, 'all')} no. ${String(i + 1)}`,
  }));
  const says = acts.flatMap(({ id }, i): Sketch[] => {
    const speaking = sides.filter(() => random() < 0.5);
    const heard = speaking.length === 0 ? sides.slice(0, 1) : speaking;
    return heard.map((side) =>
      aNorm(side, pick(modalities, 'must'), {
        id: `${side}-${String(i)}`,
        ...{ act: id, issues: [issues[Math.floor(i / 40)]?.id ?? 'topic'] },
      }),
    );
  });
  return aDossier({
    parties: sides,
    says,
    fields: { id: 'large', title: 'A large case', issues, acts },
  });
}
