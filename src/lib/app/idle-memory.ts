import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const quietMs = 2_000;

type Collect = (how: { readonly type: 'major'; readonly flavor: 'last-resort' }) => void;

let timer: NodeJS.Timeout | undefined;
let collect: Collect | undefined;

/**
 * Gives memory back once nobody has asked for anything for two seconds. Node collects garbage only
 * when it needs room, so that a server on a laptop would keep what one large page took for hours.
 */
export function noteRequest(): void {
  if (timer === undefined) timer = setTimeout(giveBack, quietMs).unref();
  else timer.refresh();
}

const isCollect = (value: unknown): value is Collect => typeof value === 'function';

function giveBack(): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    const exposed: unknown = runInNewContext('gc');
    collect = isCollect(exposed) ? exposed : () => undefined;
  }
  // This flavour also hands pages back to the system that are kept for later.
  collect({ type: 'major', flavor: 'last-resort' });
}
