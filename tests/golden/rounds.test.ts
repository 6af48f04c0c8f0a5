// What the examples are there to show on the rounds page.
import { describe, expect, test } from 'vitest';
import type { Move } from '#lib/engine/rounds/move.ts';
import { countOpenText } from '#lib/engine/rounds/count-brackets.ts';
import { listSeries, type Series } from '#lib/engine/rounds/series.ts';
import { traceStep } from '#lib/engine/rounds/trace-step.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { createMoveSpeaker } from '#lib/wording/move-speaker.ts';
import { readExample } from './read-dossier.ts';

const plans = readExample('plans-2025');
const lake = readExample('lake-mirn');

/** The moves between two papers, by what they were and are: `us-cap > e3-cap`. */
function movesBetween(dossier: Dossier, from: string, to: string): ReadonlyMap<string, Move> {
  const passages = traceStep(dossier, { before: [from], after: [to] });
  const moves = passages.flatMap((passage) => passage.moves);
  return new Map(
    moves.map((move) => [`${move.before.join(' + ')} > ${move.after.join(' + ')}`, move]),
  );
}

describe('from the plan to the counter-proposal', () => {
  const moves = movesBetween(plans, 'us-plan', 'e3-counter-proposal');
  const speaker = createMoveSpeaker(plans);

  test('the cap of 600,000 becomes 800,000 in peacetime: figure and scope are both told', () => {
    const move = moves.get('us-cap > e3-cap');
    expect(move).toMatchObject({
      kind: 'shifted',
      slots: [{ set: 'disjoint', slot: { slot: 'amount', of: 'personnel', gap: 200000 } }],
      domain: [{ side: 'before', slots: ['scope'], part: { scope: { time: ['wartime'] } } }],
      premises: [],
    });
    const told = move && speaker.move(move);
    expect(told?.changes).toEqual(['figure: size of the armed forces', 'scope narrower']);
    expect(told?.sentence).toContain('the earlier text 600,000 people');
    expect(told?.sentence).toContain('the later text 800,000 people');
    expect(told?.sentence).toContain('The later text no longer speaks to wartime.');
  });

  test.each(['us-no-invasion > ', 'us-no-enlargement > '])('point 3 is dropped: %s', (key) => {
    const move = moves.get(key);
    expect(move?.kind).toBe('dropped');
    expect(move && speaker.move(move).sentence).toContain('The later text strikes the point out.');
  });

  test.each([
    ['us-bar > e3-admission', 'link:bar-excludes-admission'],
    ['us-invest > e3-frozen', 'link:frozen-excludes-invested'],
    ['us-recognition > e3-contact-line', 'link:recognition-excludes-talks'],
  ])('a reversed point is shifted, given a premise: %s', (key, premise) => {
    const move = moves.get(key);
    expect(move).toMatchObject({ kind: 'shifted', premises: [premise] });
    expect(move && speaker.move(move).given).toBe('given 1 premise');
  });

  test('without its premise a reversed point is no longer paired', () => {
    const off = ['link:frozen-excludes-invested'];
    const passages = traceStep(plans, {
      before: ['us-plan'],
      after: ['e3-counter-proposal'],
      off,
    });
    const [found] = passages.filter(({ before }) => before.includes('us-assets'));
    expect(found?.moves.filter(({ kind }) => kind === 'shifted')).toEqual([]);
  });

  test('the ban on NATO troops asks less, in time, stay and command', () => {
    const move = moves.get('us-no-troops > e3-no-troops');
    expect(move?.kind).toBe('asks-less');
    expect(move && speaker.move(move).sentence).toContain(
      'no longer speaks to wartime (in peace or war), temporarily (length of stay) and under other command (command)',
    );
  });

  test('nothing of the parts nobody has read is called dropped or added', () => {
    const kinds = [...moves].flatMap(([key, { kind }]) =>
      kind === 'added' || kind === 'dropped' ? [key] : [],
    );
    expect(kinds).toEqual(['us-no-invasion > ', 'us-no-enlargement > ']);
    expect(moves.get('us-g8-return > ')).toMatchObject({
      kind: 'undetermined',
      open: 'later-not-available',
    });
  });

  test('"reliable" becoming "robust" is undetermined and names the words', () => {
    const move = moves.get('us-guarantees > e3-guarantees');
    expect(move?.kind).toBe('undetermined');
    expect(move && speaker.move(move).sentence).toContain('reliable and robust');
  });

  test('read backwards, what asks less asks more, and what was dropped was added', () => {
    const back = movesBetween(plans, 'e3-counter-proposal', 'us-plan');
    expect(back.get('e3-no-troops > us-no-troops')?.kind).toBe('asks-more');
    expect(back.get(' > us-no-invasion')?.kind).toBe('added');
    expect(back.get('e3-frozen > us-invest')?.kind).toBe('shifted');
  });
});

