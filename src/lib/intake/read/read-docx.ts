import type { Parsed } from '#lib/model/parsed.ts';
import type { RawFile, ReadDocument, ReadOptions } from '../document.ts';
import { refuseFile } from '../refusal.ts';

/** Holds the place of the reader that is being written; refuses every file. */
export function readDocx(file: RawFile, _options?: ReadOptions): Promise<Parsed<ReadDocument>> {
  return Promise.resolve(refuseFile('unknown_format', file.name));
}
