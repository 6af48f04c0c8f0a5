/** Builds the page of sources: where everything was read, and what rests on it. */
import { compareDates } from '#lib/model/date.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Paper } from '#lib/model/paper.ts';
import type { Source } from '#lib/model/source.ts';
import { buildPaperHead } from '../build-panels.ts';
import { capitalise } from '../capitalise.ts';
import { countOf } from '../count-of.ts';
import { listParties, rankParties } from '../list-parties.ts';
import { toolsOf, type Tools } from '../view-tools.ts';
import { listUses, papersUse, type Use } from './source-uses.ts';
import type { PaperEntry, SourceEntry, SourcesView } from './sources-view.ts';

/** What the address asks for; nothing of it set shows everything. */
export interface SourcesQuery {
  readonly party: string;
  readonly paper: string;
}

/** Reads what the address asks for; what the dossier does not have counts as not set. */
export function readSourcesQuery(params: URLSearchParams, dossier: Dossier): SourcesQuery {
  const pick = (name: string, known: readonly { readonly id: string }[]): string =>
    known.find(({ id }) => id === params.get(name))?.id ?? '';
  return { party: pick('party', dossier.actors), paper: pick('paper', dossier.papers) };
}

/** The sources and papers of a dossier, narrowed to a party or paper. */
export function buildSources(dossier: Dossier, query: SourcesQuery): SourcesView {
  const tools = toolsOf(dossier);
  const sorted = sortPapers(dossier);
  const papers = sorted.filter(
    ({ id, parties }) =>
      (query.paper === '' || id === query.paper) &&
      (query.party === '' || parties.includes(query.party)),
  );
  const isFiltered = query.party !== '' || query.paper !== '';
  const shown = new Set(papers.map(({ id }) => id));
  const uses = Map.groupBy(listUses(tools), ({ source }) => source);
  const sources = dossier.sources.filter(
    ({ id }) =>
      !isFiltered ||
      (uses.get(id) ?? []).some(({ paper }) => paper !== undefined && shown.has(paper)),
  );
  const collator = new Intl.Collator(dossier.language);
  return {
    parties: listParties(dossier),
    papers: sorted.map(({ id, title }) => ({ id, label: title })),
    chosen: query,
    shownPapers: papers.map((paper) => tellPaper(tools, paper)),
    sources: sources
      .toSorted(
        (a, b) => collator.compare(a.publisher, b.publisher) || collator.compare(a.title, b.title),
      )
      .map((source) => tellSource(tools, source, uses.get(source.id) ?? [])),
    totalSources: dossier.sources.length,
  };
}

/** Papers of one party in the neutral order of parties, then by date; those of several parties last. */
function sortPapers(dossier: Dossier): readonly Paper[] {
  const rank = rankParties(dossier);
  const place = ({ parties: [first = '', ...others] }: Paper): number =>
    others.length > 0 ? Infinity : rank(first);
  return dossier.papers.toSorted((a, b) => {
    const [one, other] = [place(a), place(b)];
    return one === other ? compareDates(a.dated, b.dated) : one - other;
  });
}

const anchorOf = (source: string): string => `source-${source}`;

type Fact = SourceEntry['facts'][number];

/** Facts by name, without those nobody knows. */
const factsOf = (facts: Readonly<Record<string, string | undefined>>): readonly Fact[] =>
  Object.entries(facts).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [{ name, value }],
  );

function tellSource(
  { speaker, languageName }: Tools,
  source: Source,
  uses: readonly Use[],
): SourceEntry {
  const day = (date: string | undefined) => (date === undefined ? undefined : speaker.date(date));
  const { id, publisher, title, url, note } = source;
  return {
    ...{ id, anchor: anchorOf(id), publisher, title },
    ...(url === undefined ? {} : { url, host: new URL(url).host }),
    facts: factsOf({
      Date: day(source.date) ?? 'not known',
      Read: day(source.read),
      Language: languageName(source.language),
      Translator: source.translator,
    }),
    ...(note === undefined ? {} : { note }),
    // Two papers may have the same title.
    uses: [
      ...Map.groupBy(uses, ({ what, paper }) =>
        what === papersUse ? what : `${paper ?? ''} ${what}`,
      ),
    ].map(([, own]) => ({
      what: own[0]?.what ?? '',
      items: [...new Set(own.map(({ item }) => item))],
    })),
  };
}

function tellPaper(tools: Tools, paper: Paper): PaperEntry {
  const { speaker, lookup, languageName, sources } = tools;
  const { words } = speaker;
  const rank = rankParties(tools.dossier);
  const inOrder = paper.parties.toSorted((a, b) => rank(a) - rank(b));
  const titleOf = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : (lookup.papers.get(id)?.title ?? id);
  return {
    ...buildPaperHead(tools, paper.id),
    id: paper.id,
    anchor: `paper-${paper.id}`,
    parties: speaker.list(inOrder.map((id) => speaker.actor(id))),
    facts: factsOf({
      // Any other attribution stands among the notes of the paper.
      Attribution: paper.attribution === 'own' ? capitalise(words.attributions.own) : '',
      Language: languageName(paper.language),
      Clauses: countOf(
        paper.clauses.filter(({ kind }) => kind === 'clause').length,
        'clause',
        'clauses',
      ),
      Supersedes: titleOf(paper.supersedes),
      'Based on': titleOf(paper.basedOn),
    }),
    sha256: paper.sha256,
    sources: paper.sources.flatMap((id) => {
      const source = sources.get(id);
      return source === undefined
        ? []
        : [{ anchor: anchorOf(id), label: `${source.publisher}: ${source.title}` }];
    }),
  };
}
