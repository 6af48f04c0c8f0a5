import { defaultColumns, livePapers } from '#lib/engine/columns.ts';
import { compareDates } from '#lib/model/date.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { paperKinds, type Paper } from '#lib/model/paper.ts';

/** Which papers are read. Without `b` the first is read alone; without `a` there is none. */
export interface ReadPapersQuery {
  readonly a?: string;
  readonly b?: string;
  /** What the address names and the dossier does not have, in sentences. */
  readonly unknown: readonly string[];
}

/** What `b` is called when one paper is read alone. */
export const alone = 'none';

/** Reads `?a=PAPER&b=PAPER`; what is not named is chosen by the printed order of the parties. */
export function readPapersQuery(params: URLSearchParams, dossier: Dossier): ReadPapersQuery {
  const named = { a: params.get('a') ?? '', b: params.get('b') ?? '' };
  const ids = new Set(dossier.papers.map(({ id }) => id));
  const known = (id: string): string | undefined => (ids.has(id) ? id : undefined);
  const unknown = [...new Set([named.a, named.b === alone ? '' : named.b])].flatMap((id) =>
    id === '' || ids.has(id) ? [] : [`There is no paper “${id.slice(0, 120)}” in this dossier.`],
  );
  const defaults = defaultPapers(dossier);
  const ownA = known(named.a);
  const ownB = known(named.b);
  const a = ownA ?? defaults.find((id) => id !== ownB);
  const b = named.b === alone || ownB === a ? undefined : (ownB ?? defaults.find((id) => id !== a));
  return {
    ...(a === undefined ? {} : { a }),
    ...(b === undefined ? {} : { b }),
    unknown,
  };
}

/**
 * The leading live paper of each party, in the printed order of the parties, then all other papers.
 * A party's own paper leads before a joint one, a memorandum before a statement, a newer before an older.
 */
export function defaultPapers(dossier: Dossier): readonly string[] {
  const live = livePapers(dossier, undefined).toSorted(
    (x, y) =>
      x.parties.length - y.parties.length ||
      paperKinds.indexOf(x.kind) - paperKinds.indexOf(y.kind) ||
      newerFirst(x, y),
  );
  const leading = defaultColumns(dossier).flatMap(
    (party) => live.find(({ parties }) => parties.includes(party))?.id ?? [],
  );
  return [...new Set([...leading, ...live.map(({ id }) => id)])];
}

const newerFirst = (x: Paper, y: Paper): number => compareDates(y.dated, x.dated);

/** What is compared to read a paper alone: it, and every party that did not write it. */
export function columnsAlone(dossier: Dossier, a: string): readonly string[] {
  const parties = dossier.papers.find(({ id }) => id === a)?.parties ?? [];
  const others = defaultColumns(dossier).filter((id) => id !== a && !parties.includes(id));
  return [a, ...others.slice(0, 7)];
}
