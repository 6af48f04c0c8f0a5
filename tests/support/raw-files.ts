// Files as analysts get them, made of the example dossier: a Word document with automatic numbers and a
// saved web page with the memorandum inside it.
import { AlignmentType, Document, HeadingLevel, LevelFormat, Packer, Paragraph } from 'docx';
import type { Clause } from '#lib/model/clause.ts';
import { clauseText, type Paper } from '#lib/model/paper.ts';
import { escapeHtml } from '#lib/formats/escape-html.ts';

/** A section with its points: number as the paper has it, and words. */
interface Section {
  readonly heading: string;
  readonly points: readonly { readonly number: string; readonly words: string }[];
}

/** The sections of a paper; a clause that holds others gives its opening words alone. */
function sectionsOf(paper: Paper): readonly Section[] {
  return paper.clauses
    .filter(({ kind }) => kind === 'section')
    .map((section) => ({
      heading: `${section.locator}. ${section.heading ?? ''}`,
      points: paper.clauses
        .filter((clause) => isUnder(paper, clause, section.id))
        .map((clause) => ({
          number: clause.locator.split('.').slice(1).join('.'),
          words: openingOf(paper, clause),
        })),
    }));
}

function isUnder(paper: Paper, clause: Clause, section: string): boolean {
  for (let at = clause.parent; at !== undefined;) {
    if (at === section) return true;
    at = paper.clauses.find(({ id }) => id === at)?.parent;
  }
  return false;
}

function openingOf(paper: Paper, clause: Clause): string {
  const inside = paper.clauses.filter(({ parent }) => parent === clause.id);
  const text = clauseText(paper, clause);
  const first = Math.min(...inside.map(({ span }) => span.from - clause.span.from));
  return (Number.isFinite(first) ? text.slice(0, first).split('\n')[0] : text)?.trim() ?? '';
}

const level = (
  index: number,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
) => ({
  ...{ level: index, format, text, alignment: AlignmentType.START },
  style: { paragraph: { indent: { left: 720 * (index + 1), hanging: 360 } } },
});

/**
 * A Word document whose numbers exist only as automatic numbering: sections I, II …; points 1, 2 …, with
 * (a), (b) … where the paper has letters.
 */
export async function makeDocx(paper: Paper): Promise<Uint8Array> {
  const sections = sectionsOf(paper);
  const children = sections.flatMap(({ heading, points }, index) => {
    const list = { reference: `points-${String(index)}`, instance: 0 };
    let last = '';
    return [
      new Paragraph({
        text: heading.replace(/^\S+\. /, ''),
        heading: HeadingLevel.HEADING_1,
        numbering: { reference: 'sections', level: 0 },
      }),
      ...points.flatMap(({ number, words }) => {
        const [whole = ''] = number.split('(');
        const isLettered = number.includes('(');
        const lead =
          isLettered && whole !== last
            ? [new Paragraph({ text: 'The following holds:', numbering: { ...list, level: 0 } })]
            : [];
        last = whole;
        return [
          ...lead,
          new Paragraph({ text: words, numbering: { ...list, level: isLettered ? 1 : 0 } }),
        ];
      }),
    ];
  });
  const document = new Document({
    title: paper.title,
    numbering: {
      config: [
        { reference: 'sections', levels: [level(0, LevelFormat.UPPER_ROMAN, '%1.')] },
        ...sections.map((_, index) => ({
          reference: `points-${String(index)}`,
          levels: [
            level(0, LevelFormat.DECIMAL, '%1.'),
            level(1, LevelFormat.LOWER_LETTER, '(%2)'),
          ],
        })),
      ],
    },
    sections: [
      {
        children: [new Paragraph({ text: paper.title, heading: HeadingLevel.TITLE }), ...children],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** A saved page: the memorandum between the furniture of a site, its points in ordered lists. */
export function makeHtml(paper: Paper): Uint8Array {
  const body = sectionsOf(paper)
    .map(({ heading, points }) => `<h2>${escapeHtml(heading)}</h2>\n${listOf(points)}`)
    .join('\n');
  const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(paper.title)}</title>
<style>body { margin: 0 }</style></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<main><article><h1>${escapeHtml(paper.title)}</h1>
${body}
</article></main>
<footer>All pages of this site are archived.</footer></body></html>`;
  return new TextEncoder().encode(page);
}

/** Options stand as paragraphs of their own, with the points of a package listed below. */
function listOf(points: Section['points']): string {
  const parts: string[] = [];
  let items: string[] = [];
  const flush = (): void => {
    if (items.length > 0) parts.push(`<ol>\n${items.join('\n')}\n</ol>`);
    items = [];
  };
  for (const { number, words } of points) {
    if (/\d/.test(number)) items.push(`<li>${escapeHtml(words)}</li>`);
    else {
      flush();
      parts.push(`<p>${escapeHtml(words)}</p>`);
    }
  }
  flush();
  return parts.join('\n');
}
