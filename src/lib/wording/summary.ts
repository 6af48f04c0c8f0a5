/** How three or more columns stand to each other, in one line. */
import type { Id } from '#lib/model/id.ts';
import { relations, type Relation } from '#lib/model/relation.ts';
import type { Column, PairRelation, Row } from '#lib/engine/comparison.ts';
import type { Voice } from './voice.ts';

/**
 * "Ukraine and Russia the same; the ministry cannot hold with either": first what is the same, then
 * columns that cannot hold with any other, then the remaining pairs, the worst relation first.
 */
export function summary(voice: Voice, row: Row, speaking: readonly Column[]): string {
  const { phrases, figures, names } = voice;
  const ids = speaking.map(({ id }) => id);
  const pairs = row.pairs.filter(({ columns }) => columns.every((id) => ids.includes(id)));
  const { capital, parts, sentence } = phrases.grammar;
  if (pairs.length > 1 && pairs.every(isOutright)) {
    return sentence(capital(phrases.rows.noTwo(ids.length)));
  }
  const told = new Set<PairRelation>();
  const lines: string[] = [];
  for (const group of sameGroups(ids, pairs)) {
    for (const pair of pairs) if (pair.columns.every((id) => group.includes(id))) told.add(pair);
    lines.push(phrases.rows.same(figures.list(group.map(names.column)), group.length));
  }
  for (const id of ids) {
    const own = pairs.filter(({ columns }) => columns.includes(id));
    if (own.length < 2 || !own.every(isOutright)) continue;
    own.forEach((pair) => told.add(pair));
    lines.push(phrases.rows.cannotHold(names.column(id), own.length));
  }
  for (const [key, group] of byRelation(pairs.filter((pair) => !told.has(pair)))) {
    const sides = group.map(({ columns }) => figures.list(columns.map(names.column)));
    lines.push(phrases.rows.pair(sides.join(', '), key.relation, key.part));
  }
  return sentence(capital(parts(lines)));
}

const isOutright = ({ relation, extent }: PairRelation): boolean =>
  relation === 'incompatible' && extent === 'whole';

/** Groups of columns of which every two say the same; a column is in at most one. */
function sameGroups(
  ids: readonly Id[],
  pairs: readonly PairRelation[],
): readonly (readonly Id[])[] {
  const same = (a: Id, b: Id): boolean =>
    pairs.some(
      ({ columns, relation, extent }) =>
        relation === 'same-terms' &&
        extent === 'whole' &&
        columns.includes(a) &&
        columns.includes(b),
    );
  const groups: Id[][] = [];
  for (const id of ids) {
    const group = groups.find((members) => members.every((member) => same(member, id)));
    if (group) group.push(id);
    else groups.push([id]);
  }
  return groups.filter((group) => group.length > 1);
}

interface Kind {
  readonly relation: Relation;
  readonly part: boolean;
}

function byRelation(pairs: readonly PairRelation[]): readonly (readonly [Kind, PairRelation[]])[] {
  const groups: [Kind, PairRelation[]][] = [];
  for (const pair of pairs) {
    const part = pair.extent === 'part';
    const known = groups.find(([key]) => key.relation === pair.relation && key.part === part);
    if (known) known[1].push(pair);
    else groups.push([{ relation: pair.relation, part }, [pair]]);
  }
  const rank = ([{ relation }]: readonly [Kind, unknown]): number => relations.indexOf(relation);
  return groups.sort((a, b) => rank(a) - rank(b));
}
