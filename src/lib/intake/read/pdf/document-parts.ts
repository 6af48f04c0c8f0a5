import { bodyStyleOf, type BodyStyle } from './body-style.ts';
import type { DocumentPart } from './document-part.ts';
import { groupRows } from './group-rows.ts';
import { markLines } from './mark-lines.ts';
import type { PageContent } from './page-content.ts';
import { takeFurniture, type Furniture } from './page-furniture.ts';
import { layPage } from './page-layout.ts';
import { takeNotes } from './page-notes.ts';
import { makeParagraphs } from './paragraphs.ts';
import { PartJoiner } from './part-joiner.ts';

/** The parts of a whole document in reading order, and what its pages repeat. */
export interface DocumentParts {
  readonly parts: readonly DocumentPart[];
  readonly furniture: readonly Furniture[];
  readonly style: BodyStyle;
}

/** Lays out all pages and joins what goes on over their ends. */
export function findParts(pages: readonly PageContent[]): DocumentParts {
  const cleaned = takeFurniture(
    pages.map((page) => ({ page, rows: groupRows(markLines(page.runs, page.rules)) })),
  );
  const style = bodyStyleOf(cleaned.flatMap(({ rows }) => rows));
  const joined = new PartJoiner();
  const furniture: Furniture[] = [];
  for (const { page, rows, furniture: taken } of cleaned) {
    furniture.push(...taken);
    const noted = takeNotes(rows, { bodySize: style.size, page });
    joined.beginPage();
    const hints = { rules: page.rules, known: joined.knownCorridor };
    for (const region of layPage(noted.rows, hints, joined.openTable)) joined.add(region);
    for (const note of noted.notes) joined.addNote({ rows: note });
    for (const paragraph of makeParagraphs(groupRows(page.turned))) joined.addAside(paragraph);
  }
  return { parts: joined.parts(), furniture, style };
}
