import process from 'node:process';
import type { Command } from 'commander';
import type { Dossier } from '#lib/model/dossier.ts';
import type { DossierProblem } from '#lib/model/dossier-problem.ts';
import { exitCodes, findUsersDossier, tellProblems } from './terminal.ts';

interface CheckOptions {
  readonly json?: boolean;
}

/** Adds `parley check`: everything wrong with a dossier, and what its papers cannot hold together. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .argument('<dossier>', 'folder or id of a dossier')
    .option('--json', 'print the problems as JSON')
    .description('Check a dossier: its form, its references, and each paper against itself.')
    .addHelpText('after', '\nExit codes: 0 no errors (there may be warnings), 2 errors.')
    .action(check);
}

async function check(reference: string, { json = false }: CheckOptions): Promise<void> {
  const loaded = await findUsersDossier(reference);
  const problems: readonly DossierProblem[] = loaded.ok
    ? [...loaded.value.warnings, ...(await inspect(loaded.value.dossier))]
    : loaded.problems.map((problem) => ({ ...problem, severity: 'error' }));
  if (json) process.stdout.write(`${JSON.stringify({ ok: loaded.ok, problems }, null, '\t')}\n`);
  for (const problem of problems) tellProblems([problem], problem.severity);
  if (!loaded.ok) {
    process.exitCode = exitCodes.trouble;
    return;
  }
  const { dossier } = loaded.value;
  const size = `${count(dossier.papers, 'paper')}, ${count(dossier.provisions, 'provision')}`;
  const outcome = `no errors, ${count(problems, 'warning')}`;
  if (!json) process.stdout.write(`${dossier.id}: ${size}; ${outcome}.\n`);
}

async function inspect(dossier: Dossier): Promise<readonly DossierProblem[]> {
  const { inspectPapers } = await import('#lib/app/inspect-papers.ts');
  return inspectPapers(dossier);
}

const count = ({ length }: readonly unknown[], what: string): string =>
  `${length} ${what}${length === 1 ? '' : 's'}`;
