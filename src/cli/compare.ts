import { extname } from 'node:path';
import process from 'node:process';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { comparisonFormats, type ComparisonFormat } from '#lib/app/comparison-formats.ts';
import type { Export } from '#lib/app/export-comparison.ts';
import { saveFile } from '#lib/app/save-file.ts';
import type { Comparison, CompareOptions } from '#lib/engine/comparison.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { addRawOptions, draftFiles, type RawFlags } from './raw-files.ts';
import { exitCodes, failWith, findUsersDossier, tell, tellProblems } from './terminal.ts';

interface CompareFlags extends RawFlags {
  readonly json?: boolean;
  readonly format?: ComparisonFormat;
  readonly output?: string;
  readonly columns?: readonly string[];
  readonly asAt?: string;
  readonly reading?: Readonly<Record<string, string>>;
  readonly without?: readonly string[];
}

/** Adds `parley compare`: a dossier, or raw documents, to a comparison on the terminal or as a file. */
export function addCompare(program: Command): void {
  const command = program
    .command('compare')
    .argument('<dossier or files...>', 'folder or id of a dossier, or two or more documents')
    .option('--json', 'print the comparison as JSON (docs/comparison.schema.json)')
    .addOption(
      new Option(
        '--format <format>',
        'form of the output (default: by the ending of FILE, or a text to read)',
      )
        .choices([...comparisonFormats])
        .conflicts('json'),
    )
    .option('-o, --output <file>', 'write to FILE instead of printing')
    .option('--columns <ids>', 'parties or papers to compare, in this order: a,b', splitList)
    .option('--as-at <date>', 'leave out papers dated later: YYYY-MM-DD')
    .option('--reading <group=choice...>', 'fix the choice of an option group', addChoice)
    .option('--without <premise...>', 'switch off a premise')
    .description('Compare the papers of a dossier, or draft a comparison of raw documents.')
    .addHelpText(
      'after',
      '\nA draft of raw documents is stored nowhere, and nothing in it is reviewed.\n\nExit codes: 0 no incompatibility, 1 incompatibilities found (computed or by verdict, never\nsuggested ones alone), 2 trouble.',
    );
  addRawOptions(command).action(runCompare);
}

const splitList = (value: string): readonly string[] => value.split(',').map((id) => id.trim());

function addChoice(
  value: string,
  earlier: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [group = '', choice = ''] = value.split(/=(.*)/s);
  if (group === '' || choice === '') throw new InvalidArgumentError('Write group=choice.');
  return { ...earlier, [group]: choice };
}

async function runCompare(named: readonly string[], flags: CompareFlags): Promise<void> {
  const json = flags.json ?? false;
  const loaded = await loadNamed(named, flags);
  if (!loaded.ok) {
    failWith(loaded.problems, json);
    return;
  }
  const dossier = loaded.value;
  const { compareDossier } = await import('#lib/app/compare-dossier.ts');
  const compared = compareDossier(dossier, optionsOf(flags));
  if (!compared.ok) {
    failWith(compared.problems, json);
    return;
  }
  const { comparison } = compared;
  const written = await write({ dossier, comparison, madeAt: new Date().toISOString() }, flags);
  if (written)
    process.exitCode = isIncompatible(comparison) ? exitCodes.incompatible : exitCodes.fine;
}

/** The dossier that was named, or a draft of the documents that were. */
async function loadNamed(named: readonly string[], flags: RawFlags): Promise<Parsed<Dossier>> {
  const { isFile } = await import('#lib/app/open-files.ts');
  const [first = ''] = named;
  if (named.length > 1 || (await isFile(first))) {
    const drafted = await draftFiles(named, flags);
    if (!drafted.ok) return drafted;
    const { dossier } = drafted.value;
    const sides = new Set(dossier.papers.flatMap(({ parties }) => parties));
    return sides.size > 1 ? { ok: true, value: dossier } : oneSide(named);
  }
  const found = await findUsersDossier(first);
  if (!found.ok) return found;
  tellProblems(found.value.warnings, 'warning');
  return { ok: true, value: found.value.dossier };
}

/** A page may hold the papers of several sides; a file of one side has nothing to be compared with. */
function oneSide(named: readonly string[]): Parsed<never> {
  const message =
    'only one side speaks here: name a second document, or say whose papers they are with --party; a dossier is a folder';
  return { ok: false, problems: [{ code: 'one_side_only', path: named.join(', '), message }] };
}

const optionsOf = ({ columns, asAt, reading, without }: CompareFlags): CompareOptions => ({
  ...(columns === undefined ? {} : { columns }),
  ...(asAt === undefined ? {} : { asAt }),
  ...(reading === undefined ? {} : { reading }),
  ...(without === undefined ? {} : { off: without }),
});

/** Prints or saves; false when the file could not be written. */
async function write(comparison: Export, flags: CompareFlags): Promise<boolean> {
  const { exportComparison, tellComparison } = await import('#lib/app/export-comparison.ts');
  const format = formatOf(flags);
  const { output } = flags;
  const content =
    format === undefined
      ? tellComparison(comparison, lookOf(output))
      : exportComparison(comparison, format);
  if (output === undefined) {
    process.stdout.write(content);
    return true;
  }
  const saved = await saveFile(output, content);
  if (saved.ok) tell(`Wrote ${output}.`);
  else failWith(saved.problems, false);
  return saved.ok;
}

function formatOf({ json, format, output }: CompareFlags): ComparisonFormat | undefined {
  if (json === true) return 'json';
  if (format !== undefined || output === undefined) return format;
  const ending = extname(output).slice(1).toLowerCase();
  return comparisonFormats.find((candidate) => candidate === ending);
}

function lookOf(output: string | undefined): { width: number; styled: boolean } {
  const { isTTY, columns } = process.stdout;
  const width = Math.min(isTTY && output === undefined ? columns : 100, 120);
  const noColour = (process.env['NO_COLOR'] ?? '') !== '';
  return { width, styled: isTTY && output === undefined && !noColour };
}

/** Whether anything cannot stand together by the rules or by an analyst's judgement. */
const isIncompatible = ({ rows, circularOrders }: Comparison): boolean =>
  rows.some(({ relation, basis }) => relation === 'incompatible' && basis !== 'suggested') ||
  circularOrders.some(({ basis }) => basis === 'computed');
