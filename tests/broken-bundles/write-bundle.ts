import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  lstatSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BrokenBundle } from './cases.ts';

/** A temporary place that holds bundles, and beside them something a bundle must never touch. */
export interface Place {
  readonly root: string;
  readonly outside: string;
}

export function makePlace(): Place {
  const root = mkdtempSync(join(tmpdir(), 'parley-broken-'));
  const outside = join(root, 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'secret.md'), 'Not a part of any dossier.\n');
  return { root, outside };
}

/** Writes a broken bundle into a folder of its own. */
export function writeBundle({ root, outside }: Place, bundle: BrokenBundle, index: number): string {
  const folder = join(root, `bundle-${index}`);
  mkdirSync(folder);
  for (const [path, content] of Object.entries(bundle.files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  bundle.prepare?.(folder, outside);
  return folder;
}

/** Every name below a folder with kind, size, time of change and content, as one comparable list. */
export function takeStock(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): readonly string[] => {
    const path = join(folder, entry.name);
    const { mode, size, mtimeMs } = lstatSync(path);
    const own = [path, mode, size, mtimeMs, entry.isFile() ? hashOf(path, size) : ''].join(' ');
    return entry.isDirectory() ? [own, ...takeStock(path)] : [own];
  });
}

/** Large files are told by size and time alone. */
function hashOf(path: string, size: number): string {
  if (size > 1024 * 1024) return '';
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    return 'unreadable';
  }
}
