import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { failWith, tell, usersPlace } from './terminal.ts';
import { report, withWorkspace } from './with-workspace.ts';

/** Adds `parley backup`, `parley verify` and `parley restore`. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .argument('[file]', 'where to write (default: a new file in the folder "backups" of the data)')
    .description('Save everything while people work: dossiers, history, notes, accounts.')
    .addHelpText('after', '\nExit codes: 0 done, 2 trouble.')
    .action(backup);
  program
    .command('verify')
    .argument('<file>', 'a backup')
    .description('Check every hash of a backup.')
    .addHelpText('after', '\nExit codes: 0 intact, 2 damaged or no backup.')
    .action(verify);
  program
    .command('restore')
    .argument('<file>', 'a backup')
    .option('--replace', 'do it although there are dossiers here; they are saved first')
    .description('Put a backup in the place of everything, after checking its hashes.')
    .addHelpText('after', '\nExit codes: 0 done, 2 trouble; then nothing was changed.')
    .action(restore);
}

async function backup(file: string | undefined): Promise<void> {
  const { writeDatabaseBackup, makeBackup } = await import('#lib/app/backups.ts');
  const place = await usersPlace();
  const at = new Date().toISOString();
  if (file === undefined) {
    const made = await makeBackup({ place }, at);
    report(made, ({ name }) => join(place.dataFolder, 'backups', name));
    return;
  }
  report(await writeDatabaseBackup({ place }, resolve(file), at), () => file);
}

async function verify(file: string): Promise<void> {
  const { inspectBackup } = await import('#lib/app/backups.ts');
  report(
    await inspectBackup(file),
    ({ createdAt, dossiers, tables }) =>
      `${basename(file)} is intact: of ${createdAt}, ${String(dossiers.length)} dossiers, ${String(tables.reduce((sum, { rows }) => sum + rows, 0))} rows.`,
  );
}

async function restore(file: string, { replace = false }: { replace?: boolean }): Promise<void> {
  await withWorkspace(async (workspace) => {
    const { restoreFrom } = await import('#lib/app/backups.ts');
    const summaries = await workspace.store.list();
    const own = summaries.filter(({ exampleSequence, sequence }) => sequence !== exampleSequence);
    if (own.length > 0 && !replace) {
      const message = `there are ${String(own.length)} dossiers with work in them here; add --replace to put the backup in their place (they are saved first)`;
      failWith([{ code: 'not_empty', path: 'database', message }], false);
      return;
    }
    tell('Checking the hashes …');
    report(await restoreFrom(workspace, resolve(file), new Date().toISOString()), (done) => {
      const safety = join(workspace.place.dataFolder, 'backups', done.safety.name);
      return `Everything is as it was at ${done.manifest.createdAt}. What was there before: ${safety}`;
    });
  });
}
