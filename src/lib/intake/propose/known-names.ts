/**
 * Names of a dossier looked up in the words of a clause, exactly as written; single names also in the
 * adjectives made of them ("Arvenia" in "Arvenian").
 */
import { PhraseTable, type Found } from './phrase-table.ts';
import type { KnownName } from './proposal.ts';
import { tokenise, wordAt, type Stretch, type Token } from './tokens.ts';

const articles: ReadonlySet<string> = new Set(['the', 'a', 'an']);

/** A name in the text and whether it stands there itself. */
export interface FoundName extends Stretch {
  readonly record: KnownName;
  readonly isExact: boolean;
}

export class KnownNames {
  readonly #table: PhraseTable<KnownName>;
  readonly #roots: readonly (readonly [root: string, record: KnownName])[];

  constructor(records: readonly KnownName[]) {
    const phrases = records.flatMap((record) =>
      record.names.map((name) => [wordsOf(name), record] as const),
    );
    this.#table = new PhraseTable(
      phrases
        .filter(([words]) => words.length > 0)
        .map(([words, record]) => [words.join(' '), record]),
    );
    this.#roots = phrases.flatMap(([[word = '', ...more], record]) => {
      const root = word.replace(/[aeiouyаяіїьий]$/u, '');
      return more.length === 0 && root.length >= 4 && isName(record, word) ? [[root, record]] : [];
    });
  }

  /** The longest name that begins at a token. */
  findAt(words: readonly Token[], at: number): FoundName | undefined {
    const start = articles.has(wordAt(words, at)) ? at + 1 : at;
    const found: Found<KnownName> | undefined = this.#table.findAt(words, start);
    if (found !== undefined)
      return { record: found.value, first: at, last: found.last, isExact: true };
    const token = words[start];
    if (token === undefined || !token.isCapital) return undefined;
    const word = token.word.replace(/'s?$/, '');
    const root = this.#roots.find(
      ([part]) => word.startsWith(part) && word.length <= part.length + 5,
    );
    return root === undefined
      ? undefined
      : { record: root[1], first: at, last: start + 1, isExact: root[0].length + 1 >= word.length };
  }

  /** All names of a row of words in their order. */
  findAll(words: readonly Token[]): readonly FoundName[] {
    const found: FoundName[] = [];
    for (let at = 0; at < words.length;) {
      const next = this.findAt(words, at);
      if (next !== undefined) found.push(next);
      at = next?.last ?? at + 1;
    }
    return found;
  }
}

const wordsOf = (name: string): readonly string[] => {
  const words = tokenise(name).map(({ word }) => word);
  return words.length > 1 && articles.has(words[0] ?? '') ? words.slice(1) : words;
};

/** Only what is written with a capital in the dossier is a name with adjectives of its own. */
const isName = ({ names }: KnownName, word: string): boolean =>
  names.some(
    (name) => /^\p{Lu}/u.test(name.replace(/^the /i, '')) && name.toLowerCase().includes(word),
  );
