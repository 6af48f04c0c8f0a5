import process from 'node:process';
import { Command, CommanderError } from 'commander';
import { addBackup } from './backup.ts';
import { addCarry } from './carry.ts';
import { addCheck } from './check.ts';
import { addCompare } from './compare.ts';
import { addPeople } from './people.ts';
import { addRead } from './read.ts';
import { exitCodes, readVersion } from './terminal.ts';

const program = new Command('parley')
  .description(
    'Puts the memoranda of negotiating sides next to each other and shows where they overlap, where they are incompatible as written, and why.',
  )
  .version(readVersion())
  .showHelpAfterError('(parley --help shows what there is)')
  .exitOverride()
  .addHelpText(
    'after',
    `
A DOSSIER is the path of a folder with dossier.json, or the id of an example or own dossier. Own
dossiers lie in the folder "dossiers" of PARLEY_DATA (default: .parley).

Exit codes: 0 fine, 1 incompatibilities found, 2 trouble.

Examples:
  parley compare istanbul-2025
  parley compare istanbul-2025 --format md -o table.md
  parley compare theirs.docx ours.html --party Theirs Ours
  parley read theirs.docx
  parley check ./my-dossier`,
  );
addCompare(program);
addRead(program);
addCheck(program);
addCarry(program);
addBackup(program);
addPeople(program);

// A reader that has seen enough (head, a closed pager) is no trouble.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? exitCodes.fine : exitCodes.trouble;
}
