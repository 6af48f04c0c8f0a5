import type * as z from 'zod';
import { dossierSchema, dossierVersion, type Dossier } from '#lib/model/dossier.ts';
import { idSchema } from '#lib/model/id.ts';
import type { Paper } from '#lib/model/paper.ts';
import {
  capProblems,
  describeIssues,
  mostProblems,
  type Parsed,
  type Problem,
} from '#lib/model/parsed.ts';
import type { Provision } from '#lib/model/provision.ts';
import {
  bundleFormat,
  bundleLimits,
  citableTexts,
  dossierFile,
  paperPath,
  type BundleFiles,
} from './bundle.ts';
import { decodeText } from './decode-text.ts';
import { parseJson } from './parse-json.ts';
import { parsePaperFile } from './parse-paper-file.ts';
import { placeWords } from './place-words.ts';
import { findLoneSurrogate, isRecord } from './plain-value.ts';

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
  const dossier = readRecord(record);
  if (dossier.value !== undefined && problems.length === 0) {
    return { ok: true, value: { ...dossier.value, papers } };
  }
  const { issues } = dossier;
  for (const problem of describeIssues(issues.slice(0, mostProblems))) {
    problems.push(within(dossierFile, problem));
  }
  return { ok: false, problems: capProblems(problems, Math.max(0, issues.length - mostProblems)) };
}

interface ReadRecord {
  /** Missing when there are issues. */
  readonly value?: Dossier;
  readonly issues: readonly z.core.$ZodIssue[];
}

const provisionsSchema = dossierSchema.def.innerType.shape.provisions;
const sliceLength = 1000;

/**
 * Validates the record, its provisions a thousand at a time: after a few hundred issues in a list of
 * 100,000 broken provisions nobody waits for the rest.
 */
function readRecord(record: Readonly<Record<string, unknown>>): ReadRecord {
  const list = Array.isArray(record['provisions'])
    ? (record['provisions'] as unknown[])
    : undefined;
  const head = dossierSchema.safeParse(list === undefined ? record : { ...record, provisions: [] });
  const issues = [...(head.error?.issues ?? [])];
  const provisions: Provision[] = [];
  for (let start = 0; list !== undefined && start < list.length; start += sliceLength) {
    const slice = provisionsSchema.safeParse(list.slice(start, start + sliceLength));
    for (const provision of slice.data ?? []) provisions.push(provision);
    for (const issue of slice.error?.issues ?? []) {
      const [index, ...rest] = issue.path;
      issues.push({ ...issue, path: ['provisions', start + Number(index), ...rest] });
    }
    if (issues.length > mostProblems) break;
  }
  if (!head.success || issues.length > 0) return { issues };
  return { value: list === undefined ? head.data : { ...head.data, provisions }, issues };
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

const within = (file: string, problem: Problem): Problem => ({
  ...problem,
  path: `${file}: ${problem.path}`,
});
