import type { RequestEvent } from '@sveltejs/kit';

/**
 * Does work whose signal is given as soon as whoever asked for it is gone: the page was closed, or the
 * request given up. The signal of the request itself only tells of what happens while its body is read.
 */
export async function whileConnected<T>(
  { platform }: Pick<RequestEvent, 'platform'>,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  // The development server hands no connection on.
  const socket = platform?.req.socket;
  if (socket?.destroyed === true) leave();
  socket?.once('close', leave);
  try {
    return await work(gone.signal);
  } finally {
    socket?.off('close', leave);
  }
}
