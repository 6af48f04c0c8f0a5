// Changes and presence through two real servers on the same database.
import { expect, test } from 'vitest';
import { openStream } from '../support/event-stream.ts';
import { ask, startServer, type TestServer } from '../support/test-server.ts';
import { onBothPlaces } from './places.ts';

const dossier = 'port-wages';
const events = (server: TestServer, after = ''): string =>
  `${server.address}/api/v1/dossiers/${dossier}/events${after}`;

const addSource = (server: TestServer, id: string) =>
  ask<{ number: number }>(server.address, `/dossiers/${dossier}/changes`, {
    method: 'POST',
    json: {
      edits: [
        {
          ...{ op: 'put', kind: 'source', id, base: null },
          body: { id, publisher: 'P', title: 'T', language: 'en' },
        },
      ],
    },
  });

onBothPlaces('live updates', (fresh) => {
  test('a change through one server is told by both, in order, with nothing left out', async () => {
    const plan = await fresh();
    const [one, two] = [await startServer(plan), await startServer(plan)];
    try {
      const streams = [await openStream(events(one)), await openStream(events(two))];
      for (const stream of streams)
        await stream.until(({ name }) => name === 'here').catch(() => 0);
      for (let index = 0; index < 5; index += 1)
        expect((await addSource(index % 2 === 0 ? one : two, `s${String(index)}`)).status).toBe(
          200,
        );
      for (const stream of streams) {
        await stream.until(({ id }) => id === '6');
        const numbers = stream.events.filter(({ name }) => name === 'change').map(({ id }) => id);
        expect(numbers).toEqual(['2', '3', '4', '5', '6']);
        stream.close();
      }
    } finally {
      expect(await one.stop()).toBe(0);
      expect(await two.stop()).toBe(0);
    }
  });

  test('who was away is told what happened meanwhile', async () => {
    const server = await startServer(await fresh());
    try {
      for (const id of ['a', 'b', 'c']) await addSource(server, id);
      const stream = await openStream(events(server, '?after=2'));
      await stream.until(({ id }) => id === '4');
      const numbers = stream.events.filter(({ name }) => name === 'change').map(({ id }) => id);
      expect(numbers).toEqual(['3', '4']);
      stream.close();
    } finally {
      expect(await server.stop()).toBe(0);
    }
  });

  test('a server that is to end ends its streams at once', async () => {
    const server = await startServer(await fresh());
    const streams = await Promise.all([1, 2, 3].map(() => openStream(events(server))));
    const begun = Date.now();
    expect(await server.stop()).toBe(0);
    await Promise.all(streams.map(({ ended }) => ended));
    // Far below the time after which a server is ended by force.
    expect(Date.now() - begun).toBeLessThan(8_000);
  });

  test('a deleted dossier ends its streams, which say so', async () => {
    const server = await startServer(await fresh());
    try {
      const stream = await openStream(events(server));
      const { body } = await ask<{ dossier: { title: string } }>(
        server.address,
        `/dossiers/${dossier}`,
      );
      const name = encodeURIComponent(body.dossier.title);
      await ask(server.address, `/dossiers/${dossier}?name=${name}`, { method: 'DELETE' });
      await stream.until(({ name: told }) => told === 'gone');
      await stream.ended;
      const again = await openStream(events(server));
      expect(again.status).toBe(404);
    } finally {
      expect(await server.stop()).toBe(0);
    }
  });
});
