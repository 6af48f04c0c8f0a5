// A file as far as the program gets by itself: read, divided among the sides, and cut into clauses.
import type { RawFile, ReadDocument, ReadOptions } from '#lib/intake/document.ts';
import { assignParts } from '#lib/intake/parts/assign-parts.ts';
import type { Part } from '#lib/intake/parts/part.ts';
import { sliceDocument } from '#lib/intake/parts/slice-document.ts';
import type { KnownName } from '#lib/intake/propose/proposal.ts';
import { segmentDocument } from '#lib/intake/segment/segment-document.ts';
import type { Segmentation } from '#lib/intake/segment/segmentation.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { readGuarded } from './read-guarded.ts';

/** One position found in a file. */
export interface CutPaper {
  readonly part: Part;
  readonly document: ReadDocument;
  readonly segmentation: Segmentation;
}

/** All of a file: the positions in it, and what else it holds. */
export interface CutFile {
  readonly document: ReadDocument;
  readonly parts: readonly Part[];
  readonly papers: readonly CutPaper[];
}

/** Reads a file in a thread with limits and cuts what it holds of positions. */
export async function cutFile(
  file: RawFile,
  { parties = [], ...options }: ReadOptions & { readonly parties?: readonly KnownName[] } = {},
): Promise<Parsed<CutFile>> {
  const read = await readGuarded(file, options);
  if (!read.ok) return read;
  const document = read.value;
  const parts = assignParts(document, { parties });
  const papers = parts
    .filter(({ role }) => role === 'paper')
    .map((part): CutPaper => {
      const own = parts.length === 1 ? document : sliceDocument(document, part.spans);
      return { part, document: own, segmentation: segmentDocument(own) };
    });
  return { ok: true, value: { document, parts, papers } };
}
