// DOCX files made of a few lines of XML, and the words of any DOCX found without the reader: by
// patterns over the raw parts, so that the two can only agree when nothing is lost.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { ReadDocument } from '#lib/intake/document.ts';

export const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/** What stands inside the root of each part; parts that are not given are left away. */
export interface DocxSketch {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly settings?: string;
  readonly header?: string;
  readonly footer?: string;
  /** Whole elements. */
  readonly relations?: string;
  readonly core?: string;
  readonly namespace?: string;
  /** Other parts by their paths, whole. */
  readonly parts?: Readonly<Record<string, string>>;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const roots = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  settings: 'settings',
  header: 'hdr',
  footer: 'ftr',
} as const;
const partNames = Object.keys(roots) as (keyof typeof roots)[];

/** The bytes of a DOCX with these parts. */
export function aDocx(sketch: DocxSketch | string): Uint8Array {
  const parts = typeof sketch === 'string' ? { body: sketch } : sketch;
  const namespaces = [
    `xmlns:w="${parts.namespace ?? transitional}"`,
    `xmlns:r="${office}/relationships"`,
    `xmlns:m="${office}/math"`,
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
    'xmlns:v="urn:schemas-microsoft-com:vml"',
  ].join(' ');
  const root = (name: string, content: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${namespaces}>${content}</w:${name}>`;
  const present = partNames.filter((name) => parts[name] !== undefined);
  const relations = present.map(
    (name) =>
      `<Relationship Id="part-${name}" Type="${office}/relationships/${name}" Target="${name}.xml"/>`,
  );
  const files: Record<string, string> = {
    '_rels/.rels': relationships(
      `<Relationship Id="r1" Type="${office}/relationships/officeDocument" Target="word/document.xml"/>` +
        `<Relationship Id="r2" Type="${packageRelations}/metadata/core-properties" Target="docProps/core.xml"/>`,
    ),
    'word/_rels/document.xml.rels': relationships(relations.join('') + (parts.relations ?? '')),
    'word/document.xml': root('document', `<w:body>${parts.body}</w:body>`),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${parts.core ?? ''}</cp:coreProperties>`,
    ...Object.fromEntries(
      present.map((name) => [`word/${name}.xml`, root(roots[name], parts[name] ?? '')]),
    ),
    ...parts.parts,
  };
  return aZip(files);
}

const relationships = (content: string): string =>
  `<Relationships xmlns="${packageRelations}">${content}</Relationships>`;

export const aZip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));

/** A run with properties, and a paragraph of runs or plain words. */
export const run = (words: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
export const struckRun = (words: string): string =>
  `<w:r><w:delText xml:space="preserve">${words}</w:delText></w:r>`;
export const para = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;

/** Visible signs of the words stored in a DOCX, sorted: what a reader has to keep or list. */
export function signsStored(bytes: Uint8Array): string {
  const files = unzipSync(bytes, { filter: ({ name }) => name.endsWith('.xml') });
  const words: string[] = [];
  const distinct = new Set<string>();
  for (const [name, content] of Object.entries(files)) {
    const part = /^word\/([a-z]+)\d*\.xml$/i.exec(name)?.[1];
    if (part === undefined) continue;
    const xml = withoutLines(withoutFallbacks(strFromU8(content)));
    const found = wordsIn(xml);
    if (part === 'header' || part === 'footer') distinct.add(`${part} ${found}`);
    else if (/^(?:document|footnotes|endnotes)$/.test(part)) words.push(found, descriptions(xml));
    else if (part === 'comments') words.push(found, ...authors(xml));
  }
  for (const text of distinct) words.push(text.slice(text.indexOf(' ')));
  return sortSigns(words.join(' '));
}

/** Visible signs a reader kept or listed, without those it made; sorted. */
export function signsRead({ text, marks, omissions }: ReadDocument): string {
  // By code units, as spans count.
  const units = text.split('');
  for (const { kind, span } of marks) if (kind === 'generated') units.fill(' ', span.from, span.to);
  return sortSigns([units.join(''), ...omissions.map(({ words }) => words)].join(' '));
}

const sortSigns = (text: string): string =>
  text
    .replace(/[\s\p{Cf}\p{Cc}]/gu, '')
    .split('')
    .sort()
    .join('');

function withoutFallbacks(xml: string): string {
  const innermost = /<mc:Fallback>(?:(?!<mc:Fallback>)[\s\S])*?<\/mc:Fallback>/g;
  let [before, after] = ['', xml];
  while (before !== after) [before, after] = [after, after.replace(innermost, '')];
  return after;
}

/** The lines between text and notes are stored as notes of a type. */
const withoutLines = (xml: string): string =>
  xml.replace(/<w:(footnote|endnote) [^>]*w:type="[a-z]*[sS]eparator"[\s\S]*?<\/w:\1>/g, '');

const wordsIn = (xml: string): string =>
  [...xml.matchAll(/<(?:w:t|w:delText|m:t)(?: [^>]*)?>([^<]*)<|<w:(noBreakHyphen) ?\/>/g)]
    .map(([, words, hyphen]) => (hyphen === undefined ? decode(words ?? '') : '\u2011'))
    .join('');

const descriptions = (xml: string): string =>
  [...xml.matchAll(/<w:drawing>[\s\S]*?<\/w:drawing>/g)]
    .flatMap(([drawing]) => [
      ...new Set([...drawing.matchAll(/ descr="([^"]+)"/g)].map(([, text]) => decode(text ?? ''))),
    ])
    .join('');

const authors = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:comment [^>]*w:author="([^"]+)"/g)].map(
    ([, name]) => `${decode(name ?? '')}:`,
  );

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|quot|apos|amp));/gi, (_, hex, code, name) =>
    name === undefined
      ? String.fromCodePoint(hex === undefined ? Number(code) : Number.parseInt(String(hex), 16))
      : (entities[String(name)] ?? ''),
  );
