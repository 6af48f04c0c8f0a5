import type { Likeness } from '#lib/engine/comparison.ts';
import type { LikenessJudge } from '#lib/engine/likeness.ts';
import type { Span } from '#lib/model/clause.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import { ownWordsOf, type OwnWords } from '../draft/own-words.ts';
import { compareRead, readForComparison, type ReadText } from './compare-near-copies.ts';

/**
 * Judges clauses of a dossier by their own words. Only texts of one language that are given in the
 * paper's own words can be near copies; each is read when it is first asked for.
 */
export function judgeLikeness(dossier: Dossier): LikenessJudge {
  const parties = dossier.actors.flatMap(({ name, variants }) => [
    name,
    ...variants.map((variant) => variant.text),
  ]);
  let owns: ReadonlyMap<Id, OwnWords> | undefined;
  const known = new Map<Id, ReadText>();
  const read = ({ clause, paper, words }: OwnWords): ReadText => {
    const text =
      known.get(clause.id) ?? readForComparison(words, { parties, language: paper.language });
    known.set(clause.id, text);
    return text;
  };
  return (a, b) => {
    owns ??= new Map(
      dossier.papers.flatMap(ownWordsOf).map((words) => [words.clause.id, words] as const),
    );
    const [one, two] = [owns.get(a), owns.get(b)];
    if (one === undefined || two === undefined) return undefined;
    if (one.paper.language !== two.paper.language) return undefined;
    if (!isVerbatim(one) || !isVerbatim(two)) return undefined;
    const found = compareRead(read(one), read(two));
    if (found === undefined) return undefined;
    const { similarity, reason, relation, rests } = found;
    const changes = reason !== 'same-words';
    return {
      ...{ similarity, reason },
      ...(relation === undefined ? {} : { relation }),
      words: changes ? [cite(one, rests.a), cite(two, rests.b)] : ['', ''],
    } satisfies Likeness;
  };
}

/** A paraphrase shows the words of whoever wrote it; they are not compared. */
const isVerbatim = ({ paper }: OwnWords): boolean =>
  paper.textKind === 'full' || paper.textKind === 'excerpt';

const cite = ({ words }: OwnWords, spans: readonly Span[]): string =>
  spans
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => words.slice(from, to))
    .join(' … ');
