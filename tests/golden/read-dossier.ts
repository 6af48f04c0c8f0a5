import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseBundle } from '#lib/formats/parse-bundle.ts';
import { checkDossier } from '#lib/model/check-dossier.ts';
import type { Dossier } from '#lib/model/dossier.ts';

const data = resolve(import.meta.dirname, '../../data');

/** The ids of the example dossiers, which are the folders of `data/`, in alphabetical order. */
export const exampleIds: readonly string[] = readdirSync(data, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(data, entry.name, 'dossier.json')))
  .map((entry) => entry.name)
  .sort();

/** Where the reviewed comparison of an example stands. */
export const expectedFile = (id: string): string => join(data, id, 'expected.json');

/** Reads an example dossier; throws with every problem when it cannot be read or fails the check. */
export function readExample(id: string): Dossier {
  const folder = join(data, id);
  const papers = readdirSync(join(folder, 'papers')).map((name) => `papers/${name}`);
  const files = new Map(
    ['dossier.json', ...papers].map((path) => [path, readFileSync(join(folder, path))] as const),
  );
  const parsed = parseBundle(files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  const problems = checkDossier(parsed.value);
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  return parsed.value;
}
