import { describe, expect, test } from 'vitest';
import { parseDossier, type Dossier } from '#lib/model/dossier.ts';
import type { Edit } from '#lib/model/edit.ts';
import { compare } from '#lib/engine/compare.ts';
import type { Row } from '#lib/engine/comparison.ts';
import { aDossier, aNorm } from '../../../tests/support/builders.ts';
import type { RowDesk } from './ledger-draft.ts';
import { planNewRow, planRowAct, type RowAct } from './row-acts.ts';

/** Two parties that each speak of two acts: two rows in one issue, and an uncoded clause each. */
const built = aDossier({
  parties: ['a', 'b'],
  says: [
    ...['a', 'b'].flatMap((party) =>
      ['hike', 'swim'].map((act) => aNorm(party, 'must', { id: `${party}-${act}`, act })),
    ),
    aNorm('a', 'must', { id: 'a-bare' }),
    aNorm('b', 'must', { id: 'b-bare' }),
  ],
});
const start: Dossier = {
  ...built,
  provisions: built.provisions.filter(({ id }) => !id.endsWith('-bare')),
};

const desk = (dossier: Dossier): RowDesk => ({
  dossier,
  comparison: compare(dossier),
  versionOf: (kind, id) =>
    kind === 'row' && !dossier.ledger.some((entry) => entry.id === id) ? null : 1,
});

/** The dossier with the edits of rows and clauses carried out. */
function after(dossier: Dossier, edits: readonly Edit[]): Dossier {
  let { ledger, papers } = dossier;
  for (const edit of edits) {
    if (edit.kind === 'row') ledger = ledger.filter(({ id }) => id !== edit.id);
    if (edit.op !== 'put') continue;
    const body = edit.body as never;
    if (edit.kind === 'row') ledger = [...ledger, body];
    const { paper: _, ...clause } = edit.body;
    if (edit.kind === 'clause')
      papers = papers.map((paper) => ({
        ...paper,
        clauses: paper.clauses.map((old) => (old.id === edit.id ? (clause as never) : old)),
      }));
  }
  const parsed = parseDossier({ ...dossier, ledger, papers });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function act(dossier: Dossier, row: string, what: RowAct): Dossier {
  const planned = planRowAct(desk(dossier), row, what);
  if (!planned.ok) throw new Error(planned.problems[0]?.message);
  return after(dossier, planned.value);
}

const rows = (dossier: Dossier): readonly Row[] => compare(dossier).rows;
const held = ({ cells }: Row): string =>
  cells
    .map(({ clauses }) =>
      clauses.map(({ clause, cited }) => clause.slice(2) + (cited ? '*' : '')).join('+'),
    )
    .join(' | ');
const told = (dossier: Dossier): readonly string[] =>
  rows(dossier).map((row) => `${row.number} ${held(row)}`);
const idOf = (dossier: Dossier, what: string): string =>
  rows(dossier).find((row) => held(row).split(/[ +]/).includes(what))?.id ?? '';

describe('rows by hand', () => {
  test('before anything is decided are numbered as they come', () => {
    expect(told(start)).toEqual([
      '1 a-hike | b-hike',
      '2 a-swim | b-swim',
      '3 a-bare | ',
      '4  | b-bare',
    ]);
  });

  test('keep their numbers when they change places', () => {
    const moved = act(start, idOf(start, 'a-swim'), { kind: 'move', to: 'up' });
    expect(told(moved).slice(0, 2)).toEqual(['2 a-swim | b-swim', '1 a-hike | b-hike']);
    const back = act(moved, idOf(moved, 'a-swim'), { kind: 'move', to: 'last' });
    expect(told(back).slice(0, 2)).toEqual(['1 a-hike | b-hike', '2 a-swim | b-swim']);
  });

  test('take another title, and their own again', () => {
    const hike = idOf(start, 'a-hike');
    const named = act(start, hike, { kind: 'title', title: 'On foot' });
    expect(rows(named)[0]?.title).toBe('On foot');
    const plain = act(named, hike, { kind: 'title', title: '' });
    expect(rows(plain)[0]?.title).toBeUndefined();
  });

  test('are merged and come apart again', () => {
    const [hike, swim] = [idOf(start, 'a-hike'), idOf(start, 'a-swim')];
    const merged = act(start, swim, { kind: 'merge', into: hike });
    expect(told(merged)[0]).toBe('1 a-hike+a-swim | b-hike+b-swim');
    const apart = act(merged, hike, { kind: 'unmerge', row: swim });
    expect(told(apart)).toEqual(told(start));
  });

  test('are split, and what was moved goes back where the rules put it', () => {
    const hike = idOf(start, 'a-hike');
    const split = act(start, hike, { kind: 'split', provisions: ['b-hike'], title: 'Climbing' });
    expect(told(split)).toContain('1 a-hike | b-hike*');
    expect(told(split)).toContain('5  | b-hike');
    const made = idOf(split, 'b-hike');
    expect(rows(split).find(({ id }) => id === made)?.title).toBe('Climbing');
    const back = act(split, made, { kind: 'unpin', provision: 'b-hike' });
    expect(told(back)).toContain('1 a-hike | b-hike');
    const dropped = act(split, made, { kind: 'drop' });
    expect(told(dropped)).toEqual(told(start));
  });

  test('hold an uncoded clause that was put beside theirs, and let it go again', () => {
    const [bare, hike] = [idOf(start, 'b-bare'), idOf(start, 'a-bare')];
    const beside = act(start, bare, { kind: 'beside', clause: 'c-b-bare', row: hike });
    expect(told(beside)).toContain('3 a-bare | b-bare');
    const apart = act(beside, hike, { kind: 'beside', clause: 'c-b-bare', row: undefined });
    expect(told(apart)).toEqual(told(start));
  });

  test('can be made empty, stay when nothing is in them, and take what is moved there', () => {
    const planned = planNewRow(desk(start), { title: 'Crossing', issue: 'topic' });
    if (!planned.ok) throw new Error(planned.problems[0]?.message);
    const made = after(start, planned.value.edits);
    const row = rows(made).find(({ id }) => id === planned.value.row);
    expect(row).toMatchObject({ title: 'Crossing', issue: 'topic', relation: 'not-yet-coded' });
    const filled = act(made, idOf(made, 'a-hike'), {
      ...{ kind: 'pin', provisions: ['a-hike', 'b-hike'] },
      to: planned.value.row,
    });
    expect(told(filled)).toContain('5 a-hike | b-hike');
  });

  test.each<[string, RowAct]>([
    ['choose what the new row is to hold', { kind: 'split', provisions: [], title: 'X' }],
    ['the new row needs a title', { kind: 'split', provisions: ['a-hike'], title: '' }],
    [
      'leave at least one provision in this row',
      { kind: 'split', provisions: ['a-hike', 'b-hike'], title: 'X' },
    ],
    ['choose another row to merge this one into', { kind: 'merge', into: 'nowhere' }],
    ['only a row made by hand can be taken away', { kind: 'drop' }],
    ['that row holds no clause of another paper', { kind: 'beside', clause: 'c-b-bare', row: '?' }],
  ])('are refused with “%s”', (message, what) => {
    const planned = planRowAct(desk(start), idOf(start, 'a-hike'), what);
    expect(planned.ok ? '' : planned.problems[0]?.message).toContain(message);
  });

  test('of a row that is gone say so', () => {
    const planned = planRowAct(desk(start), 'gone', { kind: 'title', title: 'X' });
    expect(planned).toMatchObject({ ok: false, problems: [{ code: 'unknown_row' }] });
  });
});
