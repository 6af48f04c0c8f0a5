/** Parts of the scope in words. */
import type { DomainPart, Finding, Remainder } from '#lib/engine/comparison.ts';
import { bareLocators } from './locators.ts';
import type { Voice } from './voice.ts';

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** Limited dimensions, each with its values; dimensions are named when there are several. */
export function scopeWords({ names, figures, phrases }: Voice, scope: DomainPart['scope']): string {
  const entries = Object.entries(scope);
  return phrases.grammar.parts(
    entries.map(([dimension, atoms]) => {
      const values = figures.list(atoms.map((atom) => names.atom(dimension, atom)));
      return entries.length === 1
        ? values
        : phrases.grammar.headed(names.dimension(dimension), values);
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

const bearerWords = (voice: Voice, bearers: readonly string[]): string =>
  voice.figures.list(orderActors(voice, bearers).map(voice.names.actor));

/** "land and sea, binding Ukraine". */
export function domain(voice: Voice, part: DomainPart): string {
  return voice.phrases.findings.domain({
    scope: scopeWords(voice, part.scope),
    bearers: part.bearers.length === 0 ? '' : bearerWords(voice, part.bearers),
  });
}

/** The part on which the columns of a finding meet; bearers only where the columns bind different ones. */
export function commonPart(
  voice: Voice,
  { common, remainders }: Finding,
): { readonly scope: string; readonly bearers: string } {
  if (!common) return { scope: '', bearers: '' };
  const differs = remainders.some(({ part }) => !sameSet(part.bearers, common.bearers));
  return {
    scope: scopeWords(voice, common.scope),
    bearers: differs ? bearerWords(voice, common.bearers) : '',
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
  const apart = common === undefined || !sameSet(part.bearers, common.bearers);
  const locators = bareLocators(voice, column, provisions);
  return voice.phrases.findings.remainder({
    column: voice.names.column(column),
    scope: scopeWords(voice, Object.fromEntries(changed)),
    bearers: apart ? bearerWords(voice, part.bearers) : '',
    locators: locators === '' ? '' : voice.phrases.grammar.parenthesis(locators),
  });
}
