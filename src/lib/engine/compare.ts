import type { Dossier } from '../model/dossier.ts';
import type { Comparison, CompareOptions } from './comparison.ts';

/**
 * Compares the columns of a dossier: pure, deterministic, no clock. The dossier must have passed
 * `checkDossier` without errors; columns default to every party that has a paper.
 */
export function compare(dossier: Dossier, options: CompareOptions = {}): Comparison {
	throw new Error(`the engine is being written (${dossier.id}, ${String(options.columns)})`);
}
