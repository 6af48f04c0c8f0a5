import { stemsOf } from '#lib/engine/align/stems.ts';
import { phrasesIn, type StarterPack } from './starter-pack.ts';

/**
 * The share of clauses that have to hold a phrase of a pack before it is worth suggesting: papers of a
 * field were measured at 0.37 to 0.88, papers of other fields at up to 0.33.
 */
const leastShare = 0.35;

/**
 * The pack whose acts and issues are spoken of most in these texts, if in enough of them. A
 * phrase is spoken of where all of its stems stand; phrases of one stem are too common to count.
 */
export function suggestPack(
  texts: readonly string[],
  { packs, language }: { readonly packs: readonly StarterPack[]; readonly language: string },
): StarterPack | undefined {
  const clauses = texts.map((text) => new Set(stemsOf(text, language)));
  const shares = packs.map((pack) => {
    const phrases = [...pack.acts, ...pack.issues]
      .flatMap((record) => phrasesIn(record.phrases, language))
      .map((phrase) => stemsOf(phrase, language))
      .filter((stems) => stems.length > 1);
    const spoken = clauses.filter((clause) =>
      phrases.some((stems) => stems.every((stem) => clause.has(stem))),
    );
    return { pack, share: clauses.length === 0 ? 0 : spoken.length / clauses.length };
  });
  const [best] = shares.toSorted((a, b) => b.share - a.share);
  return best !== undefined && best.share >= leastShare ? best.pack : undefined;
}
