// A DOCX is a zip archive of XML parts. It comes from strangers: names and sizes are looked at before
// anything is unpacked, and what is unpacked is counted while it comes, because an archive may lie
// about both. Only the parts that are asked for are unpacked, pictures never.
import { crc32 } from 'node:zlib';
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import type { RefusalCode } from '../../refusal.ts';
import { declaredCharset } from '../declared-charset.ts';
import { decodeBytes } from '../decode-bytes.ts';
import { elementsOf, type Element } from './element.ts';
import { newBudget, parseXml } from './parse-xml.ts';

const mostEntries = 10_000;
/** Of all XML that is read of one file. */
const mostXmlBytes = 64 * 1024 * 1024;

/** A file that cannot be read, thrown inside this folder and turned into a refusal at its edge. */
export class Unreadable extends Error {
  readonly code: RefusalCode;
  readonly detail: string | undefined;

  constructor(code: RefusalCode, detail?: string) {
    super(detail ?? code);
    this.code = code;
    this.detail = detail;
  }
}

/** What a part points to: another part by its path, or an address outside. */
export interface Relation {
  readonly id: string;
  /** The last word of its type, which both kinds of file share: `styles`, `footnotes`. */
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

export interface Package {
  readonly names: readonly string[];
  /** The root of a part, or undefined where there is none. */
  readonly read: (path: string) => Promise<Element | undefined>;
  /** What a part points to, in the order of the file; `''` asks for the package itself. */
  readonly relations: (path: string) => Promise<readonly Relation[]>;
  /** Whether XML of a part read so far was not closed. */
  readonly isBroken: () => boolean;
  readonly close: () => void;
}

/** Opens the archive; throws `Unreadable` where it is none, locked, damaged or a trap. */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const zip = await openZip(bytes);
  try {
    const entries = await listEntries(zip);
    return packageOf(zip, entries);
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  try {
    return await fromBufferPromise(buffer, options);
  } catch {
    throw new Unreadable('malformed', 'the list of its parts is damaged or missing');
  }
}

async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > mostEntries)
    throw new Unreadable('malformed', `it has more than ${mostEntries} parts`);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const { generalPurposeBitFlag: flags, fileNameRaw, extraFields } = entry;
      const name = keyOf(getFileNameLowLevel(flags, fileNameRaw, extraFields, false));
      // Of two parts with one name each program would show another.
      if (entries.has(name)) throw new Error('two parts have one name');
      entries.set(name, entry);
    }
  } catch {
    throw new Unreadable('malformed', 'the list of its parts is damaged');
  }
  return entries;
}

/** Names of parts do not know upper case; some writers use the other slash. */
const keyOf = (name: string): string =>
  name
    .replaceAll('\\', '/')
    .replace(/^\/{1,9}/, '')
    .toLowerCase();

function packageOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Package {
  const budget = newBudget();
  let bytesLeft = mostXmlBytes;
  let broken = false;
  const read = async (path: string): Promise<Element | undefined> => {
    const entry = entries.get(keyOf(path));
    if (entry === undefined) return undefined;
    if (entry.isEncrypted()) throw new Unreadable('encrypted', 'a zip password');
    bytesLeft -= entry.uncompressedSize;
    if (bytesLeft < 0) throw new Unreadable('too_large', 'its text alone unpacks to over 64 MB');
    const bytes = await unpack(zip, entry);
    const text = decodeBytes(bytes, declaredCharset(bytes))?.text;
    if (text === undefined) throw new Unreadable('malformed', `${path} is no XML`);
    const parsed = parseXml(text, budget);
    if (parsed === undefined)
      throw new Unreadable('too_large', 'it has more parts than a text has');
    broken ||= parsed.broken;
    return parsed.root;
  };
  return {
    names: [...entries.keys()],
    read,
    relations: async (path) => relationsOf(await read(relationsPath(path)), path),
    isBroken: () => broken,
    close: () => zip.close(),
  };
}

/** The bytes of a part, which has the size that was checked before: more ends the reading. */
async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    const content = new Uint8Array(entry.uncompressedSize);
    let [length, checksum] = [0, 0];
    for await (const piece of stream) {
      const bytes = Buffer.from(piece);
      content.set(bytes, length);
      length += bytes.length;
      checksum = crc32(bytes, checksum);
    }
    if (length !== content.length || checksum !== entry.crc32) throw new Error('damaged');
    return content;
  } catch {
    throw new Unreadable('malformed', 'a part of it is damaged');
  }
}

function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

function relationsOf(root: Element | undefined, path: string): readonly Relation[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return elementsOf(root).flatMap(({ attributes }) => {
    const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
    if (id === undefined || type === undefined || target === undefined) return [];
    const isExternal = mode === 'External';
    const place = isExternal ? target : resolvePath(folder, target);
    return [{ id, type: type.slice(type.lastIndexOf('/') + 1), target: place, isExternal }];
  });
}

/** A path as a part writes it, from the folder it stands in; `/` begins at the package. */
function resolvePath(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
