// Eight clients edit the same dossier at once, through one server and through two. Each is told the
// truth about each of its edits: what was written is in the log, and who was stale was told so.
import { expect, test } from 'vitest';
import { ask, isLong, readLog, startServer, type TestServer } from '../support/test-server.ts';
import { onBothPlaces } from './places.ts';

const dossier = 'port-wages';
const clients = 8;
const durationMs = isLong ? 60_000 : 3_000;
const counters = ['counter-a', 'counter-b', 'counter-c'];

/** What one client was told of one attempt to count up. */
interface Attempt {
  readonly name: string;
  readonly counter: string;
  readonly base: number;
  readonly outcome: 'written' | 'stale';
  readonly number?: number;
  /** The version a stale client was told of. */
  readonly theirs?: number;
}

interface Counter {
  readonly version: number;
  readonly body: { readonly title: string };
}

const body = (id: string, count: number) => ({
  ...{ id, publisher: 'A counter', title: String(count), language: 'en' },
});

async function makeCounters({ address }: TestServer): Promise<void> {
  const edits = counters.map((id) => ({
    ...{ op: 'put', kind: 'source', id, base: null, body: body(id, 0) },
  }));
  const made = await ask(address, `/dossiers/${dossier}/changes`, {
    method: 'POST',
    json: { edits },
  });
  expect(made.status).toBe(200);
}

/** Reads a counter and counts it up on the version that was read, again and again. */
async function count(address: string, client: number, until: number): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  while (Date.now() < until) {
    const counter = counters[(client + attempts.length) % counters.length] ?? '';
    const name = `c${String(client)}-${String(attempts.length)}`;
    const path = `/dossiers/${dossier}/records/source/${counter}`;
    const read = await ask<Counter>(address, path);
    expect(read.status).toBe(200);
    const { version: base } = read.body;
    const next = body(counter, Number(read.body.body.title) + 1);
    const edits = [{ op: 'put', kind: 'source', id: counter, base, body: next }];
    const { status, body: answer } = await ask<{
      number: number;
      conflicts: readonly { version: number }[];
    }>(address, `/dossiers/${dossier}/changes`, {
      method: 'POST',
      json: { request: name, note: name, edits },
    });
    const common = { name, counter, base };
    if (status === 200) attempts.push({ ...common, outcome: 'written', number: answer.number });
    else {
      expect(status, JSON.stringify(answer)).toBe(409);
      const theirs = answer.conflicts[0]?.version ?? 0;
      attempts.push({ ...common, outcome: 'stale', theirs });
    }
  }
  return attempts;
}

async function contend(servers: readonly TestServer[]): Promise<string> {
  const [first] = servers;
  if (first === undefined) throw new Error('no server');
  await makeCounters(first);
  const until = Date.now() + durationMs;
  const told = await Promise.all(
    Array.from({ length: clients }, (_, client) =>
      count(servers[client % servers.length]?.address ?? '', client, until),
    ),
  );
  const attempts = told.flat();
  const written = attempts.filter(({ outcome }) => outcome === 'written');
  const stale = attempts.filter(({ outcome }) => outcome === 'stale');
  const log = await readLog(first.address, dossier);
  expect(log.map(({ number }) => number)).toEqual(log.map((_, index) => index + 1));
  // Every edit that was acknowledged is in the log under its number, and nothing else is.
  const noted = log.flatMap(({ note, number }) =>
    note === null ? [] : [`${note}@${String(number)}`],
  );
  const acknowledged = written.map(({ name, number }) => `${name}@${String(number)}`);
  expect(noted.toSorted()).toEqual(acknowledged.toSorted());
  // Written was written on the newest version at its place in the order; stale was behind.
  const versions = new Map<string, number>(counters.map((id) => [id, 2]));
  for (const entry of log.slice(2)) {
    const [part] = entry.parts;
    expect(part?.beforeVersion).toBe(versions.get(part?.id ?? ''));
    versions.set(part?.id ?? '', entry.number);
  }
  for (const { base, theirs = 0 } of stale) expect(theirs).toBeGreaterThan(base);
  for (const { name, base, number = 0 } of written) {
    expect(log[number - 1]?.parts[0]?.beforeVersion, name).toBe(base);
  }
  // The counters say how many edits there were.
  for (const server of servers) {
    let sum = 0;
    for (const id of counters) {
      const { body: read } = await ask<Counter>(
        server.address,
        `/dossiers/${dossier}/records/source/${id}`,
      );
      sum += Number(read.body.title);
    }
    expect(sum).toBe(written.length);
  }
  expect(written.length).toBeGreaterThan(clients);
  expect(stale.length).toBeGreaterThan(0);
  return `${String(attempts.length)} attempts, ${String(written.length)} written, ${String(stale.length)} stale`;
}

onBothPlaces('eight clients on one dossier', (fresh, engine) => {
  test.each([1, 2])(
    'are told the truth by %i server(s)',
    async (count) => {
      const plan = await fresh();
      const servers: TestServer[] = [];
      for (let index = 0; index < count; index += 1) servers.push(await startServer(plan));
      try {
        const told = await contend(servers);
        console.log(`contention on ${engine}, ${String(count)} server(s): ${told}`);
      } finally {
        for (const server of servers) expect(await server.stop()).toBe(0);
      }
    },
    200_000,
  );
});
