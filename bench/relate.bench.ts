// How long comparing takes: the example dossier that people see first, a thousand provisions a side,
// and a time network of three thousand links.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '#lib/engine/compare.ts';
import { isConsistent, shortestCycle, type Constraint } from '#lib/engine/time-network.ts';
import { parseBundle } from '#lib/formats/parse-bundle.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { modalities } from '#lib/model/provision.ts';
import { randomFrom } from '../tests/support/arbitrary-dossier.ts';
import { aDossier, aNorm, type Sketch } from '../tests/support/builders.ts';
import { root } from '../scripts/setup.mjs';
import { measureMs, type Bench } from './bench.ts';

function readExample(id: string): Dossier {
  const folder = join(root, 'data', id);
  const names = ['dossier.json', ...readdirSync(join(folder, 'papers')).map((n) => `papers/${n}`)];
  const parsed = parseBundle(new Map(names.map((n) => [n, readFileSync(join(folder, n))])));
  if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
  return parsed.value;
}

/** `count` norms a side on half as many acts, with amounts, so that about half of them meet. */
function largeDossier(count: number): Dossier {
  const random = randomFrom(7);
  const acts = Array.from({ length: Math.ceil(count / 2) }, (_, i) => `act-${i}`);
  const sideOf = (by: string): Sketch[] =>
    Array.from({ length: count }, () =>
      aNorm(by, modalities[Math.floor(random() * modalities.length)] ?? 'must', {
        act: acts[Math.floor(random() * acts.length)],
        amounts: [{ of: 'cap', unit: 'people', max: Math.floor(random() * 9) }],
        ...(random() < 0.3 ? { scope: { time: [random() < 0.5 ? 'peace' : 'war'] } } : {}),
      }),
    );
  const basis = { kind: 'interpretive', judgement: 'for the bench' };
  const links = acts.slice(1, acts.length / 4).map((from, i) => ({
    id: `l${i}`,
    from,
    relation: i % 3 === 0 ? 'excludes' : 'kind-of',
    to: acts[Math.floor(random() * (i + 1))],
    basis,
  }));
  return aDossier({
    says: [...sideOf('a'), ...sideOf('b')],
    fields: { acts: acts.map((id) => ({ id, label: `do ${id}` })), links },
  });
}

/** A consistent network, and the same with one contradiction of five links planted in it. */
function network(links: number): { nodes: number; edges: Constraint[]; broken: Constraint[] } {
  const random = randomFrom(11);
  const nodes = Math.ceil(links / 3);
  const edges = Array.from({ length: links }, (): Constraint => {
    const [a, b] = [Math.floor(random() * nodes), Math.floor(random() * nodes)];
    return { from: Math.max(a, b), to: Math.min(a, b), days: -Math.floor(random() * 3), strict: 0 };
  });
  const ring = [3, 90, 200, 310, 420].map((node) => node % nodes);
  const planted = ring.map((to, i): Constraint => {
    return { from: ring[(i + 1) % ring.length] ?? 0, to, days: 0, strict: 1 };
  });
  return { nodes, edges, broken: [...edges, ...planted] };
}

const bench: Bench = {
  name: 'relate',
  run: async ({ smoke }) => {
    const times = smoke ? 1 : 9;
    const istanbul = readExample('istanbul-2025');
    const count = smoke ? 50 : 1000;
    const large = largeDossier(count);
    const { nodes, edges, broken } = network(smoke ? 150 : 3000);
    return [
      {
        name: 'compare istanbul-2025',
        size: `${istanbul.provisions.length} provisions`,
        median: await measureMs(() => compare(istanbul), { times }),
        unit: 'ms',
        limit: 100,
      },
      {
        name: 'relate',
        size: `${count} × ${count} provisions`,
        median: await measureMs(() => compare(large), { times }),
        unit: 'ms',
        limit: 300,
      },
      {
        name: 'time network, consistent',
        size: `${edges.length} links`,
        median: await measureMs(() => isConsistent(nodes, edges), { times }),
        unit: 'ms',
        limit: 100,
      },
      {
        name: 'time network, shortest cycle',
        size: `${broken.length} links`,
        median: await measureMs(() => shortestCycle(nodes, broken), { times }),
        unit: 'ms',
        limit: 100,
      },
    ];
  },
};

export default bench;
