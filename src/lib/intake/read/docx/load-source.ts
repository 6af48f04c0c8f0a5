// Finds the parts of a document by what its main part points to, and reads those that are needed.
import type { RevisionView } from '../../document.ts';
import { countItems } from './count-items.ts';
import { childOf, numberOf, valueOf, type Element } from './element.ts';
import { readNumbering } from './numbering.ts';
import { Unreadable, type Package, type Relation } from './open-package.ts';
import type { PropertyParts } from './metadata.ts';
import { plainWords } from './plain-words.ts';
import { Source, type NoteKind, type NoteNumbers } from './source.ts';
import { readStyles, themeLanguage } from './styles.ts';

export interface LoadedSource {
  readonly body: Element;
  readonly source: Source;
  /** Words of page heads and feet, each wording once. */
  readonly heads: readonly string[];
  readonly feet: readonly string[];
  readonly properties: Omit<PropertyParts, 'shownTitle'>;
}

/** Headers of each section, of first and of even pages: more are a trap. */
const mostSideParts = 300;

/** Reads all that the text of a document needs; throws `Unreadable` where there is no document. */
export async function loadSource(file: Package, view: RevisionView): Promise<LoadedSource> {
  const roots = await file.relations('');
  const path = roots.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
  const body = childOf(await file.read(path), 'w:body');
  if (body === undefined) throw noDocument(file);
  const relations = await file.relations(path);
  const part = (type: string): Promise<Element | undefined> => readFirst(file, relations, type);
  const settings = await part('settings');
  const styles = readStyles(await part('styles'));
  const source = new Source({
    view,
    styles,
    countItem: countItems(readNumbering(await part('numbering'))),
    relations,
    notes: { footnote: await part('footnotes'), endnote: await part('endnotes') },
    noteNumbers: {
      footnote: noteNumbers(settings, 'footnote'),
      endnote: noteNumbers(settings, 'endnote'),
    },
    comments: await part('comments'),
    partWords: await wordsOfParts(file, relations),
  });
  return {
    body,
    source,
    heads: await distinctWords(file, relations, 'header'),
    feet: await distinctWords(file, relations, 'footer'),
    properties: {
      core: await readFirst(file, roots, 'core-properties'),
      app: await readFirst(file, roots, 'extended-properties', 'extendedProperties'),
      language: styles.language ?? themeLanguage(settings),
    },
  };
}

/** Says what a zip archive without a text document is. */
function noDocument({ names }: Package): Unreadable {
  const holds = (begin: string): boolean => names.some((name) => name.startsWith(begin));
  if (holds('xl/')) return new Unreadable('unknown_format', 'a spreadsheet');
  if (holds('ppt/')) return new Unreadable('unknown_format', 'slides');
  if (names.includes('content.xml'))
    return new Unreadable('unknown_format', 'an OpenDocument file');
  return new Unreadable('malformed', 'there is no text document in it');
}

async function readFirst(
  file: Package,
  relations: readonly Relation[],
  ...types: readonly string[]
): Promise<Element | undefined> {
  const found = relations.find(({ type, isExternal }) => types.includes(type) && !isExternal);
  return found === undefined ? undefined : await file.read(found.target);
}

function noteNumbers(settings: Element | undefined, kind: NoteKind): NoteNumbers {
  const properties = childOf(settings, kind === 'footnote' ? 'w:footnotePr' : 'w:endnotePr');
  return {
    format: valueOf(properties, 'w:numFmt') ?? (kind === 'footnote' ? 'decimal' : 'lowerRoman'),
    start: numberOf(properties, 'w:numStart') ?? 1,
  };
}

/** The words of charts and diagrams, by the id of the relation. */
async function wordsOfParts(
  file: Package,
  relations: readonly Relation[],
): Promise<ReadonlyMap<string, string>> {
  const words = new Map<string, string>();
  for (const { id, target } of partsOf(relations, 'chart', 'diagramData')) {
    const root = await file.read(target);
    if (root !== undefined) words.set(id, plainWords(root));
  }
  return words;
}

async function distinctWords(
  file: Package,
  relations: readonly Relation[],
  type: string,
): Promise<readonly string[]> {
  const words = new Set<string>();
  for (const { target } of partsOf(relations, type)) {
    const root = await file.read(target);
    if (root !== undefined) words.add(plainWords(root));
  }
  words.delete('');
  return [...words];
}

const partsOf = (
  relations: readonly Relation[],
  ...types: readonly string[]
): readonly Relation[] =>
  relations
    .filter(({ type, isExternal }) => types.includes(type) && !isExternal)
    .slice(0, mostSideParts);
