// The party reasons of qual-o-mat: what parties say on the same theses, as the gold of alignment.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../../tests/support/arbitrary-dossier.ts';
import type { IssueText } from '../../src/lib/engine/align/issue-scores.ts';

/** The reasons of a party, each with the number of its thesis. */
export type Party = {
  readonly name: string;
  readonly reasons: readonly { readonly thesis: number; readonly text: string }[];
};

export type Election = {
  readonly year: number;
  readonly parties: readonly Party[];
  readonly theses: readonly IssueText[];
};

/** Shorter ones are no reasons; those that come so often in an election are placeholders. */
const leastLetters = 20;
const placeholderFrom = 3;
/** Parties with fewer reasons left are no side, and no more sides than this are compared. */
const leastReasons = 30;
const mostParties = 12;

type Statement = { readonly id: number; readonly label: string; readonly text: string };
type Opinion = { readonly party: number; readonly statement: number; readonly comment: number };

/** The first twelve parties of the list that gave reasons, and the theses as issues. */
export function readElection(corpus: string, year: number): Election {
  const read = (name: string): unknown =>
    JSON.parse(
      readFileSync(join(corpus, 'qual-o-mat', String(year), 'deutschland', `${name}.json`), 'utf8'),
    );
  const comments = new Map(
    (read('comment') as { id: number; text: string }[]).map(({ id, text }) => [
      id,
      text.replace(/^"|"$/g, '').trim(),
    ]),
  );
  const opinions = read('opinion') as Opinion[];
  const times = new Map<string, number>();
  for (const { comment } of opinions) {
    const text = comments.get(comment) ?? '';
    times.set(text, (times.get(text) ?? 0) + 1);
  }
  const parties = (read('party') as { id: number; name: string }[]).map(({ id, name }) => ({
    name,
    reasons: opinions
      .filter(({ party }) => party === id)
      .map(({ statement, comment }) => ({ thesis: statement, text: comments.get(comment) ?? '' }))
      .filter(({ text }) => text.length >= leastLetters && (times.get(text) ?? 0) < placeholderFrom)
      .sort((a, b) => a.thesis - b.thesis),
  }));
  const theses = (read('statement') as Statement[]).map(({ id, label, text }) => ({
    id: String(id),
    label,
    question: text,
  }));
  const sides = parties.filter(({ reasons }) => reasons.length >= leastReasons);
  return { year, parties: sides.slice(0, mostParties), theses };
}

export type Pair = readonly [Party, Party];

/** All pairs of the parties. */
export const allPairs = (parties: readonly Party[]): readonly Pair[] =>
  parties.flatMap((a, at) => parties.slice(at + 1).map((b): Pair => [a, b]));

/** Some pairs of the parties, drawn without repetition. */
export function drawPairs(parties: readonly Party[], count: number, seed: number): readonly Pair[] {
  const random = randomFrom(seed);
  return allPairs(parties)
    .map((pair) => ({ pair, lot: random() }))
    .sort((x, y) => x.lot - y.lot)
    .slice(0, count)
    .map(({ pair }) => pair);
}

/** A party without about 30 of a hundred of its reasons. */
export function leaveOut(party: Party, seed: number): Party {
  const random = randomFrom(seed);
  return { ...party, reasons: party.reasons.filter(() => random() >= 0.3) };
}