describe('on the invented lake', () => {
  const series = listSeries(lake);

  test('both parties and the chair’s text have rounds, parties by name', () => {
    expect(series.map(({ kind, id, states }) => [kind, id, states.length])).toEqual([
      ['party', 'aurel', 2],
      ['party', 'bresk', 2],
      ['base', 'rolling-1', 3],
    ]);
  });

  const kindsOf = ({ states }: Series): Readonly<Record<string, string>> => {
    const [from, to] = states;
    const moves = movesBetween(lake, from?.id ?? '', to?.id ?? '');
    return Object.fromEntries([...moves].map(([key, { kind }]) => [key, kind]));
  };

  test('Aurel moves in every way there is', () => {
    expect(series[0] && kindsOf(series[0])).toEqual({
      'a1-crossings > a2-crossings': 'asks-less',
      'a1-closed > a2-closed': 'asks-less',
      'a1-fee > a2-fee': 'asks-more',
      'a1-board > a2-board': 'shifted',
      'a1-arbitration > ': 'dropped',
      'a1-holm > a2-holm': 'reworded',
      'a1-rescue > a2-rescue': 'unchanged',
      ' > a2-catches': 'added',
    });
  });

  test('Bresk asks less by a higher cap and a milder modality, and adds arbitration', () => {
    expect(series[1] && kindsOf(series[1])).toEqual({
      'b1-crossings > b2-crossings': 'asks-less',
      'b1-open > b2-open': 'asks-less',
      'b1-fee > b2-fee': 'asks-more',
      'b1-board > b2-board': 'unchanged',
      'b1-talks > b2-talks': 'unchanged',
      ' > b2-arbitration': 'added',
      'b1-report > b2-report': 'undetermined',
    });
  });

  test('the brackets of the chair’s text fall from reading to reading', () => {
    const counts = ['rolling-1', 'rolling-2', 'rolling-3'].map((id) =>
      countOpenText(lake.papers.filter((paper) => paper.id === id)),
    );
    expect(
      counts.map(({ pairs, depth, options, unbalanced }) => [pairs, depth, options, unbalanced]),
    ).toEqual([
      [38, 3, 2, 0],
      [15, 2, 2, 0],
      [4, 1, 0, 0],
    ]);
  });

  test('of the chair’s text only the words are told', () => {
    const passages = traceStep(lake, { before: ['rolling-1'], after: ['rolling-2'] });
    const told = Object.fromEntries(
      passages.map(({ before, after, moves, isMoved }) => [
        `${before.join()} > ${after.join()}`,
        [moves.map(({ kind }) => kind).join(), ...(isMoved ? ['moved'] : [])].join(', '),
      ]),
    );
    expect(told).toMatchObject({
      'r1-1 > r2-1': 'words-struck-out',
      'r1-2a > r2-2a': 'reworded',
      'r1-7 > r2-7': 'brackets-changed',
      'r1-8 > r2-9': 'words-struck-out, moved',
      'r1-9 > r2-8': 'unchanged',
      'r1-11 > r2-11': 'dropped',
      ' > r2-13': 'added',
    });
    expect(passages.flatMap(({ moves }) => moves.filter(({ topic }) => topic))).toEqual([]);
  });

  test('an option that became the text is told, and a guessed continuation is told as guessed', () => {
    const passages = traceStep(lake, { before: ['rolling-2'], after: ['rolling-3'] });
    const of = (clause: string) => passages.find(({ after }) => after.includes(clause));
    expect(of('r3-2')?.moves.map(({ kind }) => kind)).toEqual(['brackets-changed']);
    expect(of('r3-12')).toMatchObject({ before: ['r2-13'], lineage: 'wording' });
    expect(of('r3-12')?.moves.map(({ basis }) => basis)).toEqual(['suggested']);
    expect(of('r3-1')?.lineage).toBe('recorded');
  });

  test('a clause is followed over the readings in between', () => {
    const passages = traceStep(lake, { before: ['rolling-1'], after: ['rolling-3'] });
    const found = passages.find(({ after }) => after.includes('r3-9'));
    expect(found).toMatchObject({ before: ['r1-8'], lineage: 'recorded' });
  });
});
