import { Option, type Command } from 'commander';
import type { FileDraft, FilesToDraft } from '#lib/app/draft-from-files.ts';
import { listPacks } from '#lib/app/starter-packs.ts';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import { tell } from './terminal.ts';

/** What a command that reads raw files may be told. */
export interface RawFlags {
  readonly party?: readonly string[];
  readonly pack?: readonly string[];
  readonly revisions?: 'accepted' | 'rejected' | 'both';
}

/** Adds the options of raw files to a command. */
export const addRawOptions = (command: Command): Command =>
  command
    .addOption(new Option('--party <names...>', 'whose papers the files are, in their order'))
    .addOption(
      new Option('--pack <ids...>', 'starter packs (default: the one that fits the texts)').choices(
        listPacks().map(({ id }) => id),
      ),
    )
    .addOption(
      new Option('--revisions <view>', 'tracked changes: how to read them').choices([
        'accepted',
        'rejected',
        'both',
      ]),
    );

/** Reads, cuts and drafts files; progress and what was left out go to stderr. */
export async function draftFiles(
  paths: readonly string[],
  { party, pack, revisions }: RawFlags,
): Promise<Parsed<FileDraft>> {
  const { openFile } = await import('#lib/app/open-files.ts');
  const { draftFromFiles } = await import('#lib/app/draft-from-files.ts');
  const { tellReading } = await import('#lib/app/report-draft.ts');
  if (party !== undefined && party.length > paths.length)
    return { ok: false, problems: [tooManyParties(party, paths)] };
  const opened = await Promise.all(paths.map(openFile));
  const problems = opened.flatMap((file): readonly Problem[] => (file.ok ? [] : file.problems));
  if (problems.length > 0) return { ok: false, problems };
  tell(`Reading ${paths.length === 1 ? 'one file' : `${String(paths.length)} files`} …`);
  const order: FilesToDraft = {
    files: opened.flatMap((file) => (file.ok ? [file.value] : [])),
    today: new Date().toISOString().slice(0, 10),
    ...(party === undefined ? {} : { parties: party }),
    ...(pack === undefined ? {} : { packs: pack }),
    ...(revisions === undefined ? {} : { revisions }),
  };
  const drafted = await draftFromFiles(order);
  if (drafted.ok) for (const line of tellReading(drafted.value)) tell(line);
  return drafted;
}

const tooManyParties = (party: readonly string[], paths: readonly string[]): Problem => ({
  code: 'too_many_parties',
  path: '--party',
  message: `${String(party.length)} names for ${String(paths.length)} files; give one for each file, in their order`,
});
