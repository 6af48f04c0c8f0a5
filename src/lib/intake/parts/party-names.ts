import type { KnownName } from '../propose/proposal.ts';
import { announcingNouns, announcingVerbs, roles } from './cue-words.ts';

/** A party as a sentence names it. */
export interface NamedParty {
  /** The label of a known party, or the words of the text. */
  readonly name: string;
  /** Names of one party in different forms (`Ukraine`, `the Ukrainian side`) have one key. */
  readonly key: string;
  readonly isKnown: boolean;
}

const capital = "\\p{Lu}[\\p{L}'’-]{1,40}";
const name = `${capital}(?: (?:of |for |and |the |de |du |des |der |für ){0,2}${capital}){0,4}`;
const side = `(?:[Tt]he |[Ll]e |[Ll]a |[Ll]es |[Dd]ie |[Dd]er |[Dd]as )?(?<party>${name}|(?:\\p{L}{3,20} )?(?:${roles}))`;
const gap = '(?: (?:side|delegation|team|government|party|also|now|itself|therefore|in turn))?';
const start = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';

/** The ways in which a sentence says whose paper follows, likeliest first. */
const patterns: readonly RegExp[] = [
  // the union's demands, the Russian memorandum, the employers’ paper
  new RegExp(
    `${start}${side}(?:['’]s|s['’]|['’])?${gap}(?:['’]s)? (?:\\p{Ll}{3,15} )?(?:${announcingNouns})${end}`,
    'u',
  ),
  // Ukraine proposes, the company also offers
  new RegExp(`${start}${side}${gap} (?:${announcingVerbs})${end}`, 'u'),
  // the proposals of the association, Меморандум України
  new RegExp(
    `${start}(?:${announcingNouns})(?: (?:of|from|by|handed over by|put forward by|du|de la|des|de|der|des|von))? ${side}`,
    'iu',
  ),
];

/** Words that stand where a name might and name nobody. */
const noNames =
  /^(?:the|a|an|this|that|these|those|here|what|both|each|its|it|they|he|she|we|their|his|her|our|new|first|second|final|joint|other|peace|draft|in|on|for|our|another|following|ce|cette|der|die|das|diese|це|этот|эта)$/iu;

/**
 * The party whose paper a sentence announces, or undefined where no words say so. Known parties are
 * recognised by every name they go by.
 */
export function findAnnouncedParty(
  sentence: string,
  known: readonly KnownName[],
): NamedParty | undefined {
  for (const pattern of patterns) {
    const words = trimName(pattern.exec(sentence)?.groups?.['party'] ?? '');
    if (words !== '' && !noNames.test(words)) return partyNamed(words, known);
  }
  return undefined;
}

/** The party with that name, in whatever form the words have it. */
export function partyNamed(words: string, known: readonly KnownName[]): NamedParty {
  const key = nameKey(words);
  const found = known.find(({ names }) => names.some((each) => nameKey(each) === key));
  return found === undefined
    ? { name: words, key, isKnown: false }
    : { name: found.names[0] ?? words, key: nameKey(found.names[0] ?? words), isKnown: true };
}

/** Words in front that belong to the sentence and not to the name. */
function trimName(words: string): string {
  let trimmed = words.replace(/['’]s?$/u, '');
  for (let first = firstWord(trimmed); noNames.test(first); first = firstWord(trimmed)) {
    trimmed = trimmed.slice(first.length).trimStart();
  }
  return trimmed;
}

const firstWord = (words: string): string => /^\S*/.exec(words)?.[0] ?? '';

const endings =
  /(?:ians?|ia|ans?|ish|ese|ийский|ийская|ійськ\p{L}{1,3}|ский|ского|ская|ська|ський|ського|ської|ою|ия|ии|ії|ія|[aeiyаеиіоуяюєї]|s)$/u;

/**
 * What is common to the forms of a name: `Ukraine`, `Ukrainian` and `the Ukrainian side` have one key.
 * Rough by design: it tells the few sides of one text from each other.
 */
export function nameKey(words: string): string {
  const bare = words
    .toLowerCase()
    .replace(/['’]s?(?!\p{L})/gu, '')
    .replace(/^(?:the|le|la|les|der|die|das) /u, '')
    .replace(/ (?:side|delegation|team|government|сторона)$/u, '');
  const once = bare.replace(endings, '');
  return once.length >= 3 ? once : bare;
}

const adjective =
  /(?:ian|ean|ish|ese|ський|ська|ське|ські|ського|ского|ский|ская|ское|ские|ской)$/u;

/**
 * The name of a party that a text names by an adjective alone where it announces its paper (`the
 * Ukrainian memorandum`), from where else it speaks of it; the words themselves where it does not.
 */
export function fullName({ name: words, key, isKnown }: NamedParty, text: string): string {
  if (isKnown || !adjective.test(words)) return words;
  for (const [word] of text.matchAll(/\p{Lu}\p{L}{2,40}/gu)) {
    if (!adjective.test(word) && !/ians$/.test(word) && nameKey(word) === key) return word;
  }
  return words;
}

/** Whether a text speaks of a party at all. */
export function mentions(text: string, keys: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return keys.some((key) => key !== '' && lower.includes(key));
}
