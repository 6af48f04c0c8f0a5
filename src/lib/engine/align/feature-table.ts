/**
 * Numbers features (n-grams, stems) in the order in which they are first seen. A feature is known by
 * a 32-bit hash alone: among 200,000 features about five pairs share one, which moves no similarity
 * that anybody could see, and a string for each n-gram would cost most of the time of an alignment.
 * Open addressing with linear probing; the table doubles when it is half full.
 */
export class FeatureTable {
  /** Hash and number + 1 side by side, so that a probe touches one place of memory. */
  #slots = new Int32Array(1 << 15);
  #mask = (1 << 14) - 1;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of a feature; one never seen before gets the next. */
  add(hash: number): number {
    const slot = this.#find(hash);
    const known = this.#slots[slot + 1] ?? 0;
    if (known > 0) return known - 1;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = this.#size + 1;
    this.#size += 1;
    if (this.#size * 2 > this.#mask) this.#grow();
    return this.#size - 1;
  }

  /** The number of a feature, or -1 for one never seen. */
  get(hash: number): number {
    return (this.#slots[this.#find(hash) + 1] ?? 0) - 1;
  }

  #find(hash: number): number {
    let slot = spread(hash) & this.#mask;
    while (this.#slots[slot * 2 + 1] !== 0 && this.#slots[slot * 2] !== hash)
      slot = (slot + 1) & this.#mask;
    return slot * 2;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    this.#mask = this.#mask * 2 + 1;
    for (let i = 0; i < old.length; i += 2) {
      if (old[i + 1] === 0) continue;
      const slot = this.#find(old[i] ?? 0);
      this.#slots[slot] = old[i] ?? 0;
      this.#slots[slot + 1] = old[i + 1] ?? 0;
    }
  }
}

/** The start of a hash in the manner of Fowler, Noll and Vo (FNV-1a, 32 bits). */
export const hashStart = 0x811c9dc5 | 0;

/** The hash after one more UTF-16 unit. */
export const hashStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** The hash of a whole word. */
export function hashWord(word: string): number {
  let hash = hashStart;
  for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i));
  return hash;
}

/** FNV leaves the low bits of short words alike; this mixes the high ones into them (Murmur3's end). */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}
