// Words of time or condition that mean something else where they stand.
import type { Sentence } from './qualifiers.ts';
import { wordAt, type Stretch, type Token } from './tokens.ts';

const forums: ReadonlySet<string> = new Set(
  'court courts tribunal tribunals panel panels judge judges committee council parliament body'.split(
    ' ',
  ),
);

const leaning: ReadonlySet<string> = new Set(
  'insist insists call calls agree agrees agreed based depend depends rely relies decide decides'.split(
    ' ',
  ),
);

const determiners: ReadonlySet<string> = new Set(['the', 'these', 'those', 'its', 'their', 'a']);
const copulas: ReadonlySet<string> = new Set(['is', 'are', 'be', 'remain', 'remains']);

/** "After 6 pm", "before 22:00": hours of the day are no events. */
const isClock = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'figure' &&
  ['am', 'pm', 'a', 'p', ':', "o'clock", 'hours', 'uhr'].includes(wordAt(tokens, at + 1));

/** Whether a word is no word of time or condition here: "before a court", "data provided by". */
export function misleads({ tokens, stretch, cues }: Sentence, { first, last }: Stretch): boolean {
  const word = wordAt(tokens, first);
  const previous = first > stretch.first ? wordAt(tokens, first - 1) : '';
  const next = wordAt(tokens, last);
  const isAssent = (from: number): boolean =>
    [0, 1, 2, 3].some((step) => cues.assents.findAt(tokens, from + step) !== undefined);
  switch (word) {
    case 'before':
      return (
        isClock(tokens, last) ||
        [0, 1, 2, 3].some((step) => forums.has(wordAt(tokens, last + step)))
      );
    case 'after':
      return isClock(tokens, last);
    case 'following':
      return determiners.has(previous);
    case 'once':
      return ['a', 'an', 'per', 'every', 'each', 'more', 'again'].includes(next);
    case 'upon':
      return leaning.has(previous);
    case 'provided':
      return last === first + 1 && previous !== '' && previous !== ',';
    case 'subject':
      return next.startsWith('negotiat') || (copulas.has(previous) && !isAssent(last));
    case 'as':
      return next === 'possible' || next === 'practicable';
    case 'if':
      return ['possible', 'necessary', 'any', 'applicable', 'appropriate'].includes(next);
    case 'where':
      return ['possible', 'necessary', 'applicable', 'appropriate'].includes(next);
    default:
      return false;
  }
}
