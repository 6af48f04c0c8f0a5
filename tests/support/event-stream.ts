// Reads server-sent events as a browser would, for tests.
export interface SentEvent {
  readonly name: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

export interface EventStream {
  readonly status: number;
  /** The events so far. */
  readonly events: readonly SentEvent[];
  /** Waits until an event fits; throws after some seconds. */
  readonly until: (fits: (event: SentEvent) => boolean, limitMs?: number) => Promise<SentEvent>;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  readonly close: () => void;
}

/** Opens a stream. */
export async function openStream(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<EventStream> {
  const closing = new AbortController();
  const response = await fetch(url, { headers, signal: closing.signal, redirect: 'manual' });
  const events: SentEvent[] = [];
  const waiting = new Set<() => void>();
  const read = async (): Promise<void> => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      events.push(...messages.flatMap(parse));
      for (const wake of waiting) wake();
    }
  };
  const ended = read().catch(() => undefined);
  return {
    status: response.status,
    events,
    ended,
    close: () => {
      closing.abort();
    },
    until: async (fits, limitMs = 10_000) => {
      const deadline = Date.now() + limitMs;
      for (;;) {
        const found = events.find(fits);
        if (found !== undefined) return found;
        if (Date.now() > deadline) throw new Error(`not sent: ${JSON.stringify(events)}`);
        await new Promise<void>((done) => {
          const timer = setTimeout(done, 100);
          waiting.add(() => {
            clearTimeout(timer);
            done();
          });
        });
        waiting.clear();
      }
    },
  };
}

function parse(message: string): SentEvent[] {
  const fields = new Map(
    message.split('\n').map((line): [string, string] => {
      const at = line.indexOf(': ');
      return [line.slice(0, at), line.slice(at + 2)];
    }),
  );
  const name = fields.get('event');
  if (name === undefined) return [];
  return [
    { name, id: fields.get('id'), data: JSON.parse(fields.get('data') ?? 'null') as unknown },
  ];
}
