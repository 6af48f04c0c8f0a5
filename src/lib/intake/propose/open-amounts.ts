// Amounts that a text speaks of and leaves open: "ceilings are to be agreed", "an agreed distance".
import type { FoundAmount } from './find-amounts.ts';
import type { Sentence } from './qualifiers.ts';
import { wordAt } from './tokens.ts';

const agreed: ReadonlySet<string> = new Set(
  'agreed unspecified certain vereinbarte vereinbarten convenue convenu согласованное погоджену'.split(
    ' ',
  ),
);

/** What is open in a stretch without figures; several things where several are named. */
export function findOpenAmounts(sentence: Sentence): readonly FoundAmount[] {
  const { tokens, stretch, cues } = sentence;
  for (let at = stretch.first; at < stretch.last; at += 1) {
    if (cues.quantities.findAt(tokens, at) === undefined) continue;
    if (agreed.has(wordAt(tokens, at - 1))) return [openAmount(at - 1, at + 1, wordAt(tokens, at))];
    const open = openCue(sentence, at);
    if (open !== undefined) return ofEach(sentence, at, open);
  }
  return [];
}

function openCue({ tokens, stretch, cues }: Sentence, from: number): number | undefined {
  for (let at = from + 1; at < stretch.last; at += 1)
    if (cues.open.findAt(tokens, at, stretch.last) !== undefined) return at;
  return undefined;
}

/** "The number of aircraft and ships": an open figure for each. */
function ofEach({ tokens, cues }: Sentence, at: number, until: number): readonly FoundAmount[] {
  const found: FoundAmount[] = [];
  let isCounting = false;
  for (let index = at + 1; index < until; index += 1) {
    const word = wordAt(tokens, index);
    if (word === 'of' || word === 'on') isCounting = true;
    else if (cues.quantities.findAt(tokens, index) === undefined && isCounting && isNoun(word)) {
      const isPerson = cues.persons.findAt(tokens, index) !== undefined;
      const next = wordAt(tokens, index + 1);
      if (next === 'and' || next === ',' || index + 1 === until)
        found.push({ ...openAmount(index, index + 1, word), unit: isPerson ? 'persons' : word });
    } else if (word !== 'and' && word !== ',' && word !== 'the' && found.length > 0) break;
  }
  return found.length > 0 ? found : [openAmount(at, at + 1, wordAt(tokens, at))];
}

const isNoun = (word: string): boolean =>
  /^\p{L}{3,}/u.test(word) && word !== 'and' && word !== 'the';

/** Nobody knows the unit of what is open; it is compared with nothing until somebody says it. */
const openAmount = (first: number, last: number, noun: string): FoundAmount => ({
  first,
  last,
  isUpTo: false,
  isLimit: false,
  unit: 'unit',
  noun,
});
