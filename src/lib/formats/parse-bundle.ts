import { dossierSchema, dossierVersion, type Dossier } from '#lib/model/dossier.ts';
import { idSchema } from '#lib/model/id.ts';
import type { Paper } from '#lib/model/paper.ts';
import { parseWith, type Parsed, type Problem } from '#lib/model/parsed.ts';
import {
  bundleFormat,
  bundleLimits,
  citableTexts,
  dossierFile,
  paperPath,
  type BundleFiles,
  type CitableTexts,
} from './bundle.ts';
import { decodeText } from './decode-text.ts';
import { parseJson } from './parse-json.ts';
import { parsePaperFile } from './parse-paper-file.ts';
import { findLoneSurrogate, isRecord } from './plain-value.ts';

/** More problems than anybody reads at once; beyond it only their number is told. */
const mostProblems = 200;

/**
 * Reads a bundle, or tells every problem with file and place: `papers/ukraine.md: clauses[3].locator`,
 * `dossier.json: line 3, column 5`. References between records are checked by `checkDossier`.
 */
export function parseBundle(files: BundleFiles): Parsed<Dossier> {
  const problems = oversizeOf(files);
  const index = problems.length > 0 ? undefined : readIndex(files, problems);
  if (index === undefined) return { ok: false, problems: capProblems(problems) };
  const papers = index.papers.flatMap((id) => readPaper(id, files, problems));
  const allRead = papers.length === index.papers.length;
  const provisions = placeWords(index.record['provisions'], {
    textOf: citableTexts(papers),
    allRead,
    problems,
  });
  const { format: _format, papers: _papers, ...rest } = index.record;
  const record = { ...rest, ...(provisions === undefined ? {} : { provisions }) };
  const dossier = parseWith(dossierSchema, record);
  for (const problem of dossier.ok ? [] : dossier.problems)
    problems.push(within(dossierFile, problem));
  if (problems.length > 0 || !dossier.ok) return { ok: false, problems: capProblems(problems) };
  return { ok: true, value: { ...dossier.value, papers } };
}

/** The papers in a bundle's folder that its dossier.json does not list, and so nobody reads. */
export function findUnlistedPapers(files: BundleFiles, dossier: Dossier): readonly string[] {
  const listed = new Set(dossier.papers.map((paper) => paperPath(paper.id)));
  return [...files.keys()].filter((path) => path.startsWith('papers/') && !listed.has(path));
}

function oversizeOf(files: BundleFiles): Problem[] {
  const problems: Problem[] = [];
  let total = 0;
  for (const [path, bytes] of files) {
    total += bytes.length;
    if (bytes.length <= bundleLimits.fileBytes) continue;
    const message = `the file is larger than ${megabytes(bundleLimits.fileBytes)}`;
    problems.push({ code: 'file_too_large', path, message });
  }
  if (total > bundleLimits.totalBytes) {
    const message = `the bundle is larger than ${megabytes(bundleLimits.totalBytes)}`;
    problems.push({ code: 'bundle_too_large', path: '(whole)', message });
  }
  if (files.size > bundleLimits.files) {
    const message = `the bundle has more than ${bundleLimits.files} files`;
    problems.push({ code: 'too_many_files', path: '(whole)', message });
  }
  return problems;
}

const megabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;

interface Index {
  readonly record: Readonly<Record<string, unknown>>;
  readonly papers: readonly string[];
}

/** Reads dossier.json as far as the names of its papers. */
function readIndex(files: BundleFiles, problems: Problem[]): Index | undefined {
  const bytes = files.get(dossierFile);
  if (bytes === undefined) {
    const message = 'a dossier is a folder with a file dossier.json; this one has none';
    problems.push({ code: 'missing_file', path: dossierFile, message });
    return undefined;
  }
  const text = decodeText(bytes);
  const json = text.ok ? parseJson(text.value) : text;
  const faults = json.ok ? indexFaultsOf(json.value) : json.problems;
  problems.push(...faults.map((p) => within(dossierFile, p)));
  if (!json.ok || faults.length > 0 || !isRecord(json.value)) return undefined;
  return { record: json.value, papers: readPaperNames(json.value['papers'], problems) };
}

/** What keeps a JSON value from being read as a dossier at all. */
function indexFaultsOf(record: unknown): readonly Problem[] {
  if (!isRecord(record) || record['format'] !== bundleFormat) {
    const message = `this is no Parley dossier: it lacks "format": "${bundleFormat}"`;
    return [{ code: 'not_a_dossier', path: 'format', message }];
  }
  const { version } = record;
  if (typeof version === 'number' && version !== dossierVersion) {
    const message = `this program reads version ${dossierVersion} of the format, the file says ${version}; use a Parley that knows it`;
    return [{ code: 'version_unknown', path: 'version', message }];
  }
  const lone = findLoneSurrogate(record);
  if (lone === undefined) return [];
  const message = 'this text holds half a character (a lone surrogate)';
  return [{ code: 'lone_surrogate', path: lone, message }];
}

