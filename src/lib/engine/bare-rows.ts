/**
 * Rows without provisions: clauses nobody has coded, struck-out clauses, and gaps of the texts. Nothing
 * that was published or is known to be missing falls out of the table. Uncoded clauses that were put
 * beside each other share a row, so that they can be read together before anybody judges them; where one
 * was made from the other, their words suggest a relation.
 */
import type { Id } from '#lib/model/id.ts';
import { isMadeByHand } from '#lib/model/row-ledger.ts';
import { besideIn } from './cells.ts';
import type { Cell, CellClause, PairRelation, Row } from './comparison.ts';
import { gravity } from './findings.ts';
import { findLikenesses, type LikenessJudge } from './likeness.ts';
import type { PlacedClause } from './lookup.ts';
import { rankOf, type RowPlace } from './row-topics.ts';
import type { HeldColumn, Scene } from './scene.ts';

/** A row to be built when its place in the table is known. */
export interface PlannedRow {
  readonly place: RowPlace;
  readonly build: () => Row;
}

/** The rows about uncoded, struck-out and unavailable words, in no order. */
export function planBareRows(scene: Scene, judge: LikenessJudge): readonly PlannedRow[] {
  return [...planClauseRows(scene, judge), ...planGapRows(scene)];
}

function planClauseRows(scene: Scene, judge: LikenessJudge): readonly PlannedRow[] {
  const uncoded = groupUncoded(scene).map((group) =>
    planRow(scene, group, (place) => withLikenesses(uncodedRow(scene, place, group), judge)),
  );
  const gone = goneClauses(scene).map((placed) =>
    planRow(scene, [placed], (place) => goneRow(scene, place, placed)),
  );
  return [...uncoded, ...gone];
}

function goneClauses(scene: Scene): readonly PlacedClause[] {
  return scene.columns
    .flatMap((column) => column.papers)
    .flatMap((paper) => paper.clauses)
    .filter((clause) => clause.kind === 'clause' && clause.availability !== 'present')
    .filter((clause) => !isShownElsewhere(scene, clause.continues))
    .flatMap((clause) => scene.lookup.clauses.get(clause.id) ?? [])
    .filter((placed, index, all) => all.indexOf(placed) === index);
}

/** Whether a struck-out clause appears in the row of the clause it descends from. */
function isShownElsewhere(scene: Scene, continues: Id | undefined): boolean {
  if (continues === undefined) return false;
  return scene.columns.some((column) => column.provisions.some((p) => p.clause === continues));
}

/** Uncoded clauses that stand beside each other, directly or through others, in reading order. */
function groupUncoded(scene: Scene): readonly (readonly PlacedClause[])[] {
  const seen = new Set<Id>();
  return [...scene.uncoded].flatMap((start) => {
    if (seen.has(start)) return [];
    const group: Id[] = [];
    const open = [start];
    seen.add(start);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      group.push(id);
      for (const next of scene.neighbours.get(id) ?? [])
        if (scene.uncoded.has(next) && !seen.has(next)) {
          seen.add(next);
          open.push(next);
        }
    }
    return [
      group.flatMap((id) => scene.lookup.clauses.get(id) ?? []).sort((a, b) => a.rank - b.rank),
    ];
  });
}

function planRow(
  scene: Scene,
  group: readonly PlacedClause[],
  build: (place: RowPlace) => Row,
): PlannedRow {
  const [first] = group;
  if (first === undefined) throw new Error('a row about no clause');
  const issue = group.flatMap(({ clause }) => clause.issues).at(0);
  const topic = { kind: 'clause', clause: first.clause.id } as const;
  const place: RowPlace = {
    id: `clause:${first.clause.id}`,
    ...(issue === undefined ? {} : { issue }),
    topic,
    rank: rankOf(scene, issue, topic),
  };
  return { place, build: () => build(place) };
}

function uncodedRow(scene: Scene, place: RowPlace, group: readonly PlacedClause[]): Row {
  const ids = group.map(({ clause }) => clause.id);
  const cells = scene.columns.map((column): Cell => {
    const beside = besideIn(scene, column, ids).filter(({ clause }) => !scene.uncoded.has(clause));
    return {
      column: column.column.id,
      clauses: [...ownClauses(column, group), ...beside],
    };
  });
  return bareRow(scene, place, { relation: 'not-yet-coded', cells });
}

