import type { ReadDocument } from '../document.ts';
import { readText, type DecodedFile } from './read-text.ts';

/** Reads the file by its lines alone, for now. */
export function readRst(file: DecodedFile): ReadDocument {
  return { ...readText(file), format: 'rst' };
}
