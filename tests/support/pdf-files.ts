// PDF files for the reader's tests: some drawn by a library, some written by hand where a library
// would not make what is wrong with them.
import { PDFDocument, StandardFonts, degrees, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';

export interface Drawn {
  readonly page: PDFPage;
  readonly font: PDFFont;
  readonly bold: PDFFont;
}

export interface FileSketch {
  /** Draws each page; one function a page. */
  readonly pages: readonly ((drawn: Drawn) => void)[];
  readonly title?: string;
  readonly author?: string;
  readonly language?: string;
  readonly created?: Date;
  readonly password?: string;
}

/** A page of 595 by 842 points for each drawing. */
export async function aPdf(sketch: FileSketch): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  for (const draw of sketch.pages) draw({ page: pdf.addPage([595, 842]), font, bold });
  if (sketch.title !== undefined) pdf.setTitle(sketch.title);
  if (sketch.author !== undefined) pdf.setAuthor(sketch.author);
  if (sketch.language !== undefined) pdf.setLanguage(sketch.language);
  if (sketch.created !== undefined) pdf.setCreationDate(sketch.created);
  if (sketch.password !== undefined) pdf.encrypt({ userPassword: sketch.password });
  return pdf.save({ useObjectStreams: false });
}

/** Draws lines below each other, at a distance from the upper edge. */
export function drawLines(
  { page }: Pick<Drawn, 'page'>,
  lines: readonly string[],
  {
    font,
    left = 72,
    top = 100,
    size = 10,
    turn = 0,
  }: {
    readonly font: PDFFont;
    readonly left?: number;
    readonly top?: number;
    readonly size?: number;
    readonly turn?: number;
  },
): void {
  for (const [i, line] of lines.entries()) {
    const y = page.getHeight() - top - i * size * 1.2;
    page.drawText(line, { x: left, y, size, font, rotate: degrees(turn) });
  }
}

/** A PDF whose single page has this content stream and resources, with no library between. */
export function aRawPdf(content: string, resources = ''): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${resources} >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\n0\nendstream',
    // A font that calls its glyphs by numbers and does not say what they mean.
    `<< /Type /Font /Subtype /Type1 /BaseFont /AAAAAA+Nameless /FirstChar 1 /LastChar 31 /Widths [${'500 '.repeat(31)}] /Encoding << /Type /Encoding /Differences [1 ${Array.from({ length: 31 }, (_, i) => `/G${(i + 1).toString(16).padStart(2, '0')}`).join(' ')}] >> /FontDescriptor << /Type /FontDescriptor /FontName /AAAAAA+Nameless /Flags 4 >> >>`,
  ];
  let file = '%PDF-1.4\n';
  const starts = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return new TextEncoder().encode(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`,
  );
}
