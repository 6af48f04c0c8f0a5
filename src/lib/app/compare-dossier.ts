import { defaultColumns } from '#lib/engine/columns.ts';
import { compare } from '#lib/engine/compare.ts';
import type { Comparison, CompareOptions } from '#lib/engine/comparison.ts';
import { listPremises } from '#lib/engine/premises.ts';
import { judgeLikeness } from '#lib/intake/near-copies/judge-likeness.ts';
import { checkDossier } from '#lib/model/check-dossier.ts';
import { isPartialDate, latestDay } from '#lib/model/date.ts';
import { canonicalJson } from '#lib/model/digest.ts';
import { onlyErrors } from '#lib/model/dossier-problem.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Problem } from '#lib/model/parsed.ts';

/** A comparison, or why the question cannot be asked. */
export type Compared =
  | { readonly ok: true; readonly comparison: Comparison }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const mostColumns = 8;

/**
 * Compares a dossier as asked. Columns, premises, option groups and choices that do not exist are
 * refused with those that do; a premise may be named without its kind where that is clear. The same
 * dossier and question give the same object again while it is remembered.
 */
export function compareDossier(dossier: Dossier, options: CompareOptions = {}): Compared {
  const errors = dossierErrors(dossier);
  if (errors.length > 0) return { ok: false, problems: errors };
  const off = resolvePremises(dossier, options.off ?? []);
  const problems = [
    ...columnFaults(dossier, options.columns),
    ...dateFaults(options.asAt),
    ...readingFaults(dossier, options.reading ?? {}),
    ...layerFaults(dossier, options.layer),
    ...off.problems,
  ];
  if (problems.length > 0) return { ok: false, problems };
  const question: CompareOptions = {
    ...options,
    ...(options.asAt === undefined ? {} : { asAt: latestDay(options.asAt) }),
    off: off.ids.toSorted(),
  };
  if (options.columns === undefined && defaultColumns(dossier, question.asAt).length === 0) {
    const when = question.asAt === undefined ? '' : ` by ${question.asAt}`;
    const message = `no party has a paper${when}, so there is nothing to compare`;
    return { ok: false, problems: [{ code: 'nothing_to_compare', path: 'columns', message }] };
  }
  return { ok: true, comparison: rememberedComparison(dossier, question) };
}

const checked = new WeakMap<Dossier, readonly Problem[]>();

/** What is wrong in a dossier so that nothing can be computed from it. */
export function dossierErrors(dossier: Dossier): readonly Problem[] {
  const known = checked.get(dossier) ?? onlyErrors(checkDossier(dossier));
  checked.set(dossier, known);
  return known;
}

const mostRemembered = 16;
const remembered = new WeakMap<Dossier, Map<string, Comparison>>();

/** A dossier is never changed in place, so that it serves as the key to its own comparisons. */
function rememberedComparison(dossier: Dossier, options: CompareOptions): Comparison {
  const own = remembered.get(dossier) ?? new Map<string, Comparison>();
  remembered.set(dossier, own);
  const key = canonicalJson(options);
  const comparison = own.get(key) ?? compare(dossier, options, judgeLikeness(dossier));
  own.delete(key);
  own.set(key, comparison);
  if (own.size > mostRemembered) own.delete(own.keys().next().value ?? '');
  return comparison;
}

function columnFaults(dossier: Dossier, columns: readonly string[] | undefined): Problem[] {
  if (columns === undefined) return [];
  const known = [
    ...defaultColumns(dossier),
    ...dossier.papers.map(({ id }) => id).filter((id) => !defaultColumns(dossier).includes(id)),
  ];
  const problems: Problem[] = columns.flatMap((id, index) => {
    if (!known.includes(id)) return [unknown('column', id, { path: `columns[${index}]`, known })];
    if (columns.indexOf(id) === index) return [];
    const message = `the column ${id} is named twice; name it once`;
    return [{ code: 'column_doubled', path: `columns[${index}]`, message }];
  });
  if (columns.length < 1 || columns.length > mostColumns) {
    const message = `name 1 to ${mostColumns} columns (known: ${known.join(', ')})`;
    problems.push({ code: 'columns_number', path: 'columns', message });
  }
  return problems;
}

function dateFaults(asAt: string | undefined): Problem[] {
  if (asAt === undefined || isPartialDate(asAt)) return [];
  const message = `"${asAt}" is no date that exists; write YYYY-MM-DD`;
  return [{ code: 'date_invalid', path: 'asAt', message }];
}

function readingFaults(dossier: Dossier, reading: Readonly<Record<string, string>>): Problem[] {
  const groups = dossier.papers.flatMap((paper) => paper.options);
  return Object.entries(reading).flatMap(([id, choice]) => {
    const path = `reading.${id}`;
    const group = groups.find((candidate) => candidate.id === id);
    if (group === undefined) {
      return [
        unknown('option_group', id, { path, known: groups.map((g) => g.id), what: 'option group' }),
      ];
    }
    const known = group.choices.map((candidate) => candidate.id);
    return known.includes(choice)
      ? []
      : [unknown('choice', choice, { path, known, what: `choice of ${id}` })];
  });
}

function layerFaults(dossier: Dossier, layer: string | undefined): Problem[] {
  const known = [...new Set(['main', ...dossier.provisions.map((provision) => provision.layer)])];
  if (layer === undefined || known.includes(layer)) return [];
  return [unknown('layer', layer, { path: 'layer', known })];
}

/** Full ids of premises; `alliance` stands for `link:alliance` where no other premise ends so. */
function resolvePremises(
  dossier: Dossier,
  named: readonly string[],
): { readonly ids: readonly string[]; readonly problems: readonly Problem[] } {
  const known = listPremises(dossier, new Set()).map(({ id }) => id);
  const problems: Problem[] = [];
  const ids = named.flatMap((id, index) => {
    const path = `off[${index}]`;
    const matches = known.includes(id) ? [id] : known.filter((full) => full.endsWith(`:${id}`));
    if (matches.length === 0) problems.push(unknown('premise', id, { path, known }));
    if (matches.length > 1) {
      const message = `"${id}" may be ${matches.join(' or ')}; write one in full`;
      problems.push({ code: 'premise_ambiguous', path, message });
    }
    return matches.length === 1 ? matches : [];
  });
  return { ids, problems };
}

interface Unknown {
  readonly path: string;
  readonly known: readonly string[];
  /** What a person calls it, when that is not the kind. */
  readonly what?: string;
}

function unknown(
  kind: 'column' | 'option_group' | 'choice' | 'layer' | 'premise',
  id: string,
  { path, known, what = kind }: Unknown,
): Problem {
  const list = known.length === 0 ? 'there are none here' : `known: ${known.join(', ')}`;
  return { code: `unknown_${kind}`, path, message: `there is no ${what} "${id}" (${list})` };
}
