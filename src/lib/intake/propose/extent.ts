import type { Sentence } from './qualifiers.ts';
import { wordAt, type Stretch } from './tokens.ts';
import { durationAt } from './units.ts';
import { verbOf } from './word-forms-en.ts';

/** More words than this name no event; the rest of a long sentence is not swallowed. */
const longestThing = 22;

const stops: ReadonlySet<string> = new Set([',', ';', ':', '.', '!', '?', ')', ']', '—', '–']);

/**
 * The token behind the event or condition that a word introduces: the next comma or the next such
 * word, or where a second predicate begins ("… and be completed by"). At the head of a sentence without
 * a comma it ends before the subject ("in the event of fire the neighbour is warned").
 */
export function endOfThing(sentence: Sentence, cue: Stretch): number {
  const { tokens, stretch } = sentence;
  const limit = Math.min(stretch.last, cue.last + longestThing);
  const isLeading = cue.first === stretch.first;
  const comma = isLeading ? commaBefore(sentence, cue.last, limit) : undefined;
  if (comma !== undefined) return comma;
  for (let at = cue.last; at < limit; at += 1) {
    if (stops.has(wordAt(tokens, at))) return at;
    if (at === cue.last) continue;
    if (beginsAnother(sentence, at) || goesOn(sentence, at)) return at;
    if (isLeading && beginsSubject(sentence, at)) return at;
  }
  return limit;
}

function commaBefore({ tokens }: Sentence, from: number, limit: number): number | undefined {
  for (let at = from; at < limit; at += 1) if (wordAt(tokens, at) === ',') return at;
  return undefined;
}

/** Another word of time or condition, or a length of time tied to an event. */
function beginsAnother({ tokens, cues }: Sentence, at: number): boolean {
  const duration = durationAt(tokens, at, cues);
  if (duration !== undefined && cues.ties.findAt(tokens, duration.last) !== undefined) return true;
  const timing = cues.timings.findAt(tokens, at);
  if (timing !== undefined) return timing.last > timing.first + 1 || !short.has(wordAt(tokens, at));
  return cues.conditions.findAt(tokens, at) !== undefined;
}

/** These stand inside names of events as often as not. */
const short: ReadonlySet<string> = new Set([
  'from',
  'on',
  'by',
  'since',
  'with',
  'к',
  'с',
  'з',
  'до',
  'від',
  'ab',
  'am',
  'le',
]);

/** "And shall", "and be", "and for": the sentence goes on. */
function goesOn({ tokens, cues }: Sentence, at: number): boolean {
  if (cues.and.findAt(tokens, at) === undefined) return false;
  const next = wordAt(tokens, at + 1);
  return (
    auxiliaries.has(next) ||
    cues.modals.findAt(tokens, at + 1) !== undefined ||
    (verbOf(next)?.forms.has('base') === true &&
      cues.bounds.findAt(tokens, at + 2) !== undefined) ||
    (next !== 'of' && cues.prepositions.findAt(tokens, at + 1) !== undefined)
  );
}

const auxiliaries: ReadonlySet<string> = new Set([
  'be',
  'is',
  'are',
  'only',
  'not',
  'no',
  'then',
  'thereafter',
]);

/** A determiner that does not follow a preposition, a verb or another determiner opens a new phrase. */
function beginsSubject({ tokens, cues }: Sentence, at: number): boolean {
  if (cues.articles.findAt(tokens, at) === undefined) return false;
  return (
    cues.prepositions.findAt(tokens, at - 1) === undefined &&
    cues.articles.findAt(tokens, at - 1) === undefined &&
    !auxiliaries.has(wordAt(tokens, at - 1))
  );
}
