import { checkDossier } from '#lib/model/check-dossier.ts';
import { onlyErrors, type DossierProblem } from '#lib/model/dossier-problem.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import { capProblems, type Parsed } from '#lib/model/parsed.ts';
import { locateInBundle, type BundleFiles } from '#lib/formats/bundle.ts';
import { findUnlistedPapers, parseBundle } from '#lib/formats/parse-bundle.ts';

/** A dossier as its files give it, and what a person should look at. */
export interface ReadBundle {
  readonly dossier: Dossier;
  /** Paths name file and place. */
  readonly warnings: readonly DossierProblem[];
}

/** Reads the files of a bundle and checks the dossier in them; one with errors is refused. */
export function readBundle(files: BundleFiles): Parsed<ReadBundle> {
  const parsed = parseBundle(files);
  if (!parsed.ok) return parsed;
  const dossier = parsed.value;
  const papers = dossier.papers.map(({ id }) => id);
  const problems = checkDossier(dossier).map((problem) => locateInBundle(problem, papers));
  const errors = onlyErrors(problems);
  if (errors.length > 0) return { ok: false, problems: capProblems(errors) };
  const unlisted = findUnlistedPapers(files, dossier).map((path): DossierProblem => {
    const message =
      'dossier.json does not list this paper, so it is not read; list it or take it away';
    return { code: 'unlisted_file', path, message, severity: 'warning' };
  });
  const warnings = [...unlisted, ...problems.filter((p) => p.severity === 'warning')];
  return { ok: true, value: { dossier, warnings } };
}
