/** Parts of the scope in words. */
import type { DomainPart, Finding, Remainder } from '#lib/engine/comparison.ts';
import { bareLocators } from './locators.ts';
import type { Voice } from './voice.ts';

/** Whether two lists hold the same ids. */
export const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** Limited dimensions, each with its values; a dimension is named where its values need it. */
export function scopeWords({ names, figures, phrases }: Voice, scope: DomainPart['scope']): string {
  const entries = Object.entries(scope);
  return phrases.grammar.parts(
    entries.map(([dimension, atoms]) => {
      const labels = atoms.map((atom) => names.atom(dimension, atom));
      const values = figures.list(labels);
      const plain = entries.length === 1 && !labels.some(phrases.findings.leansOnDimension);
      return plain ? values : phrases.grammar.headed(names.dimension(dimension), values);
    }),
  );
}

/** Actors in the order of the columns, then of the dossier. */
export function orderActors({ comparison, dossier }: Voice, actors: readonly string[]): string[] {
  const parties = comparison.columns.flatMap((column) => column.parties);
  const order = [...parties, ...dossier.actors.map(({ id }) => id)];
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...actors].sort((a, b) => rank(a) - rank(b));
}

/** More actors than this are not listed. */
const mostActors = 4;

/** Those bound, by name; many at once by whom they do not include, or by their number. */
export function bearerWords(
  voice: Voice,
  bearers: readonly string[],
  apartFrom: readonly string[],
): string {
  const { figures, names, phrases } = voice;
  if (bearers.length <= mostActors) {
    return figures.list(orderActors(voice, bearers).map(names.actor));
  }
  const disjoint = apartFrom.length > 0 && apartFrom.every((id) => !bearers.includes(id));
  return disjoint && apartFrom.length <= mostActors
    ? phrases.findings.othersThan(figures.list(orderActors(voice, apartFrom).map(names.actor)))
    : phrases.findings.manyActors(figures.number(bearers.length));
}

/** "land and sea, binding Ukraine". */
export function domain(voice: Voice, part: DomainPart): string {
  return voice.phrases.findings.domain({
    scope: scopeWords(voice, part.scope),
    bearers: part.bearers.length === 0 ? '' : bearerWords(voice, part.bearers, []),
  });
}

/**
 * The part on which the columns of a finding meet. Bearers are told where one column binds others
 * too, and where nothing else says what the part is.
 */
export function commonPart(
  voice: Voice,
  { common, remainders }: Finding,
): { readonly scope: string; readonly bearers: string } {
  if (!common) return { scope: '', bearers: '' };
  const scope = scopeWords(voice, common.scope);
  const differs = remainders.some(({ part }) =>
    part.bearers.every((id) => !common.bearers.includes(id)),
  );
  return {
    scope,
    bearers: differs || scope === '' ? bearerWords(voice, common.bearers, []) : '',
  };
}

/** What only one column speaks to, told by what sets it apart from the common part. */
export function remainder(
  voice: Voice,
  { column, part, provisions }: Remainder,
  f: Finding,
): string {
  const { common } = f;
  const changed = Object.entries(part.scope).filter(
    ([dimension, atoms]) => !sameSet(atoms, common?.scope[dimension] ?? []),
  );
  const covered = common?.bearers.every((id) => part.bearers.includes(id)) ?? false;
  const locators = bareLocators(voice, column, provisions);
  return voice.phrases.findings.remainder({
    column: voice.names.column(column),
    amongThese: f.columns.length < voice.comparison.columns.length,
    scope: scopeWords(voice, Object.fromEntries(changed)),
    bearers:
      covered && (changed.length > 0 || sameSet(part.bearers, common?.bearers ?? []))
        ? ''
        : bearerWords(voice, part.bearers, common?.bearers ?? []),
    locators: locators === '' ? '' : voice.phrases.grammar.parenthesis(locators),
  });
}
