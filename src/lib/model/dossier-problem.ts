import type { Problem } from './parsed.ts';

/** An error keeps a dossier from being compared; a warning asks a person to look. */
export type Severity = 'error' | 'warning';

/** Something wrong between the records of a dossier, with how much it matters. */
export interface DossierProblem extends Problem {
  readonly severity: Severity;
}

/** The problems that keep a dossier from being compared. */
export const onlyErrors = (problems: readonly DossierProblem[]): readonly DossierProblem[] =>
  problems.filter((problem) => problem.severity === 'error');

/** Collects problems; each check gets one and tells it what it finds. */
export class ProblemList {
  readonly problems: DossierProblem[] = [];

  error(code: string, path: string, message: string): void {
    this.problems.push({ code, path, message, severity: 'error' });
  }

  warn(code: string, path: string, message: string): void {
    this.problems.push({ code, path, message, severity: 'warning' });
  }
}
