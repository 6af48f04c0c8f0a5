import type { Problem } from '#lib/model/parsed.ts';
import { clauseText, type Paper } from '#lib/model/paper.ts';

/**
 * A dossier as files: `dossier.json` and one Markdown file with front matter for each paper. The
 * keys are paths relative to the bundle's folder, with forward slashes. See README.md beside this.
 */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

/** The value of the key "format" by which a dossier.json is known. */
export const bundleFormat = 'parley-dossier';
export const dossierFile = 'dossier.json';
export const paperPath = (id: string): string => `papers/${id}.md`;

/** Whether a file of a folder belongs to the bundle format; readers leave all others alone. */
export const isBundleFile = (path: string): boolean =>
  path === dossierFile || /^papers\/[^/]+\.md$/.test(path);

/** What a bundle may weigh before anybody looks inside. */
export const bundleLimits = {
  fileBytes: 32 * 1024 * 1024,
  totalBytes: 64 * 1024 * 1024,
  files: 2000,
} as const;

/** Texts that provisions quote: by clause id, or by clause and rendering id. */
export type CitableTexts = (clause: string, rendering?: string) => string | undefined;

/** Looks up the words of clauses and renderings; the first clause of an id wins. */
export function citableTexts(papers: readonly Paper[]): CitableTexts {
  const texts = new Map<string, string>();
  const add = (key: string, text: string): void => {
    if (!texts.has(key)) texts.set(key, text);
  };
  for (const paper of papers) {
    for (const clause of paper.clauses) {
      add(clause.id, clauseText(paper, clause));
      for (const { id, text } of clause.renderings) add(`${clause.id}/${id}`, text);
    }
  }
  return (clause, rendering) =>
    texts.get(rendering === undefined ? clause : `${clause}/${rendering}`);
}

/**
 * Tells where a problem of the dossier record stands in its bundle: `papers[2].clauses[3]` becomes
 * `papers/ukraine.md: clauses[3]`, everything else `dossier.json: …`.
 */
export function locateInBundle<P extends Problem>(problem: P, papers: readonly string[]): P {
  const match = /^papers\[(\d+)\]\.?(.*)$/.exec(problem.path);
  const id = match === null ? undefined : papers[Number(match[1])];
  if (match === null || id === undefined)
    return { ...problem, path: `${dossierFile}: ${problem.path}` };
  const place = match[2] === '' || match[2] === undefined ? '' : `: ${match[2]}`;
  return { ...problem, path: `${paperPath(id)}${place}` };
}
