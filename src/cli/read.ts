import process from 'node:process';
import type { Command } from 'commander';
import { addRawOptions, draftFiles, type RawFlags } from './raw-files.ts';
import { failWith } from './terminal.ts';

/** Adds `parley read`: one document to clauses with proposed provisions. */
export function addRead(program: Command): void {
  const command = program
    .command('read')
    .argument('<file>', 'a document: .docx, .pdf, .html, .md, .txt, .rst')
    .option('--json', 'print everything as JSON, with offsets into the kept text')
    .description('Read a document and show how it is cut and what its clauses seem to state.')
    .addHelpText(
      'after',
      '\nWhat was left out goes to stderr. Nothing is stored; everything shown is a proposal.\n\nExit codes: 0 read, 2 trouble.',
    );
  addRawOptions(command).action(runRead);
}

async function runRead(file: string, flags: RawFlags & { readonly json?: boolean }): Promise<void> {
  const drafted = await draftFiles([file], flags);
  if (!drafted.ok) {
    failWith(drafted.problems, flags.json ?? false);
    return;
  }
  const { describeDraft, tellDraft } = await import('#lib/app/report-draft.ts');
  const output =
    flags.json === true
      ? JSON.stringify(describeDraft(drafted.value), null, '\t')
      : tellDraft(drafted.value).join('\n');
  process.stdout.write(`${output}\n`);
}
