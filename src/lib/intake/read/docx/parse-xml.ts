// The XML of these files as a tree, from damaged files too: what is not closed ends with the file.
// Entities are those of XML alone, so that no file can define ones that grow.
import { Parser } from 'htmlparser2';
import type { Element } from './element.ts';

/** What one document may cost: a paper of two million signs has less than a third of these. */
const mostElements = 1_000_000;
/** Text boxes in tables in text boxes come to some sixty levels. */
const deepest = 300;

/** A part as a tree; `broken` where elements were not closed. */
export interface ParsedXml {
  readonly root: Element | undefined;
  readonly broken: boolean;
}

/** Counts what the parts of one file cost together. */
export interface XmlBudget {
  elements: number;
}

export const newBudget = (): XmlBudget => ({ elements: mostElements });

/** Usual prefixes by namespace, of both the transitional and the strict kind of file. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
  ['http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'cp'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/extended-properties', ''],
  ['http://purl.oclc.org/ooxml/officeDocument/extendedProperties', ''],
]);

const noAttributes: Readonly<Record<string, string>> = {};
type Scope = ReadonlyMap<string, string>;

interface Open {
  readonly element: Element;
  readonly children: (Element | string)[];
  readonly scope: Scope;
}

/** Reads a part; undefined where it is nested deeper or larger than any document is. */
export function parseXml(text: string, budget: XmlBudget): ParsedXml | undefined {
  const tree = new TreeBuilder(budget);
  const parser = new Parser(tree, { xmlMode: true });
  // In pieces, so that a part which is too much is left early.
  for (let from = 0; from < text.length; from += chunk) {
    parser.write(text.slice(from, from + chunk));
    if (tree.isTooMuch) return undefined;
  }
  tree.isEnding = true;
  parser.end();
  return { root: tree.root, broken: tree.isBroken || tree.root === undefined };
}

class TreeBuilder {
  root: Element | undefined;
  isBroken = false;
  isTooMuch = false;
  isEnding = false;
  readonly #budget: XmlBudget;
  readonly #stack: Open[] = [];

  constructor(budget: XmlBudget) {
    this.#budget = budget;
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.isTooMuch) return;
    this.#budget.elements -= 1;
    this.isTooMuch = this.#budget.elements < 0 || this.#stack.length >= deepest;
    const above = this.#stack.at(-1);
    const open = openElement({ name, attributes, scope: above?.scope ?? new Map() });
    above?.children.push(open.element);
    this.root ??= open.element;
    this.#stack.push(open);
  }

  onclosetag(_name: string, isImplied: boolean): void {
    const closed = this.#stack.pop();
    // An empty tag closes itself, and then nothing stands in it.
    const isUnclosed = isImplied && closed !== undefined && closed.children.length > 0;
    this.isBroken ||= this.isEnding || isUnclosed;
  }

  ontext(words: string): void {
    this.#stack.at(-1)?.children.push(words);
  }
}

const chunk = 1 << 20;

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly scope: Scope;
}

function openElement({ name, attributes, scope: around }: Tag): Open {
  const scope = declare(attributes, around);
  const named: Record<string, string> = {};
  let count = 0;
  for (const key of Object.keys(attributes)) {
    if (key.startsWith('xmlns')) continue;
    // An attribute without a prefix belongs to its element alone.
    named[key.includes(':') ? rename(key, scope) : key] = attributes[key] ?? '';
    count += 1;
  }
  const children: (Element | string)[] = [];
  const element: Element = {
    name: rename(name, scope),
    attributes: count === 0 ? noAttributes : named,
    children,
  };
  return { element, children, scope };
}

function declare(attributes: Readonly<Record<string, string>>, around: Scope): Scope {
  let scope: Map<string, string> | undefined;
  for (const key of Object.keys(attributes)) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
    const known = prefixes.get(attributes[key] ?? '');
    scope ??= new Map(around);
    const prefix = key.slice('xmlns:'.length);
    if (known === undefined) scope.delete(prefix);
    else scope.set(prefix, known);
  }
  return scope ?? around;
}

function rename(name: string, scope: Scope): string {
  const colon = name.indexOf(':');
  const prefix = colon === -1 ? '' : name.slice(0, colon);
  const usual = scope.get(prefix);
  if (usual === undefined || usual === prefix) return name;
  const local = name.slice(colon + 1);
  return usual === '' ? local : `${usual}:${local}`;
}
