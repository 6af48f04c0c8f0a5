// Zip archives from strangers, read with suspicion: names and sizes are looked at before anything is
// unpacked, and what is unpacked is counted while it comes, because an archive may lie about both.
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { zipSync, type Zippable } from 'fflate';
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import { capProblems, type Parsed, type Problem } from '#lib/model/parsed.ts';

/** What is wanted from an archive, and how much of it is still a reasonable amount. */
export interface ZipRules {
  /** Chooses entries by their names: each wanted one with the path it gets. Only these are unpacked. */
  readonly choose: (names: readonly string[]) => ReadonlyMap<string, string>;
  readonly limits: {
    readonly fileBytes: number;
    readonly totalBytes: number;
    readonly files: number;
  };
}

export interface ZipContent {
  /** The chosen files by the paths they were given. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The names of the files that were left where they are. */
  readonly leftOut: readonly string[];
}

/** A megabyte that unpacks to more than this many is no text of anybody's. */
const mostExpansion = 200;
const expansionMatters = 1024 * 1024;
/** Entries nobody wants (folders, resource forks) may outnumber the others, within reason. */
const unwantedPerWanted = 3;

/** Reads the wanted files of a zip archive, or tells all that keeps it from being trusted. */
export async function readZip(bytes: Uint8Array, rules: ZipRules): Promise<Parsed<ZipContent>> {
  const opened = await openZip(bytes);
  if (!opened.ok) return opened;
  const zip = opened.value;
  try {
    if (zip.entryCount > rules.limits.files * unwantedPerWanted) return tooMany(rules);
    const listed = await listEntries(zip);
    if (!listed.ok) return listed;
    const chosen = rules.choose([...listed.value.keys()]);
    if (chosen.size > rules.limits.files) return tooMany(rules);
    const problems = sizeFaults(listed.value, chosen, rules);
    if (problems.length > 0) return { ok: false, problems: capProblems(problems) };
    return await unpack(zip, listed.value, chosen);
  } finally {
    zip.close();
  }
}

const refuse = (code: string, path: string, message: string): Parsed<never> => ({
  ok: false,
  problems: [{ code, path, message }],
});

const tooMany = ({ limits }: ZipRules): Parsed<never> =>
  refuse('too_many_files', '(whole)', `there are more than ${limits.files} files in this archive`);

async function openZip(bytes: Uint8Array): Promise<Parsed<ZipFile>> {
  // Names are decoded here, so that each unsafe one is told and not the first alone.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return { ok: true, value: await fromBufferPromise(buffer, options) };
  } catch {
    const isCutShort = buffer.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));
    return isCutShort
      ? refuse('zip_truncated', '(whole)', 'the end of this archive is missing; get it once more')
      : refuse('not_a_zip', '(whole)', 'this is no zip archive');
  }
}

/** The files of an archive by name; folders are left away, for names of files tell them. */
async function listEntries(zip: ZipFile): Promise<Parsed<ReadonlyMap<string, Entry>>> {
  const entries = new Map<string, Entry>();
  const spellings = new Set<string>();
  const problems: Problem[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      const name = getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        true,
      );
      const fault = findFault(entry, name);
      if (fault !== undefined) problems.push({ ...fault, path: shown(name) });
      if (fault !== undefined || name.endsWith('/')) continue;
      const spelling = name.normalize('NFC').toLowerCase();
      if (spellings.has(spelling)) {
        const message = 'two files of the archive have this name';
        problems.push({ code: 'zip_duplicate', path: shown(name), message });
      }
      spellings.add(spelling);
      entries.set(name, entry);
    }
  } catch {
    return refuse('zip_damaged', '(whole)', 'the list of files in this archive is damaged');
  }
  if (problems.length > 0) return { ok: false, problems: capProblems(problems) };
  return { ok: true, value: entries };
}

const shown = (name: string): string => name.slice(0, 200).replace(/\p{Cc}/gu, '?');

const kinds = { mask: 0o170000, file: 0o100000, folder: 0o040000, link: 0o120000 } as const;

