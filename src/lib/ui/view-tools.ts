import { compareNothing } from '#lib/engine/compare.ts';
import { buildLookup, type Lookup, type PlacedClause } from '#lib/engine/lookup.ts';
import type { Comparison } from '#lib/engine/comparison.ts';
import type { Span } from '#lib/model/clause.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import { clauseText } from '#lib/model/paper.ts';
import type { Source } from '#lib/model/source.ts';
import { createSpeaker, type Speaker } from '#lib/wording/speaker.ts';
import { listCodable } from './code/reading-order.ts';
import type { SourceView } from './compare-view.ts';

/** Renders a party's Markdown as safe HTML with the words of the spans marked. */
export type RenderText = (text: string, spans?: readonly Span[]) => string;

/** A comparison with everything that is needed to tell it. */
export interface Told {
  readonly dossier: Dossier;
  readonly comparison: Comparison;
  readonly renderText: RenderText;
}

/** What all parts of the view are built from. */
export interface Tools extends Told {
  readonly speaker: Speaker;
  readonly lookup: Lookup;
  readonly sources: ReadonlyMap<Id, Source>;
  /** The clauses that can be opened where provisions are coded. */
  readonly codable: ReadonlySet<Id>;
  /** Sources in words, by id; each is cited in many rows and told once. */
  readonly sourceViews: ReadonlyMap<Id, SourceView>;
  readonly languageName: (tag: string) => string;
}

/** Prepares the tools of one view. */
export function prepareTools(told: Told): Tools {
  const speaker = createSpeaker(told.dossier, told.comparison);
  const names = new Intl.DisplayNames([speaker.language], { type: 'language' });
  const { sources, language } = told.dossier;
  const languageName = (tag: string): string => names.of(tag) ?? tag;
  const view = (source: Source): SourceView =>
    viewSource(source, [
      source.date === undefined ? '' : speaker.date(source.date),
      source.language === language ? '' : `in ${languageName(source.language)}`,
      source.translator === undefined ? '' : `translation by ${source.translator}`,
      source.read === undefined ? '' : `read ${speaker.date(source.read)}`,
    ]);
  return {
    ...told,
    speaker,
    lookup: buildLookup(told.dossier),
    codable: new Set(listCodable(told.dossier).map(({ clause }) => clause.id)),
    sources: new Map(sources.map((source) => [source.id, source])),
    sourceViews: new Map(sources.map((source) => [source.id, view(source)])),
    languageName,
  };
}

/** The tools of a view of the dossier itself, which compares nothing and shows no words of texts. */
export const toolsOf = (dossier: Dossier): Tools =>
  prepareTools({ dossier, comparison: compareNothing(dossier), renderText: (text) => text });

/** Whether the words shown are not the party's own, so that they are neither quoted nor diffed. */
export const isParaphrase = ({ paper }: PlacedClause): boolean =>
  paper.textKind === 'paraphrase' || paper.textKind === 'reported';

/** The words of a clause in its paper. */
export const wordsOf = ({ paper, clause }: PlacedClause): string => clauseText(paper, clause);

/** Sources as the page lists them; ids that nothing is known of are left out. */
export function viewSources(tools: Tools, ids: readonly Id[]): readonly SourceView[] {
  return [...new Set(ids)].flatMap((id) => tools.sourceViews.get(id) ?? []);
}

function viewSource(source: Source, facts: readonly string[]): SourceView {
  return {
    id: source.id,
    publisher: source.publisher,
    title: source.title,
    ...(source.url === undefined ? {} : { url: source.url }),
    about: facts.filter((fact) => fact !== '').join(', '),
    ...(source.note === undefined ? {} : { note: source.note }),
  };
}

/** The row id as a link target. */
export const rowAnchor = (rowId: string): string => `row-${rowId}`;
