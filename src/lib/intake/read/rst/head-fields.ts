import type { DocumentMeta } from '../../document.ts';
import { linesOf, type Line } from '../lines.ts';
import { metaOf } from '../markdown/front-matter.ts';

const field = /^:?([A-Z][\w-]{0,40}):\s(.{1,1000})$/;
/** A head has no more lines than this. */
const mostSigns = 10_000;

export interface HeadFields {
  readonly to: number;
  readonly meta: DocumentMeta;
}

/**
 * The fields at the very beginning (`Title: …`, `:Author: …`), as proposals of projects carry them,
 * with lines that go on indented. Undefined where the text begins otherwise.
 */
export function findHeadFields(source: string): HeadFields | undefined {
  const fields = new Map<string, string>();
  let last: Line | undefined;
  for (const line of linesOf(source.slice(0, mostSigns))) {
    if (last !== undefined && line.gap > 0) break;
    const found = field.exec(line.words);
    if (line.indent > 0 && last !== undefined) last = line;
    else if (found === null) break;
    else {
      fields.set((found[1] ?? '').toLowerCase(), (found[2] ?? '').trim());
      last = line;
    }
  }
  // One line with a colon is a sentence as often as a field.
  if (last === undefined || fields.size < 2) return undefined;
  const created = dayOf(fields.get('created') ?? fields.get('date') ?? '');
  const { dated: _date, ...meta } = metaOf(fields);
  return { to: last.to, meta: created === undefined ? meta : { ...meta, dated: created } };
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `24-Aug-2018` and `2018-08-24` as the model writes days. */
function dayOf(date: string): string | undefined {
  const [, day = '', name = '', year = ''] =
    /^(\d{1,2})[- ]([A-Za-z]{3})\w{0,9}[- ](\d{4})/.exec(date) ?? [];
  const month = months.indexOf(name.toLowerCase()) + 1;
  if (month > 0) return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0];
}
