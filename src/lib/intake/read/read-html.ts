import type { ReadDocument } from '../document.ts';
import { readText, type DecodedFile } from './read-text.ts';

/** Reads the file by its lines alone, for now. */
export function readHtml(file: DecodedFile): ReadDocument {
  return { ...readText(file), format: 'html' };
}
