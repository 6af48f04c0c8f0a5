// What a page is sent of a dossier while it is open: who else is here, and what others changed.
import { randomUUID } from 'node:crypto';
import type { ChangeEntry } from '#lib/model/change-entry.ts';
import type { LiveState } from '#lib/server/live-hub.ts';
import { findRole, identifyViewer } from './identify-viewer.ts';
import type { Site } from './site.ts';
import type { Viewer } from './viewer.ts';

export interface StreamRequest {
  readonly dossier: string;
  readonly viewer: Viewer;
  readonly headers: Headers;
  /** The last change the page knows; undefined for the newest there is. */
  readonly after: number | undefined;
}

/** How many streams somebody may have open at a server. */
export const mostStreams = 30;

const heartbeatMs = 20_000;
const mostEntries = 50;

/**
 * A stream of server-sent events. It ends when the viewer loses the right to read, the dossier goes,
 * or the server is to end; a browser then asks again by itself, naming the last change it saw.
 */
export function openLiveStream(site: Site, request: StreamRequest): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end: () => void = () => undefined;
  return new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const stream = randomUUID();
      const state = { open: true };
      const send = (text: string): void => {
        if (!state.open) return;
        try {
          controller.enqueue(encoder.encode(text));
        } catch {
          // The reader is gone, and nobody has said so yet.
          end();
        }
      };
      let leave: (() => Promise<void>) | undefined;
      const forget = site.live.onClose(() => {
        end();
      });
      end = () => {
        if (!state.open) return;
        state.open = false;
        clearInterval(timer);
        forget();
        void leave?.().catch(() => undefined);
        try {
          controller.close();
        } catch {
          // The reader closed it already.
        }
      };
      const timer = setInterval(() => {
        send(': still here\n\n');
        void keepAlive(site, request, stream).then(
          (may) => {
            if (!may) end();
          },
          () => undefined,
        );
      }, heartbeatMs);
      timer.unref();
      send('retry: 3000\n\n');
      const teller = makeTeller(site, request, { send, end });
      const { dossier, viewer } = request;
      const { id, name } = viewer;
      try {
        leave = await site.live.watch({ stream, dossier, viewer: id, name, tell: teller });
        if (!state.open) await leave();
      } catch {
        // The database is away or full; the browser asks again by itself.
        end();
      }
    },
    cancel: () => {
      end();
    },
  });
}

/** Whether the viewer may still read; their presence is renewed. */
async function keepAlive(
  site: Site,
  { dossier, headers, viewer }: StreamRequest,
  stream: string,
): Promise<boolean> {
  await site.live.renew(stream);
  const now = await identifyViewer(site, headers, new Date().toISOString());
  if (now?.id !== viewer.id) return false;
  return (await findRole(site, now, dossier)) !== undefined;
}

interface Pipe {
  readonly send: (text: string) => void;
  readonly end: () => void;
}

const event = (name: string, data: unknown, id?: number): string =>
  `event: ${name}\n${id === undefined ? '' : `id: ${String(id)}\n`}data: ${JSON.stringify(data)}\n\n`;

function makeTeller(
  { store, database }: Site,
  { dossier, viewer, after }: StreamRequest,
  { send, end }: Pipe,
): (state: LiveState) => void {
  let known = after;
  let here = '';
  let telling = Promise.resolve();
  const tell = async ({ sequence, here: present }: LiveState): Promise<void> => {
    if (sequence === null) {
      send(event('gone', {}));
      end();
      return;
    }
    // A right that was taken meanwhile counts at once, not only at the next heartbeat.
    if ((await findRole({ database }, viewer, dossier)) === undefined) {
      end();
      return;
    }
    const others = present.filter((one) => one.viewer !== viewer.id).map(({ name }) => name);
    if (JSON.stringify(others) !== here) send(event('here', { others }));
    here = JSON.stringify(others);
    const since = known ?? sequence;
    // A browser that has to ask again names the last number it was told.
    if (known === undefined) send(`id: ${String(sequence)}\n\n`);
    // A restore brings older numbers back; then the page is simply read again.
    if (sequence < since || sequence - since > mostEntries) {
      send(event('reload', {}, sequence));
      known = sequence;
      return;
    }
    known ??= sequence;
    if (sequence === since) return;
    const query = { viewer: viewer.id, after: since, limit: mostEntries, partLimit: 5 };
    const entries = await store.changes(dossier, query);
    for (const entry of entries.toReversed())
      send(event('change', describe(entry, viewer), entry.number));
    known = sequence;
  };
  return (state) => {
    telling = telling.then(() => tell(state)).catch(() => undefined);
  };
}

const describe = (entry: ChangeEntry, viewer: Viewer) => ({
  number: entry.number,
  who: entry.authorName,
  own: entry.author === viewer.id,
  at: entry.at,
  records: entry.partCount,
});
