import { checkCycles } from './check-cycles.ts';
import { checkIds } from './check-ids.ts';
import { checkLexicon } from './check-lexicon.ts';
import { checkPapers } from './check-papers.ts';
import { checkReferences } from './check-references.ts';
import { checkTexts } from './check-texts.ts';
import { ProblemList, type DossierProblem } from './dossier-problem.ts';
import type { Dossier } from './dossier.ts';

/**
 * Everything wrong between the records of a dossier that its schema cannot see: references to
 * nothing, words that do not stand where they should, circles, an order hidden in an act. The
 * engine relies on there being no errors; warnings are for people.
 */
export function checkDossier(dossier: Dossier): readonly DossierProblem[] {
  const found = new ProblemList();
  checkIds(dossier, found);
  checkReferences(dossier, found);
  checkTexts(dossier, found);
  checkPapers(dossier, found);
  checkCycles(dossier, found);
  checkLexicon(dossier, found);
  return found.problems;
}
