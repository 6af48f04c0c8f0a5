import type { ReadDocument } from '../document.ts';
import { assignLocators } from './assign-locators.ts';
import { findBrackets } from './find-brackets.ts';
import { buildSketches } from './build-sketches.ts';
import { findDanglingReferences } from './dangling-references.ts';
import { foldSections } from './fold-sections.ts';
import { groupOptions } from './group-options.ts';
import { joinTitles } from './join-titles.ts';
import { tellLocatorsApart } from './locators.ts';
import { nameKinds } from './name-kinds.ts';
import { nestUnits } from './nest.ts';
import { piecesOf } from './outline.ts';
import { proposeSplits } from './propose-splits.ts';
import type { Segmentation, SegmentWarning } from './segmentation.ts';
import { entryOf } from './sketch.ts';
import { unitsOf } from './units.ts';

/**
 * Cuts a document into the pieces of a paper: sections, clauses, preambles, definitions, notes, and
 * words that are kept but not compared. Cuts follow the format, headings, numbers, bullets, options
 * and the rows of tables; demands that one clause joins are only proposed to be split. The same
 * document is always cut the same way, in time that grows with its length.
 */
export function segmentDocument(document: ReadDocument): Segmentation {
  const { text } = document;
  const nesting = nestUnits(text, joinTitles(text, unitsOf(document)));
  const named = foldSections(nameKinds(text, buildSketches(document, nesting.placed)));
  const { sketches, optionGroups } = groupOptions(text, named);
  const locators = assignLocators(text, sketches);
  const entries = sketches.map((sketch, index) =>
    entryOf(sketch, {
      id: `p${index + 1}`,
      ...(locators[index] ?? { locator: String(index + 1), locatorInferred: true }),
      splits: proposeSplits(text, sketch),
    }),
  );
  const pieces = tellLocatorsApart(piecesOf(entries));
  const { brackets, warnings: ofBrackets } = findBrackets(document);
  const warnings = [
    ...nesting.warnings,
    ...ofBrackets,
    ...findDanglingReferences(text, sketches),
    ...warnOfNoStructure(text, sketches.length),
  ].toSorted((a, b) => a.at - b.at);
  return { pieces, optionGroups, brackets, warnings };
}

/** A text of this length in one piece, in characters, has a structure that was not seen. */
const longForOnePiece = 1500;

function warnOfNoStructure(text: string, pieces: number): readonly SegmentWarning[] {
  if (pieces > 1 || text.length < longForOnePiece) return [];
  const message =
    'no headings, numbers or paragraphs were found in this text; cut it by hand, or paste it with its line ends';
  return [{ code: 'no-structure', message, at: 0 }];
}
