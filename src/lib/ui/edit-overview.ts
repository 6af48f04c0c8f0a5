import { byPlace } from '#lib/model/dossier-records.ts';
import type { RecordKind, StoredRecord } from '#lib/model/record.ts';
import { kindPlurals, labelOf } from './record-words.ts';

/** A kind of record as the overview of editing names it. */
export interface KindView {
  readonly kind: RecordKind;
  readonly name: string;
  readonly count: number;
}

export interface KindGroup {
  readonly title: string;
  readonly kinds: readonly KindView[];
}

const groups: readonly (readonly [string, readonly RecordKind[]])[] = [
  ['The dossier', ['head', 'actor', 'issue', 'source']],
  ['What the sides say', ['paper', 'clause', 'provision', 'silence']],
  ['What words mean', ['act', 'link', 'dimension', 'event', 'term', 'subject', 'context']],
  ['What analysts say', ['row', 'verdict', 'view', 'annotation']],
];

/** The kinds of record of a dossier with how many there are. */
export const groupKinds = (records: ReadonlyMap<string, StoredRecord>): readonly KindGroup[] =>
  groups.map(([title, kinds]) => ({
    title,
    kinds: kinds.map((kind) => ({
      kind,
      name: kindPlurals[kind],
      count: [...records.values()].filter((r) => r.kind === kind && r.privateTo === null).length,
    })),
  }));

/** A record in the list of its kind. */
export interface RecordLine {
  readonly id: string;
  readonly label: string;
  readonly version: number;
}

/** The records of a kind in their order, those that hold the words looked for. */
export function listLines(
  records: ReadonlyMap<string, StoredRecord>,
  kind: RecordKind,
  query: string,
): readonly RecordLine[] {
  const wanted = query.trim().toLowerCase();
  return [...records.values()]
    .filter((record) => record.kind === kind && record.privateTo === null)
    .toSorted(byPlace)
    .filter(({ id, body }) => `${id} ${JSON.stringify(body)}`.toLowerCase().includes(wanted))
    .map(({ id, body, version }) => ({ id, version, label: labelOf(body) ?? id }));
}

/** The kinds of which new records are made here; the others come about elsewhere. */
export const canBeMade = (kind: RecordKind): boolean =>
  !['head', 'row', 'verdict', 'view', 'annotation'].includes(kind);
