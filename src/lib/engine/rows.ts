/**
 * Rows: findings grouped by issue and root act, so that the same clash found three ways is one row
 * with three findings. Clauses without provisions and gaps of the texts have rows as well; nothing
 * that was published or is known to be missing falls out of the table.
 */
import { digestOf } from '#lib/model/digest.ts';
import type { Id } from '#lib/model/id.ts';
import type { Provision } from '#lib/model/provision.ts';
import type { Relation } from '#lib/model/relation.ts';
import { planBareRows, planEmptyRows } from './bare-rows.ts';
import { cellsOf, coverageIn } from './cells.ts';
import type { Cell, Finding, PairRelation, Row, RowVerdict } from './comparison.ts';
import { FindingCollector, compareFindings, gravity } from './findings.ts';
import type { LikenessJudge } from './likeness.ts';
import { numberRows, orderByHand } from './numbering.ts';
import { comparePlaces, createRowPlaces, type RowPlace } from './row-topics.ts';
import { forEachActiveSet, type HeldColumn, type Scene } from './scene.ts';

interface Gathered {
  readonly place: RowPlace;
  readonly provisions: Provision[];
  readonly findings: Finding[];
}

/** Builds all rows in table order from the findings between columns. */
export function buildRows(
  scene: Scene,
  findings: readonly Finding[],
  judge: LikenessJudge,
): readonly Row[] {
  const gathered = gather(scene, findings);
  const rows = [
    ...gathered.map((row) => ({ place: row.place, build: () => provisionRow(scene, row) })),
    ...planBareRows(scene, judge),
    ...planEmptyRows(scene, new Set(gathered.map(({ place }) => place.id))),
  ].sort((a, b) => comparePlaces(a.place, b.place));
  const { ledger } = scene.lookup.dossier;
  const ordered = orderByHand(
    rows.map(({ place, build }) => ({
      id: place.id,
      ...(place.issue === undefined ? {} : { issue: place.issue }),
      build,
    })),
    ledger,
  );
  const numbers = numberRows(
    ordered.map((row) => row.id),
    ledger,
  );
  return ordered.map(({ id, build }) => withLedger(scene, build(), numbers.get(id) ?? ''));
}

function gather(scene: Scene, findings: readonly Finding[]): readonly Gathered[] {
  const placeOf = createRowPlaces(scene);
  const rows = new Map<string, Gathered>();
  for (const provision of scene.lookup.provisions.values()) {
    if (!scene.columns.some((column) => column.ids.has(provision.id))) continue;
    const place = placeOf(provision);
    const known = rows.get(place.id);
    if (known) known.provisions.push(provision);
    else rows.set(place.id, { place, provisions: [provision], findings: [] });
  }
  for (const finding of findings) {
    rows.get(homeOf(scene, finding, placeOf).id)?.findings.push(finding);
  }
  for (const row of rows.values())
    row.provisions.sort((a, b) => rankIn(scene, a) - rankIn(scene, b));
  return [...rows.values()];
}

const rankIn = (scene: Scene, provision: Provision): number =>
  scene.lookup.provisionRank.get(provision.id) ?? 0;

/** A finding lives where the provisions on its own topic do; with several homes, in the first. */
function homeOf(
  scene: Scene,
  finding: Finding,
  placeOf: (provision: Provision) => RowPlace,
): RowPlace {
  const all = finding.evidence.flatMap((e) => scene.lookup.provisions.get(e.provision) ?? []);
  const { topic } = finding;
  const own = all.filter((p) => topic.kind !== 'act' || (p.kind === 'norm' && p.act === topic.act));
  const places = (own.length > 0 ? own : all).map(placeOf).sort(comparePlaces);
  const [first] = places;
  if (!first) throw new Error(`finding ${finding.id} rests on nothing`);
  return first;
}

function provisionRow(scene: Scene, { place, provisions, findings }: Gathered): Row {
  const alone = oneSidedFindings(scene, { place, provisions, findings });
  const all = [...findings, ...alone].sort(compareFindings);
  const readings = scene.readings.list.map((_, index) => index);
  const bare = oneSidedRelation(scene, { place, provisions, findings });
  const within = (list: readonly Finding[]): Relation | null =>
    list.reduce<Relation | null>(
      (worst, f) => (worst === null || gravity(f.relation) < gravity(worst) ? f.relation : worst),
      null,
    );
  const relationByReading = readings.map((reading): Relation | null => {
    const worst = within(findings.filter((finding) => finding.readings.includes(reading)));
    const speaks = provisions.some((p) => scene.readingsOf(p.id).includes(reading));
    return worst ?? (speaks ? bare : null);
  });
  const computed = within(findings) ?? bare;
  const deciding = all.find((finding) => finding.relation === computed);
  const cells = cellsOf(scene, { ...place, provisions, findings });
  return {
    id: place.id,
    number: '',
    ...(place.issue === undefined ? {} : { issue: place.issue }),
    topic: place.topic,
    relation: computed,
    computed,
    extent: deciding?.extent ?? 'whole',
    ...(deciding ? { deciding: deciding.id } : {}),
    underSomeReadings: relationByReading.some((relation) => relation !== computed),
    relationByReading,
    pairs: pairsOf(scene, { place, provisions, findings }),
    silent: cells.filter((cell) => speaksNot(cell)).map((cell) => cell.column),
    jointlyIncompatible: findings.some((finding) => finding.joint),
    basis: provisions.some((p) => p.review.state === 'suggested') ? 'suggested' : 'computed',
    textsAlone: (deciding?.premises.length ?? 0) === 0,
    cells,
    findings: all,
    inputs: inputsOf(scene, provisions, findings),
  };
}

