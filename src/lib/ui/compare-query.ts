/**
 * The address of a compare page as a value, and back. Everything the page shows stands in the
 * address, so that a link is a view; what an address names and the dossier does not have is told on
 * the page, and the default holds instead.
 */
import { listPremises } from '#lib/engine/premises.ts';
import { isPartialDate } from '#lib/model/date.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import { relations, type Relation } from '#lib/model/relation.ts';

/** Whether to show only rows that somebody confirmed, or only those nobody did. */
export const reviewFilters = ['reviewed', 'not-reviewed'] as const;
export type ReviewFilter = (typeof reviewFilters)[number];

/** Another order of rows than the dossier's. */
export const rowOrders = ['gravest'] as const;
export type RowOrder = (typeof rowOrders)[number];

export interface CompareQuery {
  /** Parties or papers in display order; empty means every party, by name. */
  readonly columns: readonly Id[];
  /** Fixed choices, by option group. */
  readonly reading: Readonly<Record<Id, Id>>;
  readonly off: readonly Id[];
  readonly asAt?: string;
  readonly relations: readonly Relation[];
  readonly issue?: Id;
  readonly review?: ReviewFilter;
  readonly bearer?: Id;
  readonly act?: Id;
  readonly text: string;
  readonly sort?: RowOrder;
}

export interface ReadQuery {
  readonly query: CompareQuery;
  /** Sentences about what the address names and the dossier does not have. */
  readonly unknown: readonly string[];
}

const maxColumns = 8;
const maxTextLength = 200;

/** The prefix of the fields that fix a reading: `reading.ceasefire-option=1`. */
const readingPrefix = 'reading.';

/** Reads the address of a compare page against the dossier it names things of. */
export function readCompareQuery(params: URLSearchParams, dossier: Dossier): ReadQuery {
  const unknown: string[] = [];
  const pick = <T extends string>(name: string, what: string, known: readonly T[]): T[] => {
    const asked = params.getAll(name).filter((value) => value !== '');
    return [...new Set(asked)].flatMap((value) => {
      const found = known.find((id) => id === value);
      if (found !== undefined) return [found];
      unknown.push(`There is no ${what} “${value.slice(0, 80)}” here, so it is left out.`);
      return [];
    });
  };
  const ids = (items: readonly { readonly id: Id }[]): Id[] => items.map((item) => item.id);
  const speaking = dossier.actors.filter((a) =>
    dossier.papers.some((p) => p.parties.includes(a.id)),
  );
  const asked = pick('col', 'party or paper', [...ids(speaking), ...ids(dossier.papers)]);
  if (asked.length > maxColumns) {
    unknown.push(`Only the first ${maxColumns} columns are shown.`);
  }
  const [issue] = pick('issue', 'issue', ids(dossier.issues));
  const [review] = pick('review', 'review state', reviewFilters);
  const [bearer] = pick('bearer', 'actor', ids(dossier.actors));
  const [act] = pick('act', 'act', ids(dossier.acts));
  const [sort] = pick('sort', 'order of rows', rowOrders);
  const asAt = readDay(params, unknown);
  return {
    query: {
      columns: asked.slice(0, maxColumns),
      reading: readReading(params, dossier, unknown),
      off: pick('off', 'premise', premiseIds(dossier)),
      ...(asAt === undefined ? {} : { asAt }),
      relations: pick('relation', 'relation', relations),
      ...(issue === undefined ? {} : { issue }),
      ...(review === undefined ? {} : { review }),
      ...(bearer === undefined ? {} : { bearer }),
      ...(act === undefined ? {} : { act }),
      ...(sort === undefined ? {} : { sort }),
      text: (params.get('q') ?? '').trim().slice(0, maxTextLength),
    },
    unknown,
  };
}

/** Everything of a dossier that a finding may rest on besides the texts. */
const premiseIds = (dossier: Dossier): readonly Id[] =>
  listPremises(dossier, new Set()).map(({ id }) => id);

function readDay(params: URLSearchParams, unknown: string[]): string | undefined {
  const day = params.get('as-at') ?? '';
  if (day === '') return undefined;
  if (day.length === 10 && isPartialDate(day)) return day;
  unknown.push(`“${day.slice(0, 40)}” is not a day (YYYY-MM-DD), so all papers are compared.`);
  return undefined;
}

function readReading(
  params: URLSearchParams,
  dossier: Dossier,
  unknown: string[],
): Readonly<Record<Id, Id>> {
  const groups = dossier.papers.flatMap((paper) => paper.options);
  const chosen: [Id, Id][] = [];
  for (const [name, value] of params) {
    if (!name.startsWith(readingPrefix) || value === '') continue;
    const group = groups.find(({ id }) => id === name.slice(readingPrefix.length));
    const choice = group?.choices.find(({ id }) => id === value);
    if (group && choice) chosen.push([group.id, choice.id]);
    else unknown.push(`There is no such option here (${name}=${value})`.slice(0, 120) + '.');
  }
  return Object.fromEntries(chosen);
}

/** Writes a query as the search part of an address, `?…` or nothing; defaults are left out. */
export function formatCompareQuery(query: Partial<CompareQuery>): string {
  const params = new URLSearchParams();
  for (const id of query.columns ?? []) params.append('col', id);
  for (const [group, choice] of Object.entries(query.reading ?? {})) {
    params.append(`${readingPrefix}${group}`, choice);
  }
  for (const relation of query.relations ?? []) params.append('relation', relation);
  const single = {
    issue: query.issue,
    review: query.review,
    bearer: query.bearer,
    act: query.act,
    'as-at': query.asAt,
    q: query.text,
    sort: query.sort,
  };
  for (const [name, value] of Object.entries(single)) {
    if (value !== undefined && value !== '') params.append(name, value);
  }
  for (const id of query.off ?? []) params.append('off', id);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** The name of the form field that fixes a choice of this option group. */
export const readingField = (group: Id): string => `${readingPrefix}${group}`;
