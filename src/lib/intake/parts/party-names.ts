import type { KnownName } from '../propose/proposal.ts';
import { announcingNouns, announcingVerbs, noSides, roles } from './cue-words.ts';

/** A party as a sentence names it. */
export interface NamedParty {
  /** The label of a known party, or the words of the text. */
  readonly name: string;
  /** Names of one party in different forms (`Ukraine`, `the Ukrainian side`) have one key. */
  readonly key: string;
  readonly isKnown: boolean;
}

// Without upper bounds, which make such patterns slow to build; they are only tried on short lines.
const capital = "\\p{Lu}[\\p{L}'’-]+";
const link = '(?:of |for |and |the |de |du |des |der |für )';
const name = `${capital}(?: ${link}*${capital})*`;
/** Several sides may stand together: France, Germany and the United Kingdom. */
const names = `${capital}(?:,? ${link}*${capital})*`;
const role = `(?:\\p{Ll}+ )?(?:${roles})`;
const article = '(?:[Tt]he |[Ll]e |[Ll]a |[Ll]es |[Dd]ie |[Dd]er |[Dd]as )';
const side = `${article}?(?<party>${name}|${role})`;
const gap =
  '(?: (?:side|delegation|team|government|party))?(?: (?:also|now|itself|therefore|in turn))?';
const start = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';
const owned = `(?:['’]s|(?<=s)['’])`;
const nouns = `(?:\\p{Ll}+ )?(?:${announcingNouns})${end}`;
const of = '(?: (?:of|from|by|du|de la|des|de|der|des|von))';

/** The ways in which a sentence says whose paper follows, likeliest first. */
const patterns: readonly RegExp[] = [
  // the union's demands, the employers’ paper
  new RegExp(`${start}${article}?(?<party>${name}|${role})(?<=s['’]|['’]s)${gap} ${nouns}`, 'u'),
  new RegExp(`${start}${side}${owned}${gap} ${nouns}`, 'u'),
  // the Russian memorandum
  new RegExp(`${start}${article}(?<party>${name}|${role})${gap} ${nouns}`, 'u'),
  // Ukraine proposes, the company also offers
  new RegExp(`${start}${side}${gap} (?:${announcingVerbs})${end}`, 'u'),
  // amendments put forward by the association
  new RegExp(
    `${start}(?:proposed|put forward|submitted|presented|tabled|handed over) by ${article}?(?<party>${names}|${role})`,
    'u',
  ),
  // the proposals of the association, Меморандум України
  new RegExp(`${start}(?:${announcingNouns})${of}? ${article}?(?<party>${names}|${role})`, 'u'),
  // at the very beginning, where a name needs no article
  new RegExp(`^[^\\p{L}\\p{N}]{0,3}(?<party>${name}) ${nouns}`, 'u'),
];

/** Words that stand where a name might and name nobody. */
const noNames =
  /^(?:the|a|an|here|what|each|its|it|they|he|she|we|their|his|her|our|new|first|second|final|joint|other|peace|in|on|for|another|also|therefore|further|following|le|la|les|der|die|das)$/iu;

/** A text that points at itself names no side. */
const itself =
  /^(?:this|that|these|those|dies\p{L}{0,2}|cet|cette|ces?|ця|цей|це|этот|эта|это)(?!\p{L})/iu;

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
    if (words !== '' && !noSides.test(words)) return partyNamed(words, known);
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
  if (itself.test(words)) return '';
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
