// Whether a word of an English clause is its verb, or a noun of the same form ("forces", "plans").
import { wordAt, type Token } from './tokens.ts';
import { verbOf } from './word-forms-en.ts';

/** These are nouns far more often than verbs; as verbs they stand behind the name of whoever acts. */
const nounish: ReadonlySet<string> = new Set(
  `forces states limits talks controls plans claims measures units services works tests reports results
  ships guards patrols charges costs benefits funds grants loans contracts houses lands banks bases phases
  levies taxes lists names places stations stores values waters ways weapons views votes arms courts mines
  fires marks orders offers powers bars caps ends faces fields heads hosts issues lines loads needs notes
  parts points posts ranges rates records rights rules seats shares shifts signs sites stages steps terms
  times trains answers members parties workers factors force state limit control plan claim measure fund
  grant land bank base tax list name place value water vote arm fire mark order power end face field head
  host issue line load need note part point post range rate record rule seat share shift sign stage step
  term time train sanctions sanction bans welfare tariff open present secure free clear complete separate correct live own clean last`
    .trim()
    .split(/\s+/),
);

const plurals: ReadonlySet<string> = new Set(
  'troops people men women children police parties'.split(' '),
);

const isPlural = (word: string): boolean => /[^s]s$/.test(word) || plurals.has(word);

/** "Consists of" and the like are verbs with "of"; elsewhere it tells a noun. */
const withOf: ReadonlySet<string> = new Set([
  'consists',
  'consist',
  'disposes',
  'dispose',
  'approves',
  'approve',
]);

/** What stands right before a noun, and never before the verb of a clause. */
const beforeNouns: ReadonlySet<string> = new Set(
  `of on for from to in by with between against under over the a an all any its their his her our these those
  no every each`
    .trim()
    .split(/\s+/),
);

/** "The company and every contractor train …": two subjects make a plural. */
const isJoined = (words: readonly Token[], at: number): boolean =>
  [2, 3, 4].some((step) => at - step > 0 && wordAt(words, at - step) === 'and');

/** Who stands before the word: somebody known by name, or any words. */
type Before = 'named' | 'any';

export function isFiniteVerb(words: readonly Token[], at: number, before: Before): boolean {
  const word = wordAt(words, at);
  const forms = verbOf(word)?.forms;
  if (forms === undefined) return false;
  const isFinite = forms.has('third') || forms.has('base');
  if (before === 'named') return isFinite;
  const next = wordAt(words, at + 1);
  if (!isFinite || nounish.has(word) || forms.has('noun')) return false;
  if (beforeNouns.has(wordAt(words, at - 1))) return false;
  if (next === 'of' && !withOf.has(word)) return false;
  return forms.has('third') || isPlural(wordAt(words, at - 1)) || isJoined(words, at);
}
