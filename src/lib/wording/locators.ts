/** Where something stands: by numbering and option, and by paper where a column holds several. */
import type { Id } from '#lib/model/id.ts';
import type { Paper } from '#lib/model/paper.ts';
import type { Column } from '#lib/engine/comparison.ts';
import type { Voice } from './voice.ts';
import { dateOfPaper } from './paper-date.ts';

/** "I.5a", "II.B.6, option 2"; the id of a clause that is not known. */
export function clauseLocator(voice: Voice, clause: Id): string {
  const placed = voice.lookup.clauses.get(clause);
  if (!placed) return clause;
  const { locator } = placed.clause;
  const options = placed.options
    .map(({ group, choice }) => optionName(voice, placed.paper, { group, choice }))
    .filter((option) => !locator.toLowerCase().includes(option.toLowerCase()));
  return [locator, ...options].join(', ');
}

interface Chosen {
  readonly group: Id;
  readonly choice: Id;
}

/** "option 2", with the group's name where the paper has several groups of options. */
export function optionName({ phrases }: Voice, paper: Paper, { group, choice }: Chosen): string {
  const { choice: whole, shortChoice } = phrases.readings;
  const found = paper.options.find((option) => option.id === group);
  const label = found?.choices.find((option) => option.id === choice)?.label ?? choice;
  const short = new Set(found?.choices.map((option) => shortChoice(option.label)));
  const name = short.size === found?.choices.length ? shortChoice(label) : whole(label);
  return paper.options.length > 1 && found ? phrases.grammar.headed(found.label, name) : name;
}

/** The locator of a provision's clause. */
export function provisionLocator(voice: Voice, provision: Id): string {
  const found = voice.lookup.provisions.get(provision);
  return found ? clauseLocator(voice, found.clause) : provision;
}

/** Locators of provisions as one list without parentheses, each clause once. */
export function bareLocators(voice: Voice, column: Id, provisions: readonly Id[]): string {
  const found = voice.comparison.columns.find(({ id }) => id === column);
  const placed = inTextOrder(voice, provisions).map((provision) => {
    const locator = provisionLocator(voice, provision);
    const paper = found && prefix(voice, found, provision);
    return paper === undefined ? locator : `${paper}, ${locator}`;
  });
  const distinct = [...new Set(placed)];
  return distinct.join(distinct.some((locator) => locator.includes(',')) ? '; ' : ', ');
}

function inTextOrder({ lookup }: Voice, provisions: readonly Id[]): readonly Id[] {
  const rank = (id: Id): number => {
    const provision = lookup.provisions.get(id);
    return (provision && lookup.clauses.get(provision.clause)?.rank) ?? Infinity;
  };
  const ranked = provisions.map((id) => ({ id, rank: rank(id) }));
  return ranked
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ id }) => id);
}

/** "(I.5a; II.B.6, option 2)", or nothing. */
export function locators(voice: Voice, column: Id, provisions: readonly Id[]): string {
  const bare = bareLocators(voice, column, provisions);
  return bare === '' ? '' : voice.phrases.grammar.parenthesis(bare);
}

/** A column's only memorandum, like its only paper, goes without saying; other papers are named. */
function prefix(voice: Voice, column: Column, provision: Id): string | undefined {
  const found = voice.lookup.provisions.get(provision);
  const id = found && voice.lookup.clauses.get(found.clause)?.paper.id;
  const paper = column.papers.find((candidate) => candidate.id === id);
  if (!paper || column.papers.length === 1) return undefined;
  const memoranda = column.papers.filter(({ kind }) => kind === 'memorandum');
  if (memoranda.length === 1 && paper.kind === 'memorandum') return undefined;
  return voice.phrases.papers.short(paper.kind, dateOfPaper(voice, paper));
}

/** The first column that reads the paper of a provision. */
export function columnOf(voice: Voice, provision: Id): Id | undefined {
  const found = voice.lookup.provisions.get(provision);
  const paper = found && voice.lookup.clauses.get(found.clause)?.paper.id;
  return voice.comparison.columns.find(({ papers }) => papers.some(({ id }) => id === paper))?.id;
}
