// Dossiers no example shows: hostile, empty, alone, of eight parties, in several scripts, broken.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';

interface OddClause {
  readonly text: string;
  readonly language?: string;
}

interface OddDossier {
  readonly title: string;
  /** What each party says, by its name; the first demands what the others refuse. */
  readonly says: Readonly<Record<string, OddClause>>;
}

const attack = [
  '<script>window.__ran = true</script>',
  '<img src=x onerror="window.__ran = true">',
  '[press](javascript:window.__ran=true)',
  '<svg onload="window.__ran=true"></svg>',
  '![pixel](https://evil.example/pixel.png)',
].join(' ');

const sixtyLines = Array.from({ length: 60 }, (_, line) => `Line ${String(line + 1)} of it.`);

export const oddDossiers: Readonly<Record<string, OddDossier>> = {
  'odd-hostile': {
    title: 'Hostile <script>window.__ran = true</script>',
    says: {
      '<b>Alpha</b>': { text: `We demand it. ${attack}` },
      Beta: { text: `We refuse it. ${attack}` },
    },
  },
  'odd-scripts': {
    title: 'Several scripts',
    says: {
      Arabic: {
        text: 'يجب أن يتم وقف إطلاق النار فورا ودون شروط في البر والبحر والجو.',
        language: 'ar',
      },
      Ukrainian: { text: 'Сторони не зобовʼязані припиняти вогонь без умов.', language: 'uk' },
    },
  },
  'odd-eight': {
    title: 'Eight parties',
    says: Object.fromEntries(
      ['Alba', 'Brena', 'Corda', 'Dorn', 'Elva', 'Fara', 'Gost', 'Hill'].map((name) => [
        name,
        {
          text: `${name} lays down how the harbour is used, by whom, and at what hours of the day.`,
        },
      ]),
    ),
  },
  'odd-alone': {
    title: 'One party alone',
    says: { Solo: { text: sixtyLines.join('\n\n') } },
  },
  'odd-empty': { title: 'Nothing yet', says: {} },
};

/** The files of a bundle, by path. */
function bundleFiles(id: string, { title, says }: OddDossier): ReadonlyMap<string, string> {
  const parties = Object.entries(says).map(([name, clause], index) => ({
    id: `p${String(index)}`,
    name,
    clause,
  }));
  const dossier = {
    format: 'parley-dossier',
    version: 1,
    id,
    title,
    summary: 'Made for a test.',
    language: 'en',
    fictitious: true,
    actors: parties.map(({ id: party, name }) => ({ id: party, name, party: true })),
    issues: [{ id: 'harbour', label: 'Harbour' }],
    acts: [{ id: 'open', label: 'open the harbour' }],
    papers: parties.map(({ id: party }) => `${party}-paper`),
    provisions: parties.map(({ id: party, clause }, index) => ({
      id: `${party}-open`,
      clause: `${party}-1`,
      words: clause.text.slice(0, 12),
      issues: ['harbour'],
      force: 'demand',
      kind: 'norm',
      bearers: [parties[0]?.id],
      act: 'open',
      modality: index === 0 ? 'must' : 'must-not',
      review: index === 0 ? { state: 'suggested' } : { state: 'confirmed', by: 'a tester' },
    })),
  };
  const files = new Map([['dossier.json', JSON.stringify(dossier, null, 2)]]);
  for (const { id: party, name, clause } of parties) {
    const front = {
      id: `${party}-paper`,
      kind: 'memorandum',
      parties: [party],
      title: `Paper of ${name}`,
      dated: '2026-03-01',
      language: clause.language ?? 'en',
      textKind: 'full',
      sources: [],
      clauses: [{ id: `${party}-1`, locator: '1' }],
    };
    files.set(
      `papers/${party}-paper.md`,
      `---\n${JSON.stringify(front)}\n---\n\n<!--clause ${party}-1-->${clause.text}<!--/clause-->\n`,
    );
  }
  return files;
}

/** Puts the odd dossiers and a broken bundle into the data folder of the server under test. */
export function placeOddDossiers(): void {
  const data = process.env['PARLEY_TEST_DATA'];
  if (data === undefined) throw new Error('PARLEY_TEST_DATA names no folder');
  const bundles = new Map(
    Object.entries(oddDossiers).map(([id, dossier]) => [id, bundleFiles(id, dossier)]),
  );
  bundles.set(
    'odd-broken',
    new Map([['dossier.json', '{ "format": "parley-dossier", "title": 7']]),
  );
  for (const [id, files] of bundles) placeWhole(join(data, 'dossiers', id), files);
}

/** Workers run side by side: a folder appears whole, once, or not at all. */
function placeWhole(folder: string, files: ReadonlyMap<string, string>): void {
  if (existsSync(folder)) return;
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(join(dirname(folder), '.draft-'));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(draft, path)), { recursive: true });
    writeFileSync(join(draft, path), text);
  }
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
}
