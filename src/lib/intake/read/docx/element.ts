/** An element of an XML part; its name has the usual prefix, whichever one the file uses. */
export interface Element {
  readonly name: string;
  /** By names with the usual prefix, `w:val`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** The elements among the children, in order; words between them mean nothing in these files. */
export function elementsOf(element: Element | undefined): readonly Element[] {
  if (element === undefined) return [];
  return element.children.filter((child): child is Element => typeof child !== 'string');
}

/** The first child of this name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  if (element === undefined) return undefined;
  for (const child of element.children) {
    if (typeof child !== 'string' && child.name === name) return child;
  }
  return undefined;
}

/** The children of this name, in order. */
export const childrenOf = (element: Element | undefined, name: string): readonly Element[] =>
  elementsOf(element).filter((child) => child.name === name);

/** The value of a child that holds nothing but `w:val`. */
export const valueOf = (element: Element | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val'];

/** The value of a child as a whole number; undefined where it is none, or too large to count with. */
export function numberOf(element: Element | undefined, name: string): number | undefined {
  return wholeNumber(valueOf(element, name));
}

/** A whole number below a thousand million, or undefined. */
export const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;

/** Whether a property that is on or off is on; undefined where it is not set. */
export function isOn(element: Element | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  if (child === undefined) return undefined;
  const value = child.attributes['w:val'];
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}

/** All elements below with one of these names, in order of the file; not those inside a found one. */
export function findAll(element: Element, names: ReadonlySet<string>): readonly Element[] {
  const found: Element[] = [];
  for (const child of elementsOf(element)) {
    if (names.has(child.name)) found.push(child);
    else found.push(...findAll(child, names));
  }
  return found;
}

/** The words directly inside an element. */
export const wordsIn = (element: Element): string =>
  element.children.filter((child) => typeof child === 'string').join('');
