/**
 * Every phrase by which a dossier's records are recognised in a text: their names and variants, what
 * the starter packs say of those that came from a pack, and the words of provisions that people
 * confirmed. The last make the suggestions of a dossier better with every confirmation.
 */
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import type { Provision } from '#lib/model/provision.ts';
import { phrasesIn, type Phrases, type StarterPack } from '../packs/starter-pack.ts';
import type { KnownName, ProposalContext } from '../propose/proposal.ts';

/** What is recognised in texts of one language, and where acts are at home. */
export interface KnownPhrases {
  readonly issues: readonly KnownName[];
  readonly actors: readonly KnownName[];
  readonly acts: readonly KnownName[];
  readonly events: readonly KnownName[];
  readonly terms: readonly KnownName[];
  readonly dimensions: ProposalContext['dimensions'];
  readonly homes: ReadonlyMap<Id, Id>;
}

/** Words confirmed for an act are phrases of it, unless they are whole sentences. */
const longestPhrase = 80;

/** Gathers what a dossier knows of the language of a text. */
export function gatherPhrases(
  dossier: Dossier,
  packs: readonly StarterPack[],
  language: string,
): KnownPhrases {
  const confirmed = dossier.provisions.filter(isConfirmed);
  const fromPacks = packPhrases(packs, language);
  const known = (list: PackList, record: Named): KnownName => ({
    id: record.id,
    names: unique([
      ...namesOf(record),
      ...(fromPacks.get(`${list}:${record.id}:${mainName(record)}`) ?? []),
      ...(list === 'acts' ? confirmedWords(confirmed, record.id) : []),
    ]),
  });
  return {
    issues: dossier.issues.map((issue) => known('issues', issue)),
    actors: dossier.actors.map((actor) => known('actors', actor)),
    acts: dossier.acts.map((act) => known('acts', act)),
    events: dossier.events.map((event) => known('events', event)),
    terms: dossier.terms.map((term) => known('terms', term)),
    dimensions: dossier.dimensions.map((dimension) => ({
      ...known('dimensions', dimension),
      values: [...dimension.universe, ...dimension.wholes].map((value) => ({
        id: value.id,
        names: unique([
          value.label,
          ...(fromPacks.get(`values:${dimension.id}.${value.id}:${value.label}`) ?? []),
        ]),
      })),
    })),
    homes: homesOf(dossier, packs, confirmed),
  };
}

const isConfirmed = ({ review }: Provision): boolean => review.state !== 'suggested';

type PackList = 'issues' | 'actors' | 'acts' | 'events' | 'terms' | 'dimensions';

interface Named {
  readonly id: Id;
  readonly label?: string;
  readonly name?: string;
  readonly question?: string | undefined;
  readonly variants?: readonly { readonly text: string }[];
}

const mainName = ({ label, name }: Named): string => label ?? name ?? '';

const namesOf = (record: Named): readonly string[] => [
  mainName(record),
  ...(record.question === undefined ? [] : [record.question]),
  ...(record.variants ?? []).map(({ text }) => text),
];

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

function confirmedWords(confirmed: readonly Provision[], act: Id): readonly string[] {
  return confirmed.flatMap((provision) =>
    provision.kind === 'norm' &&
    provision.act === act &&
    provision.words.exact.length <= longestPhrase
      ? [provision.words.exact]
      : [],
  );
}

/** By list, id and label: a record that somebody renamed is no longer the pack's. */
function packPhrases(
  packs: readonly StarterPack[],
  language: string,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const put = (list: string, record: Named & { readonly phrases: Phrases }): void => {
    const key = `${list}:${record.id}:${mainName(record)}`;
    found.set(key, [...(found.get(key) ?? []), ...phrasesIn(record.phrases, language)]);
  };
  for (const pack of packs) {
    for (const list of ['issues', 'actors', 'acts', 'events', 'terms'] as const)
      for (const record of pack[list]) put(list, record);
    for (const dimension of pack.dimensions)
      for (const value of [...dimension.universe, ...dimension.wholes]) {
        const id = `${dimension.id}.${value.id}`;
        put('values', { id, label: value.label, phrases: dimension.phrases[value.id] ?? {} });
      }
  }
  return found;
}

/** Where acts are at home: as confirmed most often, else as their pack has it. */
function homesOf(
  dossier: Dossier,
  packs: readonly StarterPack[],
  confirmed: readonly Provision[],
): ReadonlyMap<Id, Id> {
  const issues = new Set(dossier.issues.map(({ id }) => id));
  const homes = new Map<Id, Id>();
  for (const { acts } of packs)
    for (const { id, issue } of acts) if (issues.has(issue)) homes.set(id, issue);
  const counts = new Map<Id, Map<Id, number>>();
  for (const provision of confirmed) {
    const [home] = provision.issues;
    if (provision.kind !== 'norm' || home === undefined) continue;
    const own = counts.get(provision.act) ?? new Map<Id, number>();
    counts.set(provision.act, own.set(home, (own.get(home) ?? 0) + 1));
  }
  for (const [act, own] of counts) {
    const [most] = [...own].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    if (most !== undefined) homes.set(act, most[0]);
  }
  return homes;
}
