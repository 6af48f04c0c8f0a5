/** The words of a clause as rounds compare them: its own, without its number, with each sign counted. */
import type { Id } from '#lib/model/id.ts';
import { clauseText, ownLengths } from '#lib/model/paper.ts';
import type { Lookup, PlacedClause } from '../lookup.ts';
import type { MoveKind } from './move.ts';

/** Reads the own words of clauses: up to the first clause inside, without the number they begin with. */
export function createWordReader(lookup: Lookup): (clause: Id) => string {
  const lengths = new Map<Id, ReadonlyMap<string, number>>();
  return (id) => {
    const placed = lookup.clauses.get(id);
    if (placed === undefined || placed.clause.availability !== 'present') return '';
    const own = lengths.get(placed.paper.id) ?? ownLengths(placed.paper);
    lengths.set(placed.paper.id, own);
    return ownWords(placed, own.get(id) ?? 0);
  };
}

const number = /^\s*[([]?(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivxIVX]{1,5})[.)\]]\s+/u;

const ownWords = ({ paper, clause }: PlacedClause, length: number): string =>
  clauseText(paper, clause).slice(0, length).replace(number, '').trim();

const tokens = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{N}\p{M}’'ʼ]+|[^\s\p{L}\p{N}\p{M}’'ʼ]/gu) ?? [];

const withoutBrackets = (words: readonly string[]): readonly string[] =>
  words.filter((word) => word !== '[' && word !== ']');

/** What happened to the words of a text, and nothing about what it asks. */
export function compareOwnWords(before: string, after: string): MoveKind {
  const [a, b] = [tokens(before), tokens(after)];
  if (a.join(' ') === b.join(' ')) return 'unchanged';
  if (withoutBrackets(a).join(' ') === withoutBrackets(b).join(' ')) return 'brackets-changed';
  if (isPartOf(a, b)) return 'words-added';
  return isPartOf(b, a) ? 'words-struck-out' : 'reworded';
}

/** Whether all words stand in the longer text too, in their order. */
function isPartOf(words: readonly string[], longer: readonly string[]): boolean {
  let at = 0;
  for (const word of longer) if (word === words[at]) at += 1;
  return at === words.length;
}
