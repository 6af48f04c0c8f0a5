/** What became of the norms of a text on one act: cell by cell, as positions are compared. */
import type { Norm } from '#lib/model/provision.ts';
import { cutCells, premisesFor, toPart, type Box } from '../domain.ts';
import { judgePositions, type Judgement } from '../position.ts';
import type { SetRelation } from '../status.ts';
import type { DomainChange, Move, OpenReason, SlotChange } from './move.ts';
import { kindOfSets, makeMove, sameInWords } from './make-move.ts';
import type { Step } from './step.ts';
import type { Strand } from './strands.ts';

/** The moves of a strand on one act, and the norms that met nothing in the other text. */
export interface NormMoves {
  readonly moves: readonly Move[];
  readonly before: readonly Norm[];
  readonly after: readonly Norm[];
}

interface Meeting {
  readonly boxes: Box[];
  readonly before: readonly Norm[];
  readonly after: readonly Norm[];
}

/** Compares what both texts lay down on an act in one strand. */
export function moveNorms(step: Step, strand: Strand<Norm>): NormMoves {
  const { meetings, alone } = cutMeetings(step, strand);
  const owed = new Map<Meeting, DomainChange[]>(meetings.map((meeting) => [meeting, []]));
  const met = new Set(meetings.flatMap(({ before, after }) => [...before, ...after]));
  for (const { box, side, norms } of alone) {
    const home = meetings.find((meeting) => norms.some((norm) => meeting[side].includes(norm)));
    if (home) owed.get(home)?.push(domainChange(step, { box, side, norms }, home));
  }
  return {
    moves: meetings.map((meeting) =>
      moveOf(step, meeting, { strand, domain: owed.get(meeting) ?? [] }),
    ),
    before: strand.before.filter((norm) => !met.has(norm)),
    after: strand.after.filter((norm) => !met.has(norm)),
  };
}

interface Alone {
  readonly box: Box;
  readonly side: 'before' | 'after';
  readonly norms: readonly Norm[];
}

/** Where both texts speak of the act, by the norms that meet there, and where only one does. */
function cutMeetings(
  { scene }: Step,
  { before, after }: Strand<Norm>,
): { readonly meetings: readonly Meeting[]; readonly alone: readonly Alone[] } {
  const norms = [...new Set([...before, ...after])].sort((x, y) => (x.id < y.id ? -1 : 1));
  const { cells } = cutCells(norms.map(scene.expander.domainOf), scene.expander.universe);
  const meetings = new Map<string, Meeting>();
  const alone: Alone[] = [];
  for (const { box, covering } of cells) {
    const here = new Set(covering.flatMap((index) => norms[index] ?? []));
    const [left, right] = [before, after].map((side) => side.filter((norm) => here.has(norm)));
    if (!left || !right) continue;
    if (left.length === 0) alone.push({ box, side: 'after', norms: right });
    else if (right.length === 0) alone.push({ box, side: 'before', norms: left });
    else {
      const key = [...left, ...right].map(({ id }) => id).join('+');
      const known = meetings.get(key);
      if (known) known.boxes.push(box);
      else meetings.set(key, { boxes: [box], before: left, after: right });
    }
  }
  return { meetings: [...meetings.values()], alone };
}

function domainChange({ scene }: Step, { box, side, norms }: Alone, home: Meeting): DomainChange {
  const { universe } = scene.expander;
  const part = toPart(box, universe);
  const common = home.boxes.map((own) => toPart(own, universe));
  const bearers = common.flatMap((own) => own.bearers);
  const isOther = part.bearers.every((id) => !bearers.includes(id));
  const scope = JSON.stringify(Object.entries(part.scope).sort());
  const isPlace = !common.some((own) => JSON.stringify(Object.entries(own.scope).sort()) === scope);
  const slots = [...(isOther ? ['bearers' as const] : []), ...(isPlace ? ['scope' as const] : [])];
  return { side, part, provisions: norms.map(({ id }) => id), slots };
}

/** What a text accepts beside the part in common: more where it no longer speaks. */
const outside = { before: 'inside', after: 'contains' } as const;

interface Surroundings {
  readonly strand: Strand<Norm>;
  readonly domain: readonly DomainChange[];
}

function moveOf(step: Step, meeting: Meeting, { strand, domain }: Surroundings): Move {
  const { before, after, boxes } = meeting;
  const { universe, domainOf } = step.scene.expander;
  const [box] = boxes;
  const all = [...new Set([...before, ...after])];
  const isSame = contents(step, before) === contents(step, after);
  const judged = judgePositions(
    before,
    after.map((norm) => withEarlierConditions(step, norm)),
  );
  const sets = judged.sets;
  const slots = judged.slots.flatMap((slot, index): readonly SlotChange[] =>
    isSame || sets[index] === 'equal' ? [] : [{ slot, set: sets[index] ?? null }],
  );
  const counterparties = owedTo(before) !== owedTo(after);
  const beside = domain.map(({ side }): SetRelation => outside[side]);
  const base = {
    ...{ before, after, slots, domain, counterparties },
    premises: [...new Set(boxes.flatMap((own) => [...premisesFor(all.map(domainOf), own)]))].sort(),
    ...(box ? { common: toPart(box, universe) } : {}),
  };
  const open = isSame ? undefined : whyUndetermined(judged, strand.hasAlternatives);
  if (open !== undefined)
    return makeMove(step, { ...base, kind: 'undetermined', vague: judged.vague, open });
  const accepted = isSame ? [] : sets.flatMap((set) => set ?? []);
  const kind = kindOfSets([
    ...accepted,
    ...beside,
    ...(counterparties ? ['crossing' as const] : []),
  ]);
  return makeMove(step, {
    ...base,
    kind: kind === 'unchanged' ? sameInWords(step, before, after) : kind,
  });
}

function whyUndetermined(judged: Judgement, hasAlternatives: boolean): OpenReason | undefined {
  if (hasAlternatives) return 'options';
  if (judged.relation !== 'undetermined') return undefined;
  return judged.vague.length > 0 || judged.sets.includes(null) ? 'terms' : 'contradictory';
}

/** Conditions name provisions of their own text; to be compared they name those of the earlier one. */
function withEarlierConditions({ earlierOf }: Step, norm: Norm): Norm {
  if (!norm.given.some((condition) => 'provision' in condition)) return norm;
  const given = norm.given.map((condition) =>
    'provision' in condition ? { provision: earlierOf(condition.provision) } : condition,
  );
  return { ...norm, given };
}

/** What a position accepts in a cell, as coded, whatever words it has. */
function contents(step: Step, norms: readonly Norm[]): string {
  const said = norms.map((norm) => {
    const { modality, amounts, given, onlyIf, unconditional, vague } = withEarlierConditions(
      step,
      norm,
    );
    const sorted = (list: readonly unknown[]): string[] =>
      list.map((v) => JSON.stringify(v)).sort();
    return JSON.stringify([
      ...[modality, onlyIf, unconditional],
      ...[sorted(amounts.map(fieldsInOrder)), sorted(given), sorted(vague)],
    ]);
  });
  return [...new Set(said)].sort().join('|');
}

const fieldsInOrder = (fields: object): unknown =>
  Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));

const owedTo = (norms: readonly Norm[]): string =>
  [...new Set(norms.flatMap(({ counterparties }) => counterparties))].sort().join(' ');
