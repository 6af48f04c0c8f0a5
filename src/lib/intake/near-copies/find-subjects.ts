import { cuesFor } from '../propose/cues/cue-tables.ts';
import { isSaying, wordsOf } from './words.ts';
import type { TextUnit } from './find-near-copies.ts';

/** Names that stand before a modal verb at least so often are what the contract speaks of. */
const leastTimes = 2;

/**
 * Names of those, and of the things, that a contract seems to bind: capitalised words right before
 * "shall" and the like, at least twice; in the order of the text.
 */
export function findSubjects(clauses: readonly TextUnit[], language: string): readonly string[] {
  const cues = cuesFor(language);
  const counts = new Map<string, number>();
  for (const { text } of clauses) {
    const words = wordsOf(text, language).filter(isSaying);
    for (const [at, word] of words.entries()) {
      const next = words[at + 1];
      if (next === undefined || !word.isCapital || next.isCapital) continue;
      if (cues.modals.findAt(words, at + 1) === undefined) continue;
      counts.set(word.word, (counts.get(word.word) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count >= leastTimes).map(([name]) => name);
}
