import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Part } from '#lib/intake/parts/part.ts';
import type { DeskFile, DeskPart } from './intake-desk-parse.ts';
import {
  joinAll,
  joinPart,
  layOutParts,
  splitPart,
  titleOfName,
  undoDivision,
} from './intake-parts.ts';

const text = 'The first side wants this. Then somebody explains. The second side wants that.';
const document = {
  ...({ format: 'text', name: 'C:\\talks\\two papers.txt' } as const),
  ...{ text, blocks: [], marks: [], omissions: [], warnings: [] },
  meta: { dated: '2031-05', language: 'en' },
};

const part = (role: Part['role'], from: number, to: number): Part => ({
  ...{ role, spans: [{ from, to }], textKind: 'reported', confidence: 0.5, why: 'it says so' },
  ...(role === 'paper' ? { party: 'A side' } : {}),
});

function aFile(parts: readonly Part[]): DeskFile {
  let named = 0;
  const name = () => `p${String((named += 1))}`;
  return {
    ...{ id: 'f', name: document.name, bytes: 1, revisions: 'accepted', earlier: [] },
    reading: { status: 'read', at: '2031-06-01T00:00:00Z' },
    parts: layOutParts(parts, { document, today: '2031-06-01', name, parties: [] }),
  };
}

const three = aFile([
  part('paper', 0, 27),
  part('context', 27, 51),
  part('paper', 51, text.length),
]);

/** The file a division has to give. */
function divided(file: DeskFile | undefined): DeskFile {
  if (file === undefined) throw new Error('nothing was divided');
  return file;
}

const spans = (file: DeskFile | undefined) =>
  file?.parts.map(({ id, spans }) => [id, ...spans.map(({ from, to }) => `${from}-${to}`)]);

test('the form of a paper begins with what the file says', () => {
  expect(three.parts[0]?.words).toMatchObject({
    ...{ party: 'A side', title: 'two papers', dated: '2031-05', language: 'en' },
    ...{ textKind: 'reported', attribution: 'reported', read: '2031-06-01' },
  });
});

test('a party that is there under a long or a short name is taken for the same, as a guess', () => {
  const laidOut = (party: string, there: string) =>
    layOutParts([{ ...part('paper', 0, 27), party }], {
      ...{ document, today: '2031-06-01', name: () => 'p1', parties: [{ names: [there] }] },
    }).map(({ words, guess }) => [words.party, guess]);
  expect(laidOut('Kestrian Federation', 'Kestria')).toEqual([['Kestria', 'Kestria']]);
  expect(laidOut('Kestrian Federation', 'Vallonian Federation')).toEqual([
    ['Kestrian Federation', ''],
  ]);
  expect(laidOut('Kestria', 'Kestria')).toEqual([['Kestria', '']]);
});

test.each([
  ['talks.docx', 'talks'],
  ['/home/x/a.b.pdf', 'a.b'],
  ['Position of the miners', 'Position of the miners'],
  ['.txt', '.txt'],
])('the file %s is titled %s', (name, title) => {
  expect(titleOfName(name)).toBe(title);
});

test('a part is divided where a new one begins, and whose paper the second is is asked', () => {
  const file = divided(splitPart(three, { part: 'p3', at: 60, name: 'p4' }));
  expect(spans(file)?.slice(2)).toEqual([
    ['p3', '51-60'],
    ['p4', `60-${text.length}`],
  ]);
  expect(file.parts.map(({ words }) => words.party)).toEqual(['A side', '', 'A side', '']);
});

test('a joined part belongs to the one before it', () => {
  expect(spans(joinPart(three, 'p2'))).toEqual([
    ['p1', '0-51'],
    ['p3', `51-${text.length}`],
  ]);
  expect(joinPart(three, 'p1')).toBeUndefined();
});

test('parts that do not meet keep their stretches when they are joined', () => {
  const context = joinPart(divided(splitPart(three, { part: 'p1', at: 10, name: 'p4' })), 'p4');
  expect(spans(context)?.[0]).toEqual(['p1', '0-27']);
  const apart = aFile([part('paper', 0, 10), part('paper', 30, 40)]);
  expect(spans(joinPart(apart, 'p2'))).toEqual([['p1', '0-10', '30-40']]);
});

test('edits of the cuts go when a part gets other words, and come back with its division', () => {
  const edits: DeskPart['edits'] = [{ op: 'merge', piece: 'p2' }];
  const file = { ...three, parts: three.parts.map((one) => ({ ...one, edits })) };
  const joined = divided(joinAll(file));
  expect(joined.parts.map(({ edits }) => edits)).toEqual([[]]);
  expect(undoDivision(joined)?.parts).toEqual(file.parts);
});

test('the whole file is one paper already, or becomes one', () => {
  expect(spans(joinAll(three))).toEqual([['p1', `0-${text.length}`]]);
  expect(joinAll(divided(joinAll(three)))).toBeUndefined();
  expect(joinAll(aFile([part('left-out', 0, 9)]))?.parts[0]?.role).toBe('paper');
});

test('however a file is divided, its parts hold the same signs once', () => {
  const signs = (file: DeskFile): readonly number[] =>
    file.parts
      .flatMap(({ spans }) =>
        spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
      )
      .toSorted((a, b) => a - b);
  const step = fc.record({ op: fc.constantFrom('split', 'join', 'undo'), at: fc.nat(text.length) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let file = three;
      steps.forEach(({ op, at }, index) => {
        const id = file.parts[at % file.parts.length]?.id ?? '';
        const next =
          op === 'split'
            ? splitPart(file, { part: id, at, name: `n${index}` })
            : op === 'join'
              ? joinPart(file, id)
              : undoDivision(file);
        file = next ?? file;
      });
      expect(signs(file)).toEqual(Array.from({ length: text.length }, (_, i) => i));
    }),
    { seed: 4 },
  );
});
