import type { Id } from '#lib/model/id.ts';
import { textKinds, type TextKind } from '#lib/model/paper.ts';
import { relations, rules, type Relation } from '#lib/model/relation.ts';
import type { Evidence, Finding, RowTopic } from './comparison.ts';
import type { Scene } from './scene.ts';

/** A finding before it is told apart by id, joined over readings and furnished with evidence. */
export interface FindingDraft extends Pick<
  Finding,
  'rule' | 'relation' | 'extent' | 'columns' | 'topic' | 'slots' | 'common' | 'becauses'
> {
  /** Provisions each column brings, in the order of `columns`. */
  readonly provisions: readonly (readonly Id[])[];
  readonly remainders?: Finding['remainders'];
  readonly premises?: Finding['premises'];
  readonly cores?: Finding['cores'];
  readonly joint?: boolean;
  readonly jointPaper?: Id;
  readonly replaces?: Finding['replaces'];
  readonly vague?: Finding['vague'];
  /** Which of several boxes with the same provisions this is, counting from 0. */
  readonly box?: number;
}

/** The part of an id that names what a row or finding is about. */
export function topicKey(topic: RowTopic): string {
  switch (topic.kind) {
    case 'act':
      return `act:${topic.act}`;
    case 'order':
      return `order:${topic.events[0]}:${topic.events[1]}`;
    case 'claim':
      return `claim:${topic.subject}`;
    case 'clause':
      return `clause:${topic.clause}`;
    case 'gap':
      return `gap:${topic.paper}:${topic.gap}`;
    case 'hand':
      return 'hand';
  }
}

/** Gathers findings: the same clash in several readings is one finding that lists them. */
export class FindingCollector {
  readonly #drafts = new Map<string, { draft: FindingDraft; readings: Set<number> }>();
  readonly #bounded = new Map<string, { act: Id; columns: readonly Id[] }>();
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /**
   * Adds a finding that holds in the given readings. What one joint text lays down for several pairs
   * of its signatories is one finding that lists them all.
   */
  add(draft: FindingDraft, readings: readonly number[]): void {
    const id = idOf(draft);
    const known = this.#drafts.get(id);
    if (!known) {
      this.#drafts.set(id, { draft, readings: new Set(readings) });
      return;
    }
    for (const reading of readings) known.readings.add(reading);
    if (draft.rule === 'R16') known.draft = this.#joinSignatories(known.draft, draft);
  }

  #joinSignatories(a: FindingDraft, b: FindingDraft): FindingDraft {
    const columns = this.#scene.columns
      .map((column) => column.column.id)
      .filter((id) => a.columns.includes(id) || b.columns.includes(id));
    const replaces = [...new Set([...(a.replaces ?? []), ...(b.replaces ?? [])])].sort();
    return {
      ...a,
      columns,
      provisions: columns.map(() => a.provisions[0] ?? []),
      replaces,
      extent: a.extent === 'part' || b.extent === 'part' ? 'part' : 'whole',
      remainders: [...(a.remainders ?? []), ...(b.remainders ?? [])].sort(
        (x, y) => columns.indexOf(x.column) - columns.indexOf(y.column),
      ),
    };
  }

  /** Notes that an act was too finely divided to be searched whole. */
  bound(act: Id, columns: readonly Id[]): void {
    this.#bounded.set(`${act}|${columns.join('|')}`, { act, columns });
  }

  /** The acts that were not searched whole. */
  bounded(): readonly { readonly act: Id; readonly columns: readonly Id[] }[] {
    return [...this.#bounded.values()];
  }

  /** All findings, the gravest first; the order does not depend on the order of columns. */
  finish(): readonly Finding[] {
    return [...this.#drafts]
      .map(([id, { draft, readings }]) => furnish(this.#scene, { id, draft, readings }))
      .sort(compareFindings);
  }
}

function idOf(draft: FindingDraft): string {
  const provisions = [...new Set(draft.provisions.flat())].sort().join('+');
  const box = draft.box ? `#${String(draft.box)}` : '';
  return `${draft.rule}:${topicKey(draft.topic)}:${provisions}${box}`;
}

function furnish(
  scene: Scene,
  { id, draft, readings }: { id: string; draft: FindingDraft; readings: ReadonlySet<number> },
): Finding {
  const { provisions, remainders, premises, cores, joint, replaces, vague } = draft;
  const { rule, relation, extent, columns, topic, slots, common, becauses, jointPaper } = draft;
  const evidence = draft.columns.flatMap((column, index) =>
    (provisions[index] ?? []).map((provision) => evidenceOf(scene, column, provision)),
  );
  const all = [...new Set(provisions.flat())];
  const suggested = all.some((p) => scene.lookup.provisions.get(p)?.review.state === 'suggested');
  return {
    id,
    rule,
    relation,
    extent,
    columns,
    topic,
    slots,
    ...(common ? { common } : {}),
    becauses,
    ...(jointPaper === undefined ? {} : { jointPaper }),
    remainders: remainders ?? [],
    premises: premises ?? [],
    cores: cores ?? [],
    joint: joint ?? false,
    replaces: replaces ?? [],
    vague: vague ?? [],
    readings: [...readings].sort((a, b) => a - b),
    evidence,
    basis: suggested ? 'suggested' : 'computed',
    weakestText: weakestText(all.map((p) => scene.paperOf(p).textKind)),
  };
}

/** The words a provision rests on, as evidence in a column. */
export function evidenceOf(scene: Scene, column: Id, provision: Id): Evidence {
  const record = scene.lookup.provisions.get(provision);
  if (!record) throw new Error(`unknown provision ${provision}`);
  return {
    column,
    provision,
    paper: scene.paperOf(provision).id,
    clause: record.clause,
    words: record.words,
    ...(record.rendering === undefined ? {} : { rendering: record.rendering }),
  };
}

const weakestText = (kinds: readonly TextKind[]): TextKind =>
  textKinds.findLast((kind) => kinds.includes(kind)) ?? 'full';

/** How grave a relation is; 0 decides a row before all others. */
export const gravity = (relation: Relation): number => relations.indexOf(relation);

/** Gravest first, then with fewer premises, in more readings, by rule, by id. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    gravity(a.relation) - gravity(b.relation) ||
    a.premises.length - b.premises.length ||
    b.readings.length - a.readings.length ||
    rules.indexOf(a.rule) - rules.indexOf(b.rule) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
