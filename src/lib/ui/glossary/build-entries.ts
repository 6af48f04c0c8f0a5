import type { Actor } from '#lib/model/actor.ts';
import type { Id } from '#lib/model/id.ts';
import { capitalise } from '../capitalise.ts';
import { rankParties } from '../list-parties.ts';
import { formatCompareQuery } from '../compare-query.ts';
import type { Tools } from '../view-tools.ts';
import type { EntryView, RelatedView, UsageView, VariantView } from './glossary-view.ts';
import type { Usage } from './usage.ts';

/** What entries are made from. */
export interface GlossaryTools extends Tools {
  readonly usage: Usage;
}

/** Where an entry stands on the page. */
export const entryAnchor = (section: string, id: string): string => `${section}/${id}`;

const linkTo = (section: string, id: string): string =>
  `#${encodeURIComponent(entryAnchor(section, id))}`;

/** The acts of the lexicon with the links that start at each, and what else is linked to it. */
export function buildActs(tools: GlossaryTools): readonly EntryView[] {
  const { dossier, speaker, usage } = tools;
  const from = Map.groupBy(dossier.links, (link) => link.from);
  const to = Map.groupBy(dossier.links, (link) => link.to);
  const words = speaker.words.linkRelations;
  const back = { 'kind-of': 'has as a kind', excludes: words.excludes, requires: 'is required by' };
  return dossier.acts.map(({ id, label, note, variants }) => {
    const stated = (from.get(id) ?? []).map((link): RelatedView => ({
      ...{ word: words[link.relation], label: speaker.act(link.to), href: linkTo('acts', link.to) },
      ...groundOf(tools, `link:${link.id}`),
    }));
    const taken = (to.get(id) ?? []).map((link): RelatedView => ({
      ...{ word: back[link.relation], label: speaker.act(link.from) },
      href: linkTo('acts', link.from),
      // Exclusion holds both ways, so that its ground belongs to both.
      ...(link.relation === 'excludes' ? groundOf(tools, `link:${link.id}`) : {}),
    }));
    return {
      ...{ id, anchor: entryAnchor('acts', id), label: capitalise(label) },
      ...(note === undefined ? {} : { note }),
      variants: tellVariants(tools, variants),
      related: [...stated, ...taken],
      usage: used(usage.acts.get(id), `${compareOf(tools)}${formatCompareQuery({ act: id })}`),
    };
  });
}

const compareOf = ({ dossier }: Tools): string => `/dossiers/${dossier.id}/compare`;

const used = (usage: UsageView | undefined, href?: string): UsageView =>
  usage === undefined
    ? { total: 0, by: '' }
    : { ...usage, ...(href === undefined ? {} : { href }) };

function groundOf({ speaker }: Tools, premise: Id): Pick<RelatedView, 'ground' | 'disputed'> {
  const { kind, ground, disputed } = speaker.premise(premise);
  return {
    ground: [kind, ground].filter((part) => part !== '').join(', '),
    ...(disputed === undefined ? {} : { disputed }),
  };
}

/** Each side's own terms, in the neutral order of whose they are. */
function tellVariants(
  { dossier, speaker }: Tools,
  variants: Actor['variants'],
): readonly VariantView[] {
  if (variants.length === 0) return [];
  const rank = rankParties(dossier);
  const sorted = variants.map(({ text, usedBy }) => ({
    text,
    users: usedBy.toSorted((a, b) => rank(a) - rank(b)),
  }));
  const place = ({ users: [first = ''] }: (typeof sorted)[number]): number => rank(first);
  return sorted
    .toSorted((a, b) => place(a) - place(b))
    .map(({ text, users }) => ({
      quoted: `“${text}”`,
      by: speaker.list(users.map((id) => speaker.actor(id))),
    }));
}

/** Everyone who can be bound, with the parts of groups. */
export function buildActors(tools: GlossaryTools): readonly EntryView[] {
  const { dossier, speaker, usage } = tools;
  return dossier.actors.map(({ id, name, party, everyone, parts, basis, variants, note }) => ({
    ...{ id, anchor: entryAnchor('actors', id), label: capitalise(name) },
    ...(party ? { kind: 'party' } : everyone ? { kind: 'everyone' } : {}),
    ...(note === undefined ? {} : { note }),
    variants: tellVariants(tools, variants),
    related:
      parts.length === 0
        ? []
        : [
            {
              word: 'consists of',
              label: speaker.list(parts.map((part) => speaker.actor(part))),
              ...(basis === undefined || everyone ? {} : groundOf(tools, `group:${id}`)),
            },
          ],
    usage: used(usage.actors.get(id), `${compareOf(tools)}${formatCompareQuery({ bearer: id })}`),
  }));
}

/** The values of one dimension: its wholes with their parts first, then each indivisible value. */
export function buildScopes(
  tools: GlossaryTools,
  dimension: Tools['dossier']['dimensions'][number],
): readonly EntryView[] {
  const { speaker, usage } = tools;
  const labels = new Map(
    [...dimension.universe, ...dimension.wholes].map(({ id, label }) => [id, label]),
  );
  const entry = (id: Id, label: string): Omit<EntryView, 'related'> => ({
    ...{ id, anchor: entryAnchor(`scopes/${dimension.id}`, id), label: capitalise(label) },
    variants: [],
    usage: used(usage.scopes.get(`${dimension.id}/${id}`)),
  });
  const wholes = dimension.wholes.map(({ id, label, parts }): EntryView => ({
    ...entry(id, label),
    kind: 'whole',
    related: [
      {
        word: 'consists of',
        label: speaker.list(parts.map((part) => labels.get(part) ?? part)),
        ...groundOf(tools, `whole:${dimension.id}:${id}`),
      },
    ],
  }));
  const atoms = dimension.universe.map(({ id, label }): EntryView => {
    const within = dimension.wholes.filter(({ parts }) => parts.includes(id));
    const names = within.map((whole) => whole.label);
    const related = names.length === 0 ? [] : [{ word: 'is part of', label: speaker.list(names) }];
    return { ...entry(id, label), related };
  });
  return [...wholes, ...atoms];
}

interface Plain {
  readonly id: Id;
  readonly label: string;
  readonly note?: string | undefined;
}

/** Events, terms and subjects: a label, a note and how often it is used. */
export const buildPlain = (
  items: readonly Plain[],
  section: string,
  usageOf: (id: Id) => UsageView | undefined,
): readonly EntryView[] =>
  items.map(({ id, label, note }) => ({
    ...{ id, anchor: entryAnchor(section, id), label: capitalise(label) },
    ...(note === undefined ? {} : { note }),
    ...{ variants: [], related: [], usage: used(usageOf(id)) },
  }));

/** Whether an entry holds all of these words, in lower case. */
export function holdsWords(entry: EntryView, words: readonly string[]): boolean {
  const text = [
    ...[entry.label, entry.kind ?? '', entry.note ?? '', entry.usage?.by ?? ''],
    ...entry.variants.flatMap(({ quoted, by }) => [quoted, by]),
    ...entry.related.flatMap(({ label, ground, disputed }) => [
      label,
      ground ?? '',
      disputed ?? '',
    ]),
  ]
    .join('\n')
    .normalize('NFC')
    .toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}
