// What each word of a clause is to the comparison of near copies: a word that says who must do what, a
// date, a figure, a party, or only wording. Cue words are those by which provisions are proposed.
import type { CueTables } from '../propose/cues/cue-tables.ts';
import { dateAt } from '../propose/dates.ts';
import { PhraseTable } from '../propose/phrase-table.ts';
import type { Token } from '../propose/tokens.ts';

/** In the order in which they decide what a difference is. */
export type WordRole =
  'modality' | 'negation' | 'condition' | 'date' | 'figure' | 'party' | 'matter' | 'wording';

export interface MarkedWord extends Token {
  readonly role: WordRole;
  /** Which party it names. */
  readonly party?: string;
}

/** Short words of denial that are parts of no cue phrase by themselves. */
const denials: ReadonlySet<string> = new Set(
  "no not never nor cannot can't won't nicht kein keine keinen keiner keinem nie niemals ne n'a n'est pas aucun aucune jamais не нет ни ні никогда ніколи".split(
    ' ',
  ),
);

/** Words that may be put in or left out and nothing is asked otherwise; of and, or, all, before this is not so. */
const empty: ReadonlySet<string> = new Set(
  'also such said hereby herein hereof hereunder thereof thereto that which then so additionally auch jeweils dabei également aussi ainsi также також'.split(
    ' ',
  ),
);

/** Marks the words of a clause; `parties` are names by which parties are called in it. */
export function markWords(
  words: readonly Token[],
  cues: CueTables,
  parties: readonly string[],
): readonly MarkedWord[] {
  const roles: (WordRole | undefined)[] = words.map(() => undefined);
  const paint = (
    role: WordRole,
    find: (at: number) => { readonly last: number } | undefined,
  ): void => {
    for (let at = 0; at < words.length; at += 1) {
      const found = roles[at] === undefined ? find(at) : undefined;
      for (let inside = at; inside < (found?.last ?? at); inside += 1) roles[inside] ??= role;
    }
  };
  const names = partyTable(parties);
  const named = words.map((_, at) => names.findAt(words, at));
  paint('wording', (at) => (empty.has(words[at]?.word ?? '') ? { last: at + 1 } : undefined));
  // "May 1" is a date before it is a permission.
  paint('date', (at) => dateAt(words, at, cues));
  paint('party', (at) => named[at]);
  paint('condition', (at) => cues.conditions.findAt(words, at));
  paint('modality', (at) => cues.modals.findAt(words, at));
  paint('wording', (at) => cues.articles.findAt(words, at));
  let party: { readonly value: string; readonly last: number } | undefined;
  return words.map((word, at) => {
    party = named[at] ?? (party !== undefined && at < party.last ? party : undefined);
    const role = roles[at] ?? roleOf(word);
    return role === 'party' && party !== undefined
      ? { ...word, role, party: party.value }
      : { ...word, role };
  });
}

function roleOf({ word, kind }: Token): WordRole {
  if (denials.has(word)) return 'negation';
  if (kind === 'figure') return 'figure';
  return 'matter';
}

const partyTable = (parties: readonly string[]): PhraseTable<string> =>
  new PhraseTable(
    parties.map(
      (party) =>
        [
          party
            .toLowerCase()
            .split(/[\s/.-]+/)
            .join(' '),
          party,
        ] as const,
    ),
  );
