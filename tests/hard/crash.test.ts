// A writer edits through the real server, which is killed at random moments and started again. What
// was acknowledged has to be there, once; what was not may be asked again under the same name.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  ask,
  chooseSeed,
  endOf,
  isLong,
  launch,
  randomOf,
  readLog,
  startServer,
  type LogEntry,
  type Question,
} from '../support/test-server.ts';
import { onBothPlaces } from './places.ts';

const dossier = 'port-wages';
const kills = isLong ? 40 : 3;
const writers = 3;

/** A request of the writer: its name is also the note in the log. */
interface Request {
  readonly name: string;
  readonly path: string;
  readonly question: Question;
  /** The change it takes back, for one that undoes. */
  readonly undoes?: number;
}

interface Acknowledged {
  readonly name: string;
  readonly number: number;
  readonly undoes?: number;
}

const source = (id: string, title: string) => ({ id, publisher: 'A paper', title, language: 'en' });

/** One writer's endless list of requests: records made, changed, several at once, and taken back. */
class Writer {
  readonly #id: number;
  readonly #random: () => number;
  #count = 0;
  /** The sources this writer made, with the version it knows. */
  readonly #known = new Map<string, number>();

  constructor(id: number, random: () => number) {
    this.#id = id;
    this.#random = random;
  }

  next(last: Acknowledged | undefined): Request {
    const name = `w${String(this.#id)}-${String((this.#count += 1))}`;
    const choice = this.#random();
    if (choice < 0.15 && last !== undefined && last.undoes === undefined) {
      const path = `/dossiers/${dossier}/changes/${String(last.number)}/undo`;
      const question = { method: 'POST', headers: { 'idempotency-key': name } };
      return { name, path, question, undoes: last.number };
    }
    const [known] = [...this.#known];
    const put = (id: string, base: number | null) => ({
      ...{ op: 'put', kind: 'source', id, base },
      body: source(id, `${name} ${'лист '.repeat(Math.floor(this.#random() * 400))}`.trim()),
    });
    const edits =
      choice < 0.5 && known !== undefined
        ? [put(known[0], known[1])]
        : choice < 0.7
          ? [put(`${name}-a`, null), put(`${name}-b`, null), put(`${name}-c`, null)]
          : [put(name, null)];
    const path = `/dossiers/${dossier}/changes`;
    return { name, path, question: { method: 'POST', json: { request: name, note: name, edits } } };
  }

  learn(versions: Readonly<Record<string, number>>, undone: boolean): void {
    if (undone) this.#known.clear();
    else
      for (const [key, version] of Object.entries(versions))
        this.#known.set(key.replace('source/', ''), version);
  }
}

interface ChangeAnswer {
  readonly number: number;
  readonly versions: Readonly<Record<string, number>>;
}

onBothPlaces('killing the server', (fresh, engine) => {
  test(`no acknowledged change is lost or doubled over ${String(kills)} kills`, async () => {
    const random = randomOf(chooseSeed(`crash on ${engine}`));
    const plan = await fresh();
    const hands = Array.from({ length: writers }, (_, index) => new Writer(index, random));
    const acknowledged: Acknowledged[] = [];
    let unanswered: Request[] = [];
    const send = async (address: string, request: Request, hand?: Writer): Promise<boolean> => {
      try {
        const { path, question, name, undoes } = request;
        const { status, body } = await ask<ChangeAnswer>(address, path, question);
        // What was changed meanwhile (by a retried request) may refuse; it must not half succeed.
        if (status !== 200) expect([409, 422]).toContain(status);
        else {
          acknowledged.push({ name, number: body.number, ...(undoes && { undoes }) });
          hand?.learn(body.versions, undoes !== undefined);
        }
        return true;
      } catch (error) {
        if (error instanceof TypeError || error instanceof SyntaxError) return false;
        throw error;
      }
    };
    for (let kill = 0; kill < kills; kill += 1) {
      // Now and then it is killed while it starts, and has to start again.
      if (random() < 0.25) {
        const { child } = await launch(plan);
        await sleep(random() * 500);
        await endOf(child, 'SIGKILL');
      }
      const server = await startServer(plan);
      for (const request of unanswered) expect(await send(server.address, request)).toBe(true);
      unanswered = [];
      let dead = false;
      const work = hands.map(async (hand) => {
        let last: Acknowledged | undefined;
        while (!dead) {
          const request = hand.next(last);
          if (!(await send(server.address, request, hand))) {
            unanswered.push(request);
            return;
          }
          last = acknowledged.findLast(({ name }) => name === request.name);
        }
      });
      await sleep(2 + random() * 400);
      await server.kill();
      dead = true;
      await Promise.all(work);
      if (engine === 'sqlite') checkFile(join(plan.data, 'parley.db'));
    }
    const server = await startServer(plan);
    for (const request of unanswered) expect(await send(server.address, request)).toBe(true);
    const log = await readLog(server.address, dossier);
    expect(acknowledged.length).toBeGreaterThan(kills);
    checkLog(log, acknowledged);
    await checkReplay(server.address, log);
    expect(await server.stop()).toBe(0);
    console.log(
      `crash on ${engine}: ${String(kills)} kills, ${String(acknowledged.length)} acknowledged changes, ${String(log.length)} in the log`,
    );
  }, 900_000);
});

function checkFile(file: string): void {
  const database = new DatabaseSync(file);
  expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
  database.close();
}

function checkLog(log: readonly LogEntry[], acknowledged: readonly Acknowledged[]): void {
  expect(log.map(({ number }) => number)).toEqual(log.map((_, index) => index + 1));
  const notes = log.flatMap(({ note }) => note ?? []);
  expect(new Set(notes).size).toBe(notes.length);
  const undone = log.flatMap(({ undoes }) => undoes ?? []);
  expect(new Set(undone).size).toBe(undone.length);
  for (const { name, number, undoes } of acknowledged) {
    const entry = log[number - 1];
    if (undoes === undefined) expect(entry?.note).toBe(name);
    else expect(entry?.undoes).toBe(undoes);
  }
}

/** The log, carried out from its beginning, gives the records there are. */
async function checkReplay(address: string, log: readonly LogEntry[]): Promise<void> {
  const replayed = new Map<string, unknown>();
  for (const { number, parts, partCount } of log) {
    const whole =
      parts.length === partCount
        ? parts
        : (await ask<LogEntry>(address, `/dossiers/${dossier}/changes/${String(number)}`)).body
            .parts;
    for (const { kind, id, before, after } of whole) {
      const key = `${kind}/${id}`;
      expect(replayed.get(key) ?? null).toEqual(before);
      if (after === null) replayed.delete(key);
      else replayed.set(key, after);
    }
  }
  const stored = new Map<string, unknown>();
  for (const kind of new Set([...replayed.keys()].map((key) => key.split('/')[0] ?? ''))) {
    const path = `/dossiers/${dossier}/records/${kind}`;
    const { body } = await ask<{ records: { id: string; body: unknown }[] }>(address, path);
    for (const record of body.records) stored.set(`${kind}/${record.id}`, record.body);
  }
  expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(replayed));
}
