// Which elements end others, after the parsing rules of the HTML standard (section 13.2.6).

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const none: ReadonlySet<string> = new Set();

const voids = names(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
);

/** Whether an element has no inside. */
export const isVoid = (name: string): boolean => voids.has(name);

/** The attributes that say something about words; the others are not kept. */
export const keptAttributes = names(
  'alt aria-label charset class colspan content datetime height hidden href http-equiv id itemprop lang name open property rel reversed role rowspan start style title type value width',
);

/** Elements whose beginning ends an open paragraph. */
const blocks = names(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li dd dt main menu nav ol p pre search section summary table ul',
);
const headings = names('h1 h2 h3 h4 h5 h6');
const paragraph = names('p');
/** A paragraph outside these goes on behind them. */
const scope = names('table td th caption button object template svg math');
const items = names('li');
const listBorders = names(
  'ol ul menu dir table td th caption blockquote section article main aside dl fieldset',
);
const terms = names('dt dd');
const termBorders = names('dl table td th caption blockquote section article ol ul');
const rows = names('tr');
const cells = names('td th');
const sections = names('thead tbody tfoot caption colgroup');
const table = names('table');
const options = names('option');
const select = names('select optgroup');
const links = names('a');

/** Open elements that end, looked for inwards up to a border. */
export interface Closing {
  readonly ends: ReadonlySet<string>;
  readonly borders: ReadonlySet<string>;
}

const closings = new Map<string, readonly Closing[]>();
for (const name of blocks) closings.set(name, [{ ends: paragraph, borders: scope }]);
// A heading ends a heading only directly; inside others it may stand.
closings.set('li', [{ ends: items, borders: listBorders }]);
closings.set('dt', [{ ends: terms, borders: termBorders }]);
closings.set('dd', [{ ends: terms, borders: termBorders }]);
closings.set('td', [{ ends: cells, borders: names('tr table') }]);
closings.set('th', [{ ends: cells, borders: names('tr table') }]);
closings.set('tr', [{ ends: rows, borders: table }]);
for (const name of sections) closings.set(name, [{ ends: sections, borders: table }]);
closings.set('option', [{ ends: options, borders: select }]);
closings.set('optgroup', [{ ends: names('optgroup'), borders: names('select') }]);
closings.set('a', [{ ends: links, borders: new Set([...blocks, ...scope]) }]);
for (const name of headings) {
  closings.set(name, [
    { ends: paragraph, borders: scope },
    { ends: headings, borders: new Set([...blocks, ...scope].filter((n) => !headings.has(n))) },
  ]);
}

/** What the beginning of an element ends. */
export const closedBy = (name: string): readonly Closing[] => closings.get(name) ?? [];

const tableParts = names('table thead tbody tfoot tr td th caption');
const cellBorders = names('td th caption');

/** Behind which open elements an end tag does not reach: in a cell only the table's own tags end it. */
export const closingBorders = (name: string): ReadonlySet<string> =>
  tableParts.has(name) ? (name === 'table' ? none : table) : cellBorders;