function findFault(entry: Entry, name: string): Omit<Problem, 'path'> | undefined {
  if (!isSafePath(name.endsWith('/') ? name.slice(0, -1) : name)) {
    const message = 'this name leads out of the folder the archive is for, or is none';
    return { code: 'zip_path_unsafe', message };
  }
  const kind = (entry.externalFileAttributes >>> 16) & kinds.mask;
  if (kind === kinds.link)
    return {
      code: 'zip_link',
      message: 'this is a link to another place; put the file itself there',
    };
  if (kind !== 0 && kind !== kinds.file && kind !== kinds.folder)
    return { code: 'zip_special_file', message: 'this is neither a file nor a folder' };
  if (entry.isEncrypted()) {
    const message =
      'this file is locked with a zip password, which is no protection; use an archive without, or one made with age (.zip.age)';
    return { code: 'zip_encrypted', message };
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    return { code: 'zip_method', message: 'packed in a way that is not read here; use plain zip' };
  return undefined;
}

/** Whether a path stays inside its folder on every system; also when it is written with "\". */
function isSafePath(path: string): boolean {
  if (path === '' || path.length > 1000 || /[\\\p{Cc}]/u.test(path)) return false;
  if (/^[A-Za-z]:/.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

type Chosen = ReadonlyMap<string, string>;

function sizeFaults(
  entries: ReadonlyMap<string, Entry>,
  chosen: Chosen,
  { limits }: ZipRules,
): Problem[] {
  const problems: Problem[] = [];
  let total = 0;
  for (const name of chosen.keys()) {
    const { uncompressedSize = 0, compressedSize = 0 } = entries.get(name) ?? {};
    total += uncompressedSize;
    if (uncompressedSize > limits.fileBytes) {
      const message = `unpacked this file is larger than ${megabytes(limits.fileBytes)}`;
      problems.push({ code: 'file_too_large', path: shown(name), message });
    } else if (
      uncompressedSize > expansionMatters &&
      uncompressedSize > compressedSize * mostExpansion
    ) {
      const message = `this file unpacks to more than ${mostExpansion} times its size, as traps do`;
      problems.push({ code: 'zip_bomb', path: shown(name), message });
    }
  }
  if (total > limits.totalBytes) {
    const message = `unpacked this is larger than ${megabytes(limits.totalBytes)}`;
    problems.push({ code: 'bundle_too_large', path: '(whole)', message });
  }
  return problems;
}

const megabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;

async function unpack(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  chosen: Chosen,
): Promise<Parsed<ZipContent>> {
  const files = new Map<string, Uint8Array>();
  for (const [name, path] of chosen) {
    const entry = entries.get(name);
    if (entry === undefined) continue;
    try {
      files.set(path, await readEntry(await zip.openReadStreamPromise(entry), entry));
    } catch {
      const message = 'this file is damaged, or is not as large as the archive says';
      return refuse('zip_damaged', shown(name), message);
    }
  }
  const leftOut = [...entries.keys()].filter((name) => !chosen.has(name));
  return { ok: true, value: { files, leftOut } };
}

/** The content of an entry, which has the size that was checked before: more ends the reading. */
async function readEntry(stream: Readable, entry: Entry): Promise<Uint8Array> {
  const content = new Uint8Array(entry.uncompressedSize);
  let [length, checksum] = [0, 0];
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    if (length + bytes.length > content.length) throw new Error('more than the archive says');
    content.set(bytes, length);
    length += bytes.length;
    checksum = crc32(bytes, checksum);
  }
  if (length !== content.length || checksum !== entry.crc32) throw new Error('damaged');
  return content;
}

/** The earliest moment a zip can name, in local time as zip counts: the same bytes everywhere. */
const noTime = new Date(1980, 0, 1);

/** Packs files; the same files always give the same bytes, in every time zone. */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tree: Zippable = {};
  for (const path of [...files.keys()].toSorted()) tree[path] = files.get(path) ?? new Uint8Array();
  return zipSync(tree, { mtime: noTime, level: 6 });
}
