import { strToU8, zipSync, type Zippable } from 'fflate';
import { expect, test } from 'vitest';
import type { Dossier } from '#lib/model/dossier.ts';
import { goodBundle } from '../../../tests/broken-bundles/good-bundle.ts';
import { randomDossier } from '../../../tests/support/arbitrary-dossier.ts';
import { packDossier, packLockedDossier, unpackDossier } from './bundle-archive.ts';

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? strToU8(content) : content;

/** The good bundle with its files at other places. */
const zipAt = (place: (path: string) => string, more: Zippable = {}): Uint8Array =>
  zipSync({
    ...Object.fromEntries(
      Object.entries(goodBundle).map(([path, content]) => [place(path), bytesOf(content)]),
    ),
    ...more,
  });

async function read(bytes: Uint8Array): Promise<Dossier> {
  const unpacked = await unpackDossier(bytes);
  if (!unpacked.ok) throw new Error(JSON.stringify(unpacked.problems));
  return unpacked.value.dossier;
}

function pack(dossier: Dossier): Uint8Array {
  const packed = packDossier(dossier);
  if (!packed.ok) throw new Error(JSON.stringify(packed.problems));
  return packed.value;
}

test('random dossiers are the same after packing and unpacking', async () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const dossier = randomDossier(seed, { wildTexts: true });
    expect(await read(pack(dossier)), `seed ${seed}`).toEqual(dossier);
  }
});

test('a bundle is found in the folder it was packed with', async () => {
  const bare = await read(zipAt((path) => path));
  expect(await read(zipAt((path) => `small-2025/${path}`))).toEqual(bare);
});

test('what a Mac and a careful colleague add is left out and named', async () => {
  const more = {
    '__MACOSX/small/._dossier.json': strToU8('x'),
    '__MACOSX/small/dossier.json': strToU8('x'),
    'small/.DS_Store': strToU8('x'),
    'small/README.md': strToU8('Read me.'),
    'small/papers/notes.txt': strToU8('x'),
  };
  const unpacked = await unpackDossier(zipAt((path) => `small/${path}`, more));
  if (!unpacked.ok) throw new Error(JSON.stringify(unpacked.problems));
  const { warnings } = unpacked.value;
  expect(warnings.map(({ code, path }) => [code, path])).toEqual(
    Object.keys(more).map((path) => ['file_left_out', path]),
  );
});

test('an archive with two dossiers side by side is refused', async () => {
  const two = zipAt((path) => `a/${path}`, { 'b/dossier.json': strToU8('{}') });
  expect(await unpackDossier(two)).toMatchObject({
    ok: false,
    problems: [{ code: 'missing_file', path: 'dossier.json' }],
  });
});

test('no private note leaves in a bundle, and none comes in', async () => {
  const dossier = randomDossier(5);
  const note = {
    id: 'secret',
    target: { paper: dossier.papers[0]?.id ?? '' },
    body: 'Between us: they will give in.',
    tags: [],
    author: 'Ann',
    at: '2025-06-02',
    resolved: false,
    motivation: 'commenting',
    visibility: 'private',
  } as const;
  const shared = { ...note, id: 'open', body: 'For all.', visibility: 'dossier' } as const;
  const annotated = { ...dossier, annotations: [note, shared] };
  expect((await read(pack(annotated))).annotations).toEqual([shared]);

  const json = strToU8(
    JSON.stringify({
      ...(JSON.parse(String(goodBundle['dossier.json'])) as object),
      annotations: [{ ...note, target: { paper: 'one' } }],
    }),
  );
  const unpacked = await unpackDossier(zipAt((path) => path, { 'dossier.json': json }));
  expect(unpacked).toMatchObject({
    ok: true,
    value: { dossier: { annotations: [] }, warnings: [{ code: 'private_note_left_out' }] },
  });
});

test('a locked bundle is read with its passphrase only', async () => {
  const dossier = randomDossier(6);
  const locked = await packLockedDossier(dossier, 'correct horse battery');
  if (!locked.ok) throw new Error(JSON.stringify(locked.problems));
  expect(await unpackDossier(locked.value)).toMatchObject({
    ok: false,
    problems: [{ code: 'passphrase_missing' }],
  });
  expect(await unpackDossier(locked.value, 'wrong')).toMatchObject({
    ok: false,
    problems: [{ code: 'passphrase_wrong' }],
  });
  const opened = await unpackDossier(locked.value, 'correct horse battery');
  expect(opened).toMatchObject({ ok: true, value: { dossier } });
}, 60_000);
