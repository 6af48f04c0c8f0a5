import { buildLookup, type Lookup } from '#lib/engine/lookup.ts';
import type { Passage } from '#lib/engine/rounds/move.ts';
import { createWordReader } from '#lib/engine/rounds/own-words.ts';
import type { RoundState, Series } from '#lib/engine/rounds/series.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import type { Paper } from '#lib/model/paper.ts';
import { createMoveSpeaker, type MoveSpeaker } from '#lib/wording/move-speaker.ts';
import type { RenderText } from '../view-tools.ts';
import type { RoundsQuery } from './rounds-query.ts';

/** The rounds of a dossier with everything that is needed to tell them. */
export interface ToldRounds {
  readonly dossier: Dossier;
  readonly series: readonly Series[];
  readonly trace: (from: RoundState, to: RoundState, off: readonly Id[]) => readonly Passage[];
  readonly renderText: RenderText;
}

/** What all parts of the view are built from. */
export interface RoundsTools extends ToldRounds {
  readonly query: RoundsQuery;
  readonly speaker: MoveSpeaker;
  readonly lookup: Lookup;
  readonly wordsOf: (clause: Id) => string;
}

/** Prepares the tools of one page. */
export function prepareRounds(told: ToldRounds, query: RoundsQuery): RoundsTools {
  const lookup = buildLookup(told.dossier);
  const speaker = createMoveSpeaker(told.dossier);
  return { ...told, query, lookup, speaker, wordsOf: createWordReader(lookup) };
}

/** The papers of a list of ids, in the order of the dossier. */
export const papersOf = ({ dossier }: RoundsTools, ids: readonly Id[]): readonly Paper[] =>
  dossier.papers.filter(({ id }) => ids.includes(id));

/** What a series is called: its party, or the title of its base text. */
export function seriesName({ dossier, lookup }: RoundsTools, { kind, id }: Series): string {
  const found =
    kind === 'party' ? dossier.actors.find((actor) => actor.id === id)?.name : undefined;
  return found ?? lookup.papers.get(id)?.title ?? id;
}

/** "Position of Aurel, March", or the first title with how many came with it. */
export function stateName(tools: RoundsTools, state: RoundState): string {
  const [first, ...more] = papersOf(tools, state.brought);
  const title = first?.title ?? state.id;
  return more.length === 0 ? title : `${title} and ${more.length} more`;
}

/** "memorandum, 20 March 2027, full text". */
export function stateAbout(tools: RoundsTools, state: RoundState): string {
  const [first] = papersOf(tools, state.brought);
  if (first === undefined) return '';
  const { paperKind, paperDate, textNote } = tools.speaker;
  return [paperKind(first.kind), paperDate(first.id), textNote(first.id)].join(', ');
}
