// The words over the two columns of a table of amendments. They are what tells such a table from a
// page set in two columns when no lines are drawn.
import { splitRuns, type Corridor } from './corridors.ts';
import type { Row } from './page-content.ts';
import { rowText } from './row-text.ts';

const oldStems =
  /propos|commission|current|existing|original|present|initial|text|wording|version|draft|provision|entwurf|geltend|fassung|vorschlag|texte|actuel|propuesta|чинн|діюч|редакц|проєкт|проект|текст|действ|стар/iu;
const newStems =
  /amend|propos|suggest|new|change|revis|alternat|counter|modif|position|änderung|neu|fassung|formulierung|nouve|enmienda|нов|змін|поправ|пропоз|предлож|измен|редакц/iu;

/** A heading of a column is a name, not a sentence. */
const mostWords = 9;

/** Whether two short texts side by side are the headings of an old and a new text. */
export function isAmendmentHeading(left: string, right: string): boolean {
  return (
    isName(left) &&
    isName(right) &&
    left.toLowerCase() !== right.toLowerCase() &&
    ((oldStems.test(left) && newStems.test(right)) || (newStems.test(left) && oldStems.test(right)))
  );
}

const isName = (text: string): boolean =>
  text !== '' && text.length < 90 && text.split(/\s+/).length <= mostWords && !/[.;,:]$/.test(text);

/** The same of a row and the corridor that parts it. */
export function isHeadingPair(row: Row | undefined, corridor: Corridor): boolean {
  if (row === undefined) return false;
  const { left, right } = splitRuns([row], corridor);
  return isAmendmentHeading(rowText({ runs: left }), rowText({ runs: right }));
}
