/**
 * Records found in a text by the stems of their phrases, in any order and with words between them:
 * "withdraws all its troops" holds "withdrawal of troops". Nouns of action are first made verbs, so that
 * both ways of saying it have the same stems.
 */
import { stemsOf } from '#lib/engine/align/stems.ts';
import type { KnownName } from './proposal.ts';
import { tokenise, type Token } from './tokens.ts';
import { verbOf } from './word-forms-en.ts';

interface Phrase {
  readonly record: KnownName;
  readonly stems: readonly string[];
}

/** A record that words speak of, the tokens it was found in, and how sure that is. */
export interface FoundRecord {
  readonly record: KnownName;
  readonly tokens: readonly Token[];
  readonly confidence: number;
}

interface PhraseIndexOptions {
  /** The share of a long phrase's stems that suffices; short ones have to be there whole. */
  readonly coverage?: number;
}

/** Stems beyond this many words of a text were worked out before; then the store begins anew. */
const storeSize = 40_000;

const stores = new Map<string, Map<string, string>>();

/** The stem of one word, or the empty word for those that say nothing. */
export function stemOf(word: string, language: string): string {
  let store = stores.get(language);
  if (store === undefined || store.size > storeSize) {
    store = new Map();
    stores.set(language, store);
  }
  const known = store.get(word);
  if (known !== undefined) return known;
  const verb = language === 'en' ? verbOf(word)?.verb : undefined;
  const stem = stemsOf(verb ?? word, language)[0] ?? '';
  store.set(word, stem);
  return stem;
}

/** Words that may stand among those of a phrase, beyond one for each of its own. */
const widest = 9;

export class PhraseIndex {
  readonly #language: string;
  readonly #phrases: readonly Phrase[];
  readonly #byStem = new Map<string, number[]>();
  readonly #weights = new Map<string, number>();
  readonly #coverage: number;

  constructor(records: readonly KnownName[], language: string, options: PhraseIndexOptions = {}) {
    this.#language = language;
    this.#coverage = options.coverage ?? 0.75;
    this.#phrases = records.flatMap((record) =>
      record.names
        .map((name) => ({ record, stems: this.#stemsIn(tokenise(name)) }))
        .filter(({ stems }) => stems.length > 0 && stems.length <= 12),
    );
    this.#phrases.forEach(({ stems }, index) => {
      for (const stem of stems) this.#byStem.set(stem, [...(this.#byStem.get(stem) ?? []), index]);
    });
    for (const [stem, indices] of this.#byStem) {
      const carriers = new Set(indices.map((index) => this.#phrases[index]?.record.id)).size;
      this.#weights.set(stem, Math.log(1 + records.length / carriers));
    }
  }

  /** The record whose phrase the words hold best, or undefined; ties go to the earlier record. */
  find(words: readonly Token[]): FoundRecord | undefined {
    const places = this.#placesOf(words);
    const candidates = new Set<number>();
    for (const stem of places.keys())
      for (const index of this.#byStem.get(stem) ?? []) candidates.add(index);
    let best: { readonly score: number; readonly found: FoundRecord } | undefined;
    for (const index of [...candidates].sort((a, b) => a - b)) {
      const held = this.#hold(index, places, words);
      if (held !== undefined && held.score > (best?.score ?? 0)) best = held;
    }
    return best?.found;
  }

  #hold(index: number, places: ReadonlyMap<string, readonly number[]>, words: readonly Token[]) {
    const phrase = this.#phrases[index];
    if (phrase === undefined) return undefined;
    const { record, stems } = phrase;
    const held = stems.filter((stem) => places.has(stem));
    const share = held.length / stems.length;
    if (share < (stems.length < 4 ? 1 : this.#coverage)) return undefined;
    const [at = 0] = places.get(held[0] ?? '') ?? [];
    const indices = held.map((stem) => nearest(places.get(stem) ?? [], at));
    const width = Math.max(...indices) - Math.min(...indices);
    if (width > stems.length * 2 + widest) return undefined;
    const weight = held.reduce((sum, stem) => sum + (this.#weights.get(stem) ?? 0), 0);
    const confidence = Math.min(0.85, 0.4 + 0.15 * held.length) * share;
    const tokens = indices.flatMap((place) => words[place] ?? []);
    return { score: weight * share, found: { record, tokens, confidence } };
  }

  #placesOf(words: readonly Token[]): ReadonlyMap<string, readonly number[]> {
    const places = new Map<string, number[]>();
    words.forEach(({ word, kind }, index) => {
      const stem = kind === 'word' ? stemOf(word, this.#language) : '';
      if (stem === '') return;
      const known = places.get(stem);
      if (known === undefined) places.set(stem, [index]);
      else known.push(index);
    });
    return places;
  }

  #stemsIn(words: readonly Token[]): readonly string[] {
    const stems = words.map(({ word, kind }) =>
      kind === 'word' ? stemOf(word, this.#language) : '',
    );
    return [...new Set(stems.filter((stem) => stem !== ''))];
  }
}

const nearest = (places: readonly number[], to: number): number =>
  places.reduce(
    (best, at) => (Math.abs(at - to) < Math.abs(best - to) ? at : best),
    places[0] ?? 0,
  );
