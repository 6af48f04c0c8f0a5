/** A key as it was pressed, and the key whose button it presses: Enter presses others than its own. */
export interface PressedKey {
  readonly key: string;
  readonly order: string;
}

interface Turns {
  /** Whether an act or a way to another clause is under way. */
  readonly isBusy: () => boolean;
  /** Does what a key says, and is done when the page shows it. */
  readonly take: (pressed: PressedKey) => Promise<void>;
  /** Hears which keys were left out. */
  readonly onleft: (keys: readonly string[]) => void;
}

/** Keys that wait for what is under way. */
export interface KeysInTurn {
  /** Whether a key has to wait. */
  readonly hasToWait: () => boolean;
  readonly add: (pressed: PressedKey) => void;
  /** Takes the keys that wait, in their order, until one of them leads on or none is left. */
  readonly catchUp: () => Promise<void>;
  /** Leaves out the keys that wait: they were meant for a clause that is not shown. */
  readonly forget: () => void;
}

/**
 * Whoever types faster than the next clause comes means that clause: what is pressed on the way there
 * waits, and is taken when it is shown.
 */
export function keysInTurn({ isBusy, take, onleft }: Turns): KeysInTurn {
  const waiting: PressedKey[] = [];
  let isTaking = false;

  return {
    hasToWait: () => isTaking || isBusy(),
    add: (pressed) => void waiting.push(pressed),
    async catchUp() {
      if (isTaking) return;
      isTaking = true;
      while (!isBusy()) {
        const next = waiting.shift();
        if (next === undefined) break;
        await take(next);
      }
      isTaking = false;
    },
    forget() {
      const left = waiting.splice(0);
      if (left.length > 0) onleft(left.map(({ key }) => key));
    },
  };
}
