/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Bytes with damage as files suffer it: cut short, bits turned, stretches lost, doubled or blank. */
export function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const below = (limit: number): number => Math.floor(random() * limit);
  let damaged = Uint8Array.from(bytes);
  for (let times = 1 + below(3); times > 0; times -= 1) {
    const from = below(damaged.length);
    const to = Math.min(damaged.length, from + 1 + below(damaged.length / 4));
    const stretch = damaged.slice(from, to);
    switch (below(5)) {
      case 0:
        damaged = damaged.slice(0, from);
        break;
      case 1:
        for (let flips = 1 + below(20); flips > 0 && damaged.length > 0; flips -= 1) {
          const at = below(damaged.length);
          damaged[at] = (damaged[at] ?? 0) ^ (1 << below(8));
        }
        break;
      case 2:
        damaged = join(damaged.slice(0, from), damaged.slice(to));
        break;
      case 3:
        damaged = join(damaged.slice(0, to), stretch, damaged.slice(to));
        break;
      default:
        damaged.fill(below(256), from, to);
    }
  }
  return damaged;
}

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
