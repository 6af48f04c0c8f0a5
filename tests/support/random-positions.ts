// Random dossiers in which the parties keep speaking of the same few things, so that the rules fire.
import type { Dossier } from '#lib/model/dossier.ts';
import { modalities } from '#lib/model/provision.ts';
import { aClaim, aDossier, anOrder, aNorm, type Sketch } from './builders.ts';
import { randomFrom, type Random } from './arbitrary-dossier.ts';

const pick = <T>(random: Random, list: readonly T[]): T => {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

const chance = (random: Random, share: number): boolean => random() < share;

function someNorm(random: Random, by: string): Sketch {
  const tied = chance(random, 0.25);
  return aNorm(by, pick(random, modalities), {
    act: pick(random, ['x', 'y', 'z', 'u', 'v']),
    bearers: [pick(random, ['one', 'one', 'two', 'both', 'anyone', 'three'])],
    ...(chance(random, 0.4)
      ? { scope: { time: [pick(random, ['peace', 'war', 'truce', 'calm'])] } }
      : chance(random, 0.2)
        ? { scope: { place: [pick(random, ['n', 's'])], time: ['peace'] } }
        : {}),
    ...(chance(random, 0.4) ? { amounts: [someAmount(random)] } : {}),
    ...(tied ? { given: [{ event: pick(random, ['e', 'f']) }], onlyIf: chance(random, 0.5) } : {}),
    ...(!tied && chance(random, 0.2) ? { unconditional: true } : {}),
    ...(chance(random, 0.3) ? { event: pick(random, ['g', 'h']) } : {}),
    ...(chance(random, 0.08) ? { vague: ['some'] } : {}),
    ...(chance(random, 0.1) ? { firmness: 'wish' } : {}),
  });
}

function someAmount(random: Random): Record<string, unknown> {
  const of = pick(random, ['cap', 'length']);
  const unit = of === 'cap' ? 'people' : pick(random, ['day', 'weeks', 'month']);
  if (chance(random, 0.1)) return { of, unit, unset: true };
  const low = Math.floor(random() * 5);
  const high = low + Math.floor(random() * 4);
  return pick(random, [
    { of, unit, min: low },
    { of, unit, max: high },
    { of, unit, min: low, max: high },
  ]);
}

function someOrder(random: Random, by: string): Sketch {
  const events = ['e', 'f', 'g', 'h'];
  const before = pick(random, events);
  const after = pick(
    random,
    events.filter((event) => event !== before),
  );
  return anOrder(by, before, after, {
    strict: chance(random, 0.5),
    ...(chance(random, 0.3) ? { minDays: Math.floor(random() * 10) } : {}),
    ...(chance(random, 0.3) ? { maxDays: 10 + Math.floor(random() * 20) } : {}),
  });
}

const someClaim = (random: Random, by: string): Sketch =>
  aClaim(
    by,
    pick(random, ['s', 't']),
    chance(random, 0.7),
    chance(random, 0.6) ? { min: Math.floor(random() * 9) } : undefined,
  );

export interface PositionShape {
  readonly parties?: readonly string[];
  /** Leave out joint papers, options and vagueness. */
  readonly plain?: boolean;
}

/** The dossier of a seed; the same seed gives the same dossier. */
export function randomPositions(seed: number, shape: PositionShape = {}): Dossier {
  const random = randomFrom(seed);
  const parties =
    shape.parties ??
    pick(random, [
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b', 'c'],
    ]);
  const speakers = shape.plain || chance(random, 0.7) ? parties : [...parties, 'joint'];
  const says = speakers.flatMap((by) =>
    Array.from({ length: 1 + Math.floor(random() * 6) }, (): Sketch => {
      const drawn = pick(random, [someNorm, someNorm, someNorm, someOrder, someClaim])(random, by);
      const optional = !shape.plain && by === 'a' && chance(random, 0.3);
      return optional ? { ...drawn, option: `a-group=${pick(random, ['one', 'two'])}` } : drawn;
    }),
  );
  const relations = ['kind-of', 'excludes', 'requires'];
  const acts = ['x', 'y', 'z', 'u', 'v'];
  const links = acts.flatMap((from, index) =>
    acts
      .slice(index + 1)
      .flatMap((to) => (chance(random, 0.2) ? [[from, pick(random, relations), to] as const] : [])),
  );
  return aDossier({
    parties,
    says,
    links,
    options: shape.plain ? {} : { 'a-group': ['one', 'two'] },
    gaps: chance(random, 0.3) ? ['b'] : [],
  });
}
