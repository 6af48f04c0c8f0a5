import type { Modality } from '#lib/model/provision.ts';
import type { CueTables } from '../propose/cues/cue-tables.ts';
import { findModality } from '../propose/find-modality.ts';
import type { MarkedWord } from './mark-words.ts';

/** What a clause asks by its own words, and of whom. */
export interface Stance {
  /** Undefined where no word says whether something must, may or must not be. */
  readonly modality: Modality | undefined;
  /** Parties named before the words that say so. */
  readonly bearers: readonly string[];
  /** How often it denies, and how many conditions and exceptions it makes. */
  readonly denials: number;
  readonly conditions: number;
}

/** Reads the stance of a clause from its main sentence; conditions before it are set aside. */
export function readStance(words: readonly MarkedWord[], cues: CueTables): Stance {
  const main = words.slice(behindCondition(words, cues));
  const first = findModality({ words: main, cues, headings: [] });
  // "Agrees that it shall not": what is agreed says it, and who agrees is bound.
  const isQuoting = main[first.cue.last - 1]?.word === 'that';
  const quoted = isQuoting
    ? findModality({ words: main.slice(first.cue.last), cues, headings: [] })
    : first;
  const { modality, form } = quoted.form === 'plain' ? first : quoted;
  const isSaid = form !== 'plain';
  const before = isSaid ? main.slice(0, first.cue.first) : [];
  return {
    modality: isSaid ? modality : undefined,
    bearers: [...new Set(before.flatMap(({ party }) => party ?? []))],
    denials: words.filter(
      ({ role, word }) => (role === 'negation' && word !== 'no') || word === 'not',
    ).length,
    conditions: words.filter(
      ({ role }, at) => role === 'condition' && words[at - 1]?.role !== 'condition',
    ).length,
  };
}

/** Where the main clause begins: "If requested by the buyer, the seller shall …". */
function behindCondition(words: readonly MarkedWord[], cues: CueTables): number {
  const begins =
    cues.conditions.findAt(words, 0) ??
    cues.timings.findAt(words, 0) ??
    cues.inversions.findAt(words, 0);
  if (begins === undefined) return 0;
  return words.findIndex(({ word }) => word === ',' || word === 'then') + 1;
}
