/**
 * Phrases looked up in a row of words: a tree with a branch for each next word, so that thousands of
 * phrases cost one step a word. A phrase is written with spaces between its words; `is/are` in the
 * place of a word stands for either.
 */
import type { Token } from './tokens.ts';

interface Branch<T> {
  readonly next: Map<string, Branch<T>>;
  value?: T;
}

/** What was found: the meaning, and the token behind the last of the phrase. */
export interface Found<T> {
  readonly value: T;
  readonly first: number;
  readonly last: number;
}

export class PhraseTable<T> {
  readonly #root: Branch<T> = { next: new Map() };

  /** Of two meanings for one phrase the first stands. */
  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of entries) this.#add(phrase, value);
  }

  /** The longest phrase that begins at a token and ends before `limit`. */
  findAt(tokens: readonly Token[], first: number, limit = tokens.length): Found<T> | undefined {
    let branch: Branch<T> | undefined = this.#root;
    let found: Found<T> | undefined;
    for (let index = first; index < limit && branch !== undefined; index += 1) {
      const token = tokens[index];
      branch = token === undefined ? undefined : branch.next.get(token.word);
      if (branch?.value !== undefined) found = { value: branch.value, first, last: index + 1 };
    }
    return found;
  }

  #add(phrase: string, value: T): void {
    let ends: Branch<T>[] = [this.#root];
    for (const place of phrase.split(' ')) {
      const words = place === '/' ? [place] : place.split('/');
      ends = words.flatMap((word) => ends.map((end) => branchTo(end, word)));
    }
    for (const end of ends) end.value ??= value;
  }
}

function branchTo<T>({ next }: Branch<T>, word: string): Branch<T> {
  const known = next.get(word);
  if (known !== undefined) return known;
  const made: Branch<T> = { next: new Map() };
  next.set(word, made);
  return made;
}
