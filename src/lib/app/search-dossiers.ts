import { markTerms, readSearch, type SearchTerm } from '#lib/model/search-words.ts';
import { searchedKinds } from '#lib/model/search-text.ts';
import { searchEntries, type SearchHit } from '#lib/server/search-index.ts';
import { listDossiers } from './list-dossiers.ts';
import type { Viewer } from './viewer.ts';
import type { Workspace } from './workspace.ts';

export interface SearchQuestion {
  readonly viewer: Viewer;
  readonly query: string;
  /** Only this dossier. */
  readonly dossier?: string | undefined;
  /** Only records of this kind. */
  readonly kind?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** A piece of text; `marked` when it is what was looked for. */
export interface SnippetPart {
  readonly text: string;
  readonly marked: boolean;
}

export interface FoundRecord {
  readonly dossier: string;
  readonly dossierTitle: string;
  readonly kind: string;
  readonly record: string;
  readonly heading: readonly SnippetPart[];
  readonly snippet: readonly SnippetPart[];
}

export interface SearchFound {
  readonly results: readonly FoundRecord[];
  readonly total: number;
  /** True when the question named nothing to find, or only what must not be there. */
  readonly empty: boolean;
}

/** Searches everything the viewer may read, their own private notes included; best first. */
export async function searchDossiers(
  workspace: Workspace,
  { viewer, query, dossier, kind, limit, offset }: SearchQuestion,
): Promise<SearchFound> {
  const terms = readSearch(query);
  const empty = terms.every(({ excluded }) => excluded);
  if (empty) return { results: [], total: 0, empty };
  const titles = new Map(
    (await listDossiers(workspace, viewer)).map(({ id, title }) => [id, title]),
  );
  const dossiers = [...titles.keys()].filter((id) => dossier === undefined || id === dossier);
  const wanted = kind !== undefined && searchedKinds.includes(kind) ? { kind } : {};
  const request = { terms, dossiers, viewer: viewer.id, ...wanted, limit, offset };
  const { hits, total } = await searchEntries(workspace.database, request);
  const results = hits.map((hit) => ({
    ...{ dossier: hit.dossier, kind: hit.kind, record: hit.record },
    dossierTitle: titles.get(hit.dossier) ?? hit.dossier,
    ...snippetsOf(hit, terms),
  }));
  return { results, total, empty };
}

function snippetsOf(
  { heading, body }: SearchHit,
  terms: readonly SearchTerm[],
): Pick<FoundRecord, 'heading' | 'snippet'> {
  return {
    heading: markParts(heading, terms, [0, heading.length]),
    snippet: cutSnippet(body, terms),
  };
}

const around = 90;
const longest = 320;

/** The part of a text around the first thing that was looked for. */
function cutSnippet(body: string, terms: readonly SearchTerm[]): readonly SnippetPart[] {
  const [first] = markTerms(body, terms);
  const start =
    first === undefined || first.from < around ? 0 : wordStart(body, first.from - around);
  const end = Math.min(body.length, start + longest);
  const parts = markParts(body, terms, [start, end]);
  const ellipsis = (there: boolean): readonly SnippetPart[] =>
    there ? [{ text: '…', marked: false }] : [];
  return [...ellipsis(start > 0), ...parts, ...ellipsis(end < body.length)];
}

/** Behind the next space, so that no word is cut; at the place itself where there are no spaces. */
function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space === -1 || space > at + 40 ? at : space + 1;
}

function markParts(
  text: string,
  terms: readonly SearchTerm[],
  [start, end]: readonly [number, number],
): readonly SnippetPart[] {
  const parts: SnippetPart[] = [];
  let at = start;
  for (const { from, to } of markTerms(text, terms)) {
    if (from < at || to > end) continue;
    if (from > at) parts.push({ text: text.slice(at, from), marked: false });
    parts.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < end) parts.push({ text: text.slice(at, end), marked: false });
  return parts;
}
