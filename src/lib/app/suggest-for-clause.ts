import {
  suggestForClause as suggest,
  type ClauseSuggestions,
} from '#lib/intake/draft/suggest-for-clause.ts';
import type { Dossier } from '#lib/model/dossier.ts';

const mostRemembered = 64;
const remembered = new WeakMap<Dossier, Map<string, ClauseSuggestions>>();

/**
 * The issues and provisions the program would suggest for a clause, with what they rest on. The same
 * dossier gives the same answer, which is remembered while the dossier is.
 */
export function suggestForClause(dossier: Dossier, clause: string): ClauseSuggestions {
  const own = remembered.get(dossier) ?? new Map<string, ClauseSuggestions>();
  remembered.set(dossier, own);
  const known = own.get(clause) ?? suggest(dossier, clause);
  own.delete(clause);
  own.set(clause, known);
  if (own.size > mostRemembered) own.delete(own.keys().next().value ?? '');
  return known;
}