function readPaperNames(list: unknown, problems: Problem[]): string[] {
  const refuse = (code: string, path: string, message: string): void => {
    problems.push({ code, path: `${dossierFile}: ${path}`, message });
  };
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    refuse('invalid_type', 'papers', 'papers is a list of paper ids, in their order');
    return [];
  }
  const names = new Set<string>();
  list.forEach((name: unknown, index) => {
    const shown = typeof name === 'string' ? JSON.stringify(name.slice(0, 80)) : typeof name;
    const path = `papers[${index}]`;
    if (typeof name !== 'string' || !idSchema.safeParse(name).success) {
      const message = `${shown} is not a paper id: write the id alone, without folder and without ".md" (letters, digits, ".", "_", "-")`;
      refuse('paper_name_invalid', path, message);
    } else if (names.has(name)) {
      refuse('duplicate_id', path, `the paper ${name} is listed twice; keep one`);
    } else {
      names.add(name);
    }
  });
  return [...names];
}

function readPaper(id: string, files: BundleFiles, problems: Problem[]): Paper[] {
  const path = paperPath(id);
  const bytes = files.get(path);
  if (bytes === undefined) {
    const message = `dossier.json lists the paper ${id}, but there is no file ${path}; add it, or take the id out of the list`;
    problems.push({ code: 'missing_file', path, message });
    return [];
  }
  const text = decodeText(bytes);
  const paper = text.ok ? parsePaperFile(id, text.value) : text;
  if (!paper.ok) {
    for (const problem of paper.problems) problems.push(within(path, problem));
    return [];
  }
  const lone = findLoneSurrogate(paper.value);
  if (lone === undefined) return [paper.value];
  const message = 'this text holds half a character (a lone surrogate)';
  problems.push({ code: 'lone_surrogate', path: `${path}: ${lone}`, message });
  return [];
}

interface Placing {
  readonly textOf: CitableTexts;
  /** False when a paper could not be read, so that a clause that seems unknown may be in it. */
  readonly allRead: boolean;
  readonly problems: Problem[];
}

/** Words written without offsets are looked up: their first occurrence in the clause or rendering. */
function placeWords(list: unknown, placing: Placing): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((provision: unknown, index) => {
    if (!isRecord(provision)) return provision;
    const given = provision['words'];
    const words = typeof given === 'string' ? { exact: given } : given;
    if (!isRecord(words) || typeof words['exact'] !== 'string') return provision;
    const { exact } = words;
    const path = `${dossierFile}: provisions[${index}]`;
    const from = words['from'] ?? findWords(exact, provision, { ...placing, path });
    const to = words['to'] ?? (typeof from === 'number' ? from + exact.length : from);
    return { ...provision, words: { ...words, from, to } };
  });
}

function findWords(
  exact: string,
  provision: Readonly<Record<string, unknown>>,
  { textOf, allRead, problems, path }: Placing & { readonly path: string },
): number {
  const { id, clause, rendering } = provision;
  if (typeof clause !== 'string') return 0;
  const text = textOf(clause, typeof rendering === 'string' ? rendering : undefined);
  const from = text?.indexOf(exact) ?? -1;
  if (from !== -1 || (text === undefined && !allRead)) return Math.max(from, 0);
  const where =
    typeof rendering === 'string'
      ? `rendering ${rendering} of clause ${clause}`
      : `clause ${clause}`;
  problems.push(
    text === undefined
      ? {
          code: 'unknown_reference',
          path: `${path}.${typeof rendering === 'string' ? 'rendering' : 'clause'}`,
          message: `provision ${String(id)} rests on the ${where}, which no paper has`,
        }
      : {
          code: 'words_not_found',
          path: `${path}.words`,
          message: `provision ${String(id)} rests on words that do not stand in the ${where}: ${JSON.stringify(exact.slice(0, 80))}; copy them from the text`,
        },
  );
  return 0;
}

const within = (file: string, problem: Problem): Problem => ({
  ...problem,
  path: `${file}: ${problem.path}`,
});

/** At most 200 problems, then one that counts the rest. */
function capProblems(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= mostProblems) return problems;
  const more = problems.length - mostProblems;
  const message = `and ${more} more problems; mend these first`;
  return [...problems.slice(0, mostProblems), { code: 'more_problems', path: '(whole)', message }];
}
