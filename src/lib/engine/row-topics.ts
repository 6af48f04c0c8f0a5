/** Which row a provision is at home in; every provision has exactly one. */
import type { Id } from '#lib/model/id.ts';
import type { Provision } from '#lib/model/provision.ts';
import type { RowLedger } from '#lib/model/row-ledger.ts';
import type { RowTopic } from './comparison.ts';
import { topicKey } from './findings.ts';
import { eventPair } from './relate-orders.ts';
import type { Scene } from './scene.ts';

/** A row's lasting identity and its place in the table. */
export interface RowPlace {
  readonly id: string;
  readonly issue?: Id;
  readonly topic: RowTopic;
  /** Sorts rows: issue, kind of topic, topic; compared number by number. */
  readonly rank: readonly number[];
}

/** What a provision is about, as the topic of a row: its act's root, its events, its subject. */
export function topicOf(scene: Scene, provision: Provision): RowTopic {
  switch (provision.kind) {
    case 'norm':
      return { kind: 'act', act: scene.lexicon.root(provision.act) };
    case 'order':
      return { kind: 'order', events: eventPair(scene.lookup, provision) };
    case 'claim':
      return { kind: 'claim', subject: provision.subject };
  }
}

/** Assigns home rows, honouring pins and merges of the ledger. */
export function createRowPlaces(scene: Scene): (provision: Provision) => RowPlace {
  const ledger = new Map(scene.lookup.dossier.ledger.map((entry) => [entry.id, entry]));
  const pins = new Map(
    scene.lookup.dossier.ledger.flatMap((entry) =>
      entry.pins.map((provision) => [provision, entry] as const),
    ),
  );
  const places = new Map<Id, RowPlace>();
  const byRow = new Map<string, RowPlace>();
  const computed = (provision: Provision): RowPlace => {
    const topic = topicOf(scene, provision);
    const [issue = ''] = provision.issues;
    return { id: `${issue}:${topicKey(topic)}`, issue, topic, rank: rankOf(scene, issue, topic) };
  };
  for (const provision of scene.lookup.provisions.values()) {
    const place = computed(provision);
    if (!byRow.has(place.id)) byRow.set(place.id, place);
  }
  const resolve = (place: RowPlace, provision: Provision): RowPlace => {
    const pinned = pins.get(provision.id);
    const start = pinned ? pinned.id : place.id;
    const id = followMerges(ledger, start);
    if (id === place.id) return place;
    return byRow.get(id) ?? handRow(scene, ledger.get(id), { id, place });
  };
  return (provision) => {
    const known = places.get(provision.id);
    if (known) return known;
    const place = resolve(computed(provision), provision);
    places.set(provision.id, place);
    return place;
  };
}

function followMerges(ledger: ReadonlyMap<string, RowLedger>, start: string): string {
  const seen = new Set<string>();
  let id = start;
  for (let into = ledger.get(id)?.mergedInto; into !== undefined && !seen.has(id);) {
    seen.add(id);
    id = into;
    into = ledger.get(id)?.mergedInto;
  }
  return id;
}

/** A row made by hand stands in the issue its ledger names, behind the rows computed there. */
function handRow(
  scene: Scene,
  entry: RowLedger | undefined,
  { id, place }: { readonly id: string; readonly place: RowPlace },
): RowPlace {
  const issue = entry?.issue ?? place.issue ?? '';
  const topic: RowTopic = { kind: 'hand' };
  return { id, issue, topic, rank: rankOf(scene, issue, topic) };
}

const topicKinds = ['act', 'order', 'claim', 'hand', 'clause', 'gap'] as const;

/** Rows follow the issues and acts of the dossier; ties cannot happen within one issue. */
export function rankOf(scene: Scene, issue: Id | undefined, topic: RowTopic): readonly number[] {
  const { lookup } = scene;
  const inIssue = issue === undefined ? undefined : lookup.issueRank.get(issue);
  const head = [inIssue ?? lookup.issueRank.size, topicKinds.indexOf(topic.kind)];
  switch (topic.kind) {
    case 'act':
      return [...head, lookup.actRank.get(topic.act) ?? 0];
    case 'order':
      return [...head, ...topic.events.map((event) => lookup.eventRank.get(event) ?? 0)];
    case 'claim':
      return [...head, lookup.subjectRank.get(topic.subject) ?? 0];
    case 'clause':
      return [...head, lookup.clauses.get(topic.clause)?.rank ?? 0];
    case 'gap': {
      const paper = lookup.papers.get(topic.paper);
      const papers = lookup.dossier.papers;
      return [
        ...head,
        paper ? papers.indexOf(paper) : 0,
        paper?.gaps.findIndex((gap) => gap.id === topic.gap) ?? 0,
      ];
    }
    case 'hand':
      return head;
  }
}

/** Compares ranks number by number, then ids. */
export function comparePlaces(a: RowPlace, b: RowPlace): number {
  for (let i = 0; i < Math.max(a.rank.length, b.rank.length); i++) {
    const difference = (a.rank[i] ?? -1) - (b.rank[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
