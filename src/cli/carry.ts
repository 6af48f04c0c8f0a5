// Dossiers in and out of the database: import, export, delete.
import { readFile, stat } from 'node:fs/promises';
import process from 'node:process';
import { Option, type Command } from 'commander';
import type { ImportPreview } from '#lib/app/import-bundle.ts';
import type { Viewer } from '#lib/app/viewer.ts';
import type { Workspace } from '#lib/app/workspace.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import { failWith, tell, tellProblems } from './terminal.ts';
import { report, withWorkspace } from './with-workspace.ts';

/** Whoever can open the database owns what is in it. */
const operator: Viewer = {
  ...{ id: 'operator', name: 'Operator', admin: true, via: 'alone', readOnly: false },
};

const exits = '\nExit codes: 0 done, 2 trouble. A passphrase is read from PARLEY_PASSPHRASE.';

/** Adds `parley import`, `parley export` and `parley delete`. */
export function addCarry(program: Command): void {
  program
    .command('import')
    .argument('<file>', 'folder, .zip or .zip.age of a dossier')
    .option('--dry-run', 'only tell what would change')
    .addOption(
      new Option('--take <what>', 'what to take over where a dossier of this id is here already')
        .choices(['additions', 'everything'])
        .default('additions'),
    )
    .description('Import a dossier, or merge it into the one of its id.')
    .addHelpText(
      'after',
      `\n"additions" keeps what the file lacks; "everything" makes it the same.${exits}`,
    )
    .action((file: string, options: { dryRun?: boolean; take: string }) =>
      withWorkspace((workspace) => importFile(workspace, file, options)),
    );
  program
    .command('export')
    .argument('<dossier>', 'id of a dossier')
    .requiredOption('-o, --output <file>', 'where to write: a .zip, or an encrypted .zip.age')
    .description('Write a dossier to a file, without anybody’s private notes.')
    .addHelpText('after', exits)
    .action((id: string, { output }: { output: string }) =>
      withWorkspace((workspace) => exportFile(workspace, id, output)),
    );
  program
    .command('delete')
    .argument('<dossier>', 'id of a dossier')
    .requiredOption('--name <title>', 'its title, so that nobody does it by mistake')
    .description('Delete a dossier for good, with its texts, notes and history.')
    .addHelpText('after', exits)
    .action((id: string, { name }: { name: string }) =>
      withWorkspace(async (workspace) => {
        const { deleteDossier } = await import('#lib/app/delete-dossier.ts');
        report(
          await deleteDossier(workspace, id, name),
          ({ records, changes }) =>
            `${id} is deleted: ${String(records)} records, ${String(changes)} changes. Backups made before still have it.`,
        );
      }),
    );
}

const passphrase = (): string => process.env['PARLEY_PASSPHRASE'] ?? '';

async function readDossier(file: string): Promise<Parsed<Dossier>> {
  const app = await import('#lib/app/bundle-archive.ts');
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) {
    const problem: Problem = { code: 'not_found', path: file, message: 'there is no such file' };
    return { ok: false, problems: [problem] };
  }
  const read = found.isDirectory()
    ? await app.unpackFolder(file)
    : await app.unpackDossier(await readFile(file), passphrase());
  if (!read.ok) return read;
  tellProblems(read.value.warnings, 'warning');
  return { ok: true, value: read.value.dossier };
}

async function importFile(
  { store }: Workspace,
  file: string,
  { dryRun = false, take }: { readonly dryRun?: boolean; readonly take: string },
): Promise<void> {
  const app = await import('#lib/app/import-bundle.ts');
  const read = await readDossier(file);
  if (!read.ok) {
    failWith(read.problems, false);
    return;
  }
  const incoming = read.value;
  const importer = { viewer: operator, role: 'owner' } as const;
  const preview = await app.previewImport(store, incoming, importer);
  if (!preview.ok) {
    failWith(preview.problems, false);
    return;
  }
  tellPreview(preview.value, take === 'everything');
  if (dryRun) return;
  const { sequence, differences } = preview.value;
  const choices = new Map(
    take === 'everything' ? differences.map(({ key }) => [key, 'take' as const]) : [],
  );
  const at = new Date().toISOString();
  report(await app.applyImport(store, { incoming, sequence, choices, importer, at }), (done) =>
    done.number === null
      ? `${done.id} is the same already.`
      : `${done.id}: ${String(done.records)} records ${done.created ? 'imported' : `merged as change ${String(done.number)}`}.`,
  );
}

function tellPreview({ id, sequence, differences }: ImportPreview, everything: boolean): void {
  if (sequence === null) tell(`${id} is new here.`);
  for (const { what, kind, id: record, taken } of differences) {
    const mark = everything || taken ? 'take' : 'keep';
    tell(`${mark}  ${what.padEnd(9)} ${kind} ${record}`);
  }
}

async function exportFile({ store }: Workspace, id: string, output: string): Promise<void> {
  const app = await import('#lib/app/bundle-archive.ts');
  const { saveFile } = await import('#lib/app/save-file.ts');
  const state = await store.load(id);
  if (!state.ok) {
    failWith(state.problems, false);
    return;
  }
  const { dossier } = state.value;
  const packed = output.endsWith('.age')
    ? await app.packLockedDossier(dossier, passphrase())
    : app.packDossier(dossier);
  if (!packed.ok) {
    failWith(packed.problems, false);
    return;
  }
  const size = `${String(packed.value.length)} bytes`;
  report(await saveFile(output, packed.value), () => `Wrote ${output}, ${size}.`);
}