function goneRow(scene: Scene, place: RowPlace, placed: PlacedClause): Row {
  const cells = scene.columns.map((column): Cell => {
    const clauses = ownClauses(column, [placed]);
    const head = { column: column.column.id, clauses };
    if (clauses.length === 0) return head;
    const isDeleted = placed.clause.availability === 'deleted';
    return { ...head, empty: isDeleted ? 'deleted' : 'not-available' };
  });
  return bareRow(scene, place, { relation: 'undetermined', cells });
}

const ownClauses = (column: HeldColumn, group: readonly PlacedClause[]): readonly CellClause[] =>
  group
    .filter(({ paper }) => isIn(column, paper.id))
    .map(({ paper, clause }) => ({
      ...{ paper: paper.id, clause: clause.id, provisions: [], cited: false },
    }));

/**
 * Adds what the words of near copies suggest. The row takes a relation from them only where every two
 * speaking columns are near copies that suggest one; the gravest is the headline, as elsewhere.
 */
function withLikenesses(row: Row, judge: LikenessJudge): Row {
  const likenesses = findLikenesses(row.cells, judge);
  if (likenesses.length === 0) return row;
  const pairs = row.pairs.map((pair): PairRelation => {
    const like = likenesses.find(({ columns }) => columns.join(' ') === pair.columns.join(' '));
    return like?.relation === undefined ? pair : { ...pair, relation: like.relation };
  });
  const [worst] = pairs.map(({ relation }) => relation).sort((a, b) => gravity(a) - gravity(b));
  if (worst === undefined || pairs.some(({ relation }) => relation === 'not-yet-coded'))
    return { ...row, pairs, likenesses };
  return {
    ...{ ...row, pairs, likenesses, relation: worst, computed: worst, basis: 'suggested' },
    relationByReading: row.relationByReading.map(() => worst),
  };
}

const isIn = (column: HeldColumn, paper: Id): boolean =>
  column.papers.some(({ id }) => id === paper);

function planGapRows(scene: Scene): readonly PlannedRow[] {
  const papers = [...new Set(scene.columns.flatMap((column) => column.papers))];
  return papers.flatMap((paper) =>
    paper.gaps.map((gap): PlannedRow => {
      const topic = { kind: 'gap', paper: paper.id, gap: gap.id } as const;
      const rank = rankOf(scene, undefined, topic);
      const place: RowPlace = { id: `gap:${paper.id}:${gap.id}`, topic, rank };
      const cells = scene.columns.map((column): Cell => {
        const head = { column: column.column.id, clauses: [] };
        return isIn(column, paper.id) ? { ...head, empty: 'not-available' } : head;
      });
      return { place, build: () => bareRow(scene, place, { relation: 'undetermined', cells }) };
    }),
  );
}

/** Rows that people have made and put nothing into yet; `filled` are those that hold something. */
export function planEmptyRows(scene: Scene, filled: ReadonlySet<string>): readonly PlannedRow[] {
  return scene.lookup.dossier.ledger
    .filter(({ id, mergedInto }) => isMadeByHand(id) && mergedInto === undefined && !filled.has(id))
    .map(({ id, issue }): PlannedRow => {
      const topic = { kind: 'hand' } as const;
      const place: RowPlace = {
        id,
        ...(issue === undefined ? {} : { issue }),
        topic,
        rank: rankOf(scene, issue, topic),
      };
      const cells = scene.columns.map(({ column }): Cell => ({ column: column.id, clauses: [] }));
      return { place, build: () => bareRow(scene, place, { relation: 'not-yet-coded', cells }) };
    });
}

type BareContent = Pick<Row, 'cells'> & { readonly relation: 'not-yet-coded' | 'undetermined' };

function bareRow(
  scene: Scene,
  { id, issue, topic }: RowPlace,
  { relation, cells }: BareContent,
): Row {
  return {
    id,
    number: '',
    ...(issue === undefined ? {} : { issue }),
    topic,
    relation,
    computed: relation,
    extent: 'whole',
    underSomeReadings: false,
    relationByReading: scene.readings.list.map(() => relation),
    pairs: relation === 'not-yet-coded' ? pairsOf(cells) : [],
    silent: [],
    jointlyIncompatible: false,
    basis: 'computed',
    textsAlone: true,
    cells,
    findings: [],
    inputs: [],
  };
}

/** Columns whose clauses stand beside each other are told as pairs that nobody has judged. */
function pairsOf(cells: readonly Cell[]): readonly PairRelation[] {
  const speaking = cells.filter(({ clauses }) => clauses.length > 0);
  return speaking.flatMap((a, index) =>
    speaking.slice(index + 1).map((b): PairRelation => ({
      columns: [a.column, b.column],
      relation: 'not-yet-coded',
      extent: 'whole',
    })),
  );
}
