/**
 * Which clause of a later text continues which of an earlier one. What is recorded decides; the rest is
 * guessed by wording and told as guessed. Exchanging the texts gives the same passages turned round.
 */
import type { Id } from '#lib/model/id.ts';
import { longestRise } from '#lib/model/longest-rise.ts';
import type { Paper } from '#lib/model/paper.ts';
import { alignPapers } from '../align/align-papers.ts';
import { isNearCopy } from '../align/near-copies.ts';
import type { Lookup } from '../lookup.ts';
import type { Lineage, Passage } from './move.ts';

/** The clauses of two texts that belong together. */
export type PairedClauses = Pick<
  Passage,
  'before' | 'after' | 'lineage' | 'confidence' | 'isMoved'
>;

export interface PairingQuestion {
  readonly lookup: Lookup;
  readonly before: readonly Paper[];
  readonly after: readonly Paper[];
  readonly wordsOf: (clause: Id) => string;
}

interface Link {
  readonly before: Id;
  readonly after: Id;
  readonly lineage: Exclude<Lineage, 'none'>;
  readonly confidence?: number;
}

/** Pairs all clauses of two texts; those without a counterpart stand alone. */
export function pairClauses(question: PairingQuestion): readonly PairedClauses[] {
  const { before, after } = question;
  const recorded = [...sameClauses(before, after), ...recordedLinks(question)];
  const taken = new Set(recorded.flatMap((link) => [link.before, link.after]));
  const guessed = guessLinks(question, (id) => !taken.has(id));
  return joinLinks(question, [...recorded, ...guessed]);
}

const clauseIds = (papers: readonly Paper[]): readonly Id[] =>
  papers.flatMap(({ clauses }) => clauses.filter(({ kind }) => kind === 'clause').map((c) => c.id));

/** A paper that stood at both times. */
function sameClauses(before: readonly Paper[], after: readonly Paper[]): readonly Link[] {
  const kept = before.filter((paper) => after.includes(paper));
  return clauseIds(kept).map((id) => ({ before: id, after: id, lineage: 'same-paper' }));
}

/** `continues`, followed over texts in between, in either direction. */
function recordedLinks({ lookup, before, after }: PairingQuestion): readonly Link[] {
  const [left, right] = [before, after].map((papers, index) => {
    const others = index === 0 ? after : before;
    return new Set(clauseIds(papers.filter((paper) => !others.includes(paper))));
  });
  const ancestor = (id: Id, among: ReadonlySet<Id> | undefined): Id | undefined => {
    const seen = new Set<Id>([id]);
    let at = lookup.clauses.get(id)?.clause.continues;
    while (at !== undefined && !seen.has(at) && !among?.has(at)) {
      seen.add(at);
      at = lookup.clauses.get(at)?.clause.continues;
    }
    return at !== undefined && among?.has(at) ? at : undefined;
  };
  const link = (earlier: Id | undefined, later: Id | undefined): readonly Link[] =>
    earlier === undefined || later === undefined
      ? []
      : [{ before: earlier, after: later, lineage: 'recorded' }];
  return [
    ...[...(right ?? [])].flatMap((id) => link(ancestor(id, left), id)),
    ...[...(left ?? [])].flatMap((id) => link(id, ancestor(id, right))),
  ];
}

/** A guess is shown from this likelihood on; below it clauses of one matter are merely neighbours. */
const leastConfidence = 0.5;
/** So much of the words must be alike for one clause to continue another. */
const leastScore = 0.2;

function guessLinks(
  { before, after, wordsOf }: PairingQuestion,
  isFree: (id: Id) => boolean,
): readonly Link[] {
  const language = after[0]?.language ?? '';
  const side = (papers: readonly Paper[]) =>
    clauseIds(papers.filter((paper) => paper.language === language))
      .filter(isFree)
      .map((id) => ({ id, text: wordsOf(id) }))
      .filter(({ text }) => text !== '');
  const [left, right] = [side(before), side(after)];
  if (left.length === 0 || right.length === 0) return [];
  const sides = [
    { id: 'before', clauses: left },
    { id: 'after', clauses: right },
  ];
  return alignPapers(sides, { language })
    .pairs.filter(({ kind }) => kind === 'matched')
    .filter(
      ({ isNearCopy: copied, confidence, score }) =>
        copied || (confidence >= leastConfidence && score >= leastScore),
    )
    .map(({ clauses: [one, two], confidence }) => ({
      before: one,
      after: two,
      lineage: 'wording',
      confidence,
    }));
}

/** Clauses joined by links, directly or over others, are one passage. */
function joinLinks(question: PairingQuestion, links: readonly Link[]): readonly PairedClauses[] {
  const { before, after } = question;
  const [left, right] = [clauseIds(before), clauseIds(after)];
  const moved = findMoved(question, links);
  // One clause may stand in both texts; the sides are told apart by a mark that no id has.
  const group = new Map<string, string>();
  const rootOf = (key: string): string => {
    const above = group.get(key);
    return above === undefined || above === key ? key : rootOf(above);
  };
  for (const link of links) {
    const [a, b] = [rootOf(`< ${link.before}`), rootOf(`> ${link.after}`)];
    if (a !== b) group.set(b, a);
  }
  const passages = new Map<string, { before: Id[]; after: Id[] }>();
  const put = (side: 'before' | 'after', key: string, id: Id): void => {
    const root = rootOf(key);
    const known = passages.get(root) ?? { before: [], after: [] };
    known[side].push(id);
    passages.set(root, known);
  };
  for (const id of left) put('before', `< ${id}`, id);
  for (const id of right) put('after', `> ${id}`, id);
  const byClause = Map.groupBy(links, (link) => link.before);
  return [...passages.values()].map((passage) => {
    const own = passage.before.flatMap((id) => byClause.get(id) ?? []);
    return { ...passage, ...lineageOf(own), isMoved: own.some((link) => moved.has(link)) };
  });
}

function lineageOf(links: readonly Link[]): Pick<Passage, 'lineage' | 'confidence'> {
  const guess = links.find(({ lineage }) => lineage === 'wording');
  if (guess?.confidence !== undefined) return { lineage: 'wording', confidence: guess.confidence };
  return { lineage: links[0]?.lineage ?? 'none' };
}

/** Near copies that stand out of order among the near copies of two texts. */
function findMoved(
  { lookup, before, after, wordsOf }: PairingQuestion,
  links: readonly Link[],
): ReadonlySet<Link> {
  // Of two clauses that changed places either may be the moved one: the same whichever text comes first.
  const isTurned = names(before) > names(after);
  const rank = (id: Id): number => lookup.clauses.get(id)?.rank ?? 0;
  const first = (link: Link): number => rank(isTurned ? link.after : link.before);
  const second = (link: Link): number => rank(isTurned ? link.before : link.after);
  const copies = links
    .filter(({ lineage }) => lineage !== 'same-paper')
    .filter((link) => isNearCopy(wordsOf(link.before), wordsOf(link.after)))
    .sort((x, y) => first(x) - first(y) || second(x) - second(y));
  const inOrder = longestRise(copies.map(second));
  return new Set(copies.filter((_, at) => !inOrder.has(at)));
}

const names = (papers: readonly Paper[]): string => papers.map(({ id }) => id).join(' ');
