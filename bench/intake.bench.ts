import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { draftDossier } from '#lib/intake/draft/draft-dossier.ts';
import { emptyDossier } from '#lib/intake/draft/empty-dossier.ts';
import type { DraftPaper } from '#lib/intake/draft/draft-paper.ts';
import { choosePacks } from '#lib/intake/packs/starter-packs.ts';
import { readDocument } from '#lib/intake/read/read-document.ts';
import { segmentDocument } from '#lib/intake/segment/segment-document.ts';
import { measureMs, type Bench } from './bench.ts';

const actors = ['Norland', 'Sudland', 'Both sides', 'Third states', 'The guarantors'];
const demands = [
  'withdraw their forces from the border within 30 days of the signing of the agreement',
  'release all prisoners of war, the wounded among them first, and all civilians they hold',
  'keep armed forces of no more than 250,000 personnel in peacetime',
  'lift the sanctions that are now in force, and impose no new ones without consultation',
  'place the ceasefire under monitoring by observers of states that both of them accept',
  'settle the question of frozen assets, provided that claims for war damage are waived',
];

/** Sections of numbered demands, about `kilobytes` of text; the same for the same size. */
function makeSections(
  kilobytes: number,
): readonly { heading: string; points: readonly string[] }[] {
  const sections: { heading: string; points: string[] }[] = [];
  for (let size = 0, n = 0; size < kilobytes * 1024; n += 1) {
    if (n % 12 === 0)
      sections.push({ heading: `Conditions of part ${String(sections.length + 1)}`, points: [] });
    const point = `${actors[n % actors.length]} shall ${demands[n % demands.length]}; this holds for district ${String(n)}.`;
    sections.at(-1)?.points.push(point);
    size += point.length;
  }
  return sections;
}

type Sections = ReturnType<typeof makeSections>;

const asText = (sections: Sections): Uint8Array =>
  new TextEncoder().encode(
    sections
      .map(({ heading, points }, index) =>
        [
          `${String(index + 1)}. ${heading}`,
          ...points.map((p, i) => `${String(index + 1)}.${String(i + 1)}. ${p}`),
        ].join('\n\n'),
      )
      .join('\n\n'),
  );

async function asDocx(sections: Sections): Promise<Uint8Array> {
  const children = sections.flatMap(({ heading, points }) => [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1 }),
    ...points.map((text, i) => new Paragraph(`${String(i + 1)}. ${text}`)),
  ]);
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

async function asPdf(sections: Sections): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  let page = pdf.addPage();
  let y = 780;
  const write = (line: string): void => {
    if (y < 60) {
      page = pdf.addPage();
      y = 780;
    }
    page.drawText(line, { x: 60, y, size: 11, font });
    y -= 14;
  };
  for (const { heading, points } of sections) {
    write(heading);
    points.forEach((point, i) => {
      const words = `${String(i + 1)}. ${point}`.split(' ');
      let line = '';
      for (const word of words) {
        if (line.length + word.length > 85) {
          write(line);
          line = '';
        }
        line += `${line === '' ? '' : ' '}${word}`;
      }
      write(line);
      y -= 6;
    });
  }
  return pdf.save();
}

async function draft(name: string, bytes: Uint8Array): Promise<number> {
  const read = await readDocument({ name, bytes });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const paper: DraftPaper = {
    document: read.value,
    segmentation: segmentDocument(read.value),
    meta: {
      ...{ party: { name: 'Norland' }, title: 'Paper', dated: '2025', kind: 'memorandum' },
      ...{ textKind: 'full', attribution: 'own', language: 'en', sources: [] },
    },
  };
  const packs = choosePacks(['ceasefire-and-peace']);
  const base = emptyDossier({ id: 'bench', title: 'Bench' });
  return draftDossier({ base, packs, papers: [paper] }).dossier.provisions.length;
}

const bench: Bench = {
  name: 'intake',
  run: async ({ smoke }) => {
    const kilobytes = smoke ? 10 : 150;
    const sections = makeSections(kilobytes);
    const files = [
      { name: 'paper.txt', bytes: asText(sections), limit: 500 },
      { name: 'paper.docx', bytes: await asDocx(sections), limit: 2_000 },
      { name: 'paper.pdf', bytes: await asPdf(sections), limit: 2_000 },
    ];
    const rows = [];
    for (const { name, bytes, limit } of files) {
      const median = await measureMs(() => draft(name, bytes), { times: smoke ? 1 : 5 });
      const size = `${String(kilobytes)} KB of text`;
      rows.push({
        name: `read, segment, propose ${name}`,
        size,
        median,
        unit: 'ms' as const,
        limit,
      });
    }
    return rows;
  },
};

export default bench;
