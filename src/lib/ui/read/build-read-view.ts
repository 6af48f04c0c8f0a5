/**
 * Builds the reading page: two papers in full with what relates their clauses, or one alone with what
 * is coded of it. Pure: the same comparison and query give the same page.
 */
import type { Dossier } from '#lib/model/dossier.ts';
import type { Paper } from '#lib/model/paper.ts';
import { livePapers } from '#lib/engine/columns.ts';
import { capitalise } from '../capitalise.ts';
import type { Choice } from '../compare-view.ts';
import { rankParties } from '../list-parties.ts';
import { prepareTools, type Told, type Tools } from '../view-tools.ts';
import { buildPieces } from './build-pieces.ts';
import { alone, type ReadPapersQuery } from './read-query.ts';
import type { LinkView, ReadPaperView, ReadView } from './read-view.ts';
import { gravity, relateClauses, type RelatedClauses } from './relate-clauses.ts';
import { textDirection } from './text-direction.ts';

/** Everything the reading page shows. `told` compares what the query asks to read. */
export function buildReadView(told: Told, query: ReadPapersQuery): ReadView {
  const tools = prepareTools(told);
  const { dossier, comparison, speaker } = tools;
  const { a = '', b } = query;
  const isPair = b !== undefined;
  const related = isPair ? relateClauses(comparison, tools.lookup) : [];
  const columns = comparison.columns.map(({ id }) => `col=${encodeURIComponent(id)}`).join('&');
  const compareHref = `/dossiers/${dossier.id}/compare`;
  const pieces = { tools, related, isPair, compareHref, search: `?${columns}` };
  const shown = [a, ...(isPair ? [b] : [])].flatMap((id) => {
    const paper = tools.lookup.papers.get(id);
    return paper === undefined
      ? []
      : [{ ...buildPaper(tools, paper), pieces: buildPieces(pieces, paper) }];
  });
  return {
    papers: listPapers(tools),
    chosen: { a, b: b ?? alone },
    unknown: query.unknown,
    shown,
    links: related
      .toSorted(byGravity)
      .map(({ a: one, b: other, relation, suggested }): LinkView => ({
        ...{ key: `${one} ${other}`, a: one, b: other, relation, suggested },
      })),
    ...(isPair ? { swapHref: formatPapers(b, a) } : {}),
    compareHref: `${compareHref}?${columns}`,
    against: isPair
      ? ''
      : speaker.list(comparison.columns.slice(1).map(({ id }) => speaker.columnName(id))),
  };
}

const byGravity = (x: RelatedClauses, y: RelatedClauses): number =>
  gravity(x.relation) - gravity(y.relation);

/** The address of two papers side by side, or of one alone. */
export const formatPapers = (a: string, b: string = alone): string =>
  `?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`;

function buildPaper(tools: Tools, paper: Paper): Omit<ReadPaperView, 'pieces'> {
  const { dossier, speaker } = tools;
  const isLive = livePapers(dossier, undefined).some(({ id }) => id === paper.id);
  return {
    id: paper.id,
    anchor: `paper-${paper.id}`,
    party: partiesOf(tools, paper),
    title: paper.title,
    kindAndDate: `${capitalise(speaker.words.paperKinds[paper.kind])}, ${speaker.paperDate(paper)}`,
    textKind: speaker.textNote(paper.id),
    language: paper.language,
    direction: textDirection(paper.language),
    superseded: !isLive,
    ...(paper.note === undefined ? {} : { note: paper.note }),
    gaps: paper.gaps.map(({ locator, why }) => ({ locator, why })),
    options: paper.options.map(({ label, choices }) => ({
      label,
      choices: choices.map((choice) => choice.label),
    })),
    aloneHref: formatPapers(paper.id),
  };
}

const partiesOf = ({ dossier, speaker }: Tools, { parties }: Paper): string => {
  const rank = rankParties(dossier);
  const names = parties.toSorted((x, y) => rank(x) - rank(y)).map((id) => speaker.actor(id));
  return capitalise(speaker.list(names));
};

/** All papers of a dossier by their parties and dates, joint ones last. */
function listPapers(tools: Tools): readonly Choice[] {
  const { dossier, speaker } = tools;
  const place = placeOf(dossier);
  return dossier.papers
    .toSorted((x, y) => place(x) - place(y) || (x.dated < y.dated ? -1 : 1))
    .map((paper) => ({
      id: paper.id,
      label: `${partiesOf(tools, paper)}: ${isolated(paper)}, ${speaker.paperDate(paper)}`,
    }));
}

/** A title that runs the other way is kept from turning what stands around it. */
const isolated = ({ title, language }: Paper): string =>
  textDirection(language) === 'rtl' ? `\u2068${title}\u2069` : title;

function placeOf(dossier: Dossier): (paper: Paper) => number {
  const rank = rankParties(dossier);
  const last = dossier.actors.length + 1;
  return ({ parties: [party, ...others] }) =>
    party === undefined || others.length > 0 ? last : rank(party);
}