const speaksNot = (cell: Cell): boolean =>
  cell.clauses.every((clause) => clause.provisions.length === 0);

/** R13 for provisions of a row that meet no other column in any finding. */
function oneSidedFindings(scene: Scene, row: Gathered): readonly Finding[] {
  const touched = new Set(
    row.findings.flatMap((finding) => [
      ...finding.evidence.map((e) => e.provision),
      ...finding.remainders.flatMap((remainder) => remainder.provisions),
    ]),
  );
  const collector = new FindingCollector(scene);
  for (const column of scene.columns) {
    const lonely = row.provisions.filter((p) => column.ids.has(p.id) && !touched.has(p.id));
    if (lonely.length === 0 || scene.columns.length < 2) continue;
    const others = scene.columns.filter((other) => other !== column);
    const relation = silenceOf(scene, others, row.place.issue);
    forEachActiveSet(scene, [lonely], ([active = []], readings) => {
      if (active.length === 0) return;
      const provisions = [active.map((provision) => provision.id)];
      const head = { rule: 'R13', relation, extent: 'whole', columns: [column.column.id] } as const;
      const draft = { ...head, topic: row.place.topic, slots: [], becauses: [], provisions };
      collector.add(draft, readings);
    });
  }
  return collector.finish();
}

function silenceOf(scene: Scene, others: readonly HeldColumn[], issue: Id | undefined): Relation {
  const complete = others.every((column) => coverageIn(scene, column, issue) === 'complete');
  return complete ? 'one-side-only' : 'undetermined';
}

/** The relation of a row in which no two columns meet: the silent ones decide, or else all. */
function oneSidedRelation(scene: Scene, { place, provisions }: Gathered): Relation {
  const silent = scene.columns.filter((c) => !provisions.some((p) => c.ids.has(p.id)));
  return silenceOf(scene, silent.length > 0 ? silent : scene.columns, place.issue);
}

/** How each two columns stand in a row; pairs in which neither speaks are left out. */
function pairsOf(scene: Scene, { place, provisions, findings }: Gathered): readonly PairRelation[] {
  const speaks = (column: HeldColumn): boolean => provisions.some((p) => column.ids.has(p.id));
  return scene.columns.flatMap((a, index) =>
    scene.columns.slice(index + 1).flatMap((b): PairRelation[] => {
      const ids: readonly [Id, Id] = [a.column.id, b.column.id];
      const [worst] = findings.filter(
        (f) => !f.joint && f.columns.length > 1 && ids.every((id) => f.columns.includes(id)),
      );
      if (worst) return [{ columns: ids, relation: worst.relation, extent: worst.extent }];
      if (!speaks(a) && !speaks(b)) return [];
      const silent = [a, b].filter((column) => !speaks(column));
      const relation = silenceOf(scene, silent.length > 0 ? silent : [a, b], place.issue);
      return [{ columns: ids, relation, extent: 'whole' }];
    }),
  );
}

/** Digests of provisions and premises a row rests on, sorted: equal exactly when nothing changed. */
function inputsOf(
  scene: Scene,
  provisions: readonly Provision[],
  findings: readonly Finding[],
): readonly string[] {
  const { dossier, provisions: known } = scene.lookup;
  const ids = new Set([
    ...provisions.map((p) => p.id),
    ...findings.flatMap((finding) => finding.evidence.map((e) => e.provision)),
  ]);
  const texts = [...ids].map((id) => {
    const content = { ...known.get(id), review: undefined, note: undefined };
    return `${id}=${digestOf(content)}`;
  });
  const premises = [...new Set(findings.flatMap((finding) => finding.premises))].map((id) => {
    const link = dossier.links.find((l) => id === `link:${l.id}`);
    return link ? `${id}=${digestOf(link)}` : id;
  });
  return [...texts, ...premises].sort();
}

/** Adds number, title, status and verdict; a fresh verdict decides the headline. */
function withLedger(scene: Scene, row: Row, number: string): Row {
  const entry = scene.lookup.dossier.ledger.find((e) => e.id === row.id);
  const verdict = verdictOn(scene, row);
  return {
    ...row,
    number,
    ...(entry?.title === undefined ? {} : { title: entry.title }),
    ...(entry?.status === undefined ? {} : { status: entry.status }),
    ...(entry?.commonText === undefined ? {} : { commonText: entry.commonText }),
    ...(verdict ? { verdict } : {}),
    ...(verdict && !verdict.stale ? { relation: verdict.relation, basis: 'verdict' as const } : {}),
  };
}

/** The latest verdict on the row; stale when what it rested on is no longer what the row rests on. */
function verdictOn(scene: Scene, row: Row): RowVerdict | undefined {
  const own = scene.lookup.dossier.verdicts.filter(
    ({ target }) => 'row' in target && target.row === row.id,
  );
  const latest = own.reduce<(typeof own)[number] | undefined>(
    (last, verdict) => (!last || verdict.at >= last.at ? verdict : last),
    undefined,
  );
  if (!latest) return undefined;
  const { id, relation, reason, author, at, inputs } = latest;
  const stale = [...inputs].sort().join('\n') !== row.inputs.join('\n');
  return { id, relation, reason, author, at, stale };
}
