// A party goes by a short and a long name: Kestria, the Kestrian Federation, the Government of Kestria.
// What is compared is what remains of a name without such words of form, and every word of it: one that
// is left over (North, People's, Workers) makes another party.

/** Words for the form of a state, each in the languages that are known. */
const stateForms: readonly RegExp[] = [
  /^(?:republic|республ[иі]к\p{L}{1,2})$/u,
  /^(?:federation|федерац\p{L}{2,3})$/u,
  /^(?:confederation|конфедерац\p{L}{2,3})$/u,
  /^(?:kingdom|корол[іе]вств\p{L}{1,2})$/u,
  /^(?:state|держав\p{L}{1,2}|государств\p{L}{1,2})$/u,
  /^(?:principality|княз[іи]вств\p{L}{1,2}|княжеств\p{L}{1,2})$/u,
  /^(?:empire|[іи]мпер\p{L}{2,3})$/u,
  /^(?:emirate|[еэ]м[іи]рат\p{L}{0,2})$/u,
  /^(?:sultanate|султанат\p{L}{0,2})$/u,
];

/** Who speaks for a party. */
const speakers =
  /^(?:government|delegation|side|authorities|уряд[уі]?|делегац\p{L}{2,3}|сторон\p{L}{1,2}|правительств\p{L}{1,2})$/u;

const smallWords = new Set(['the', 'of', 'a', 'la', 'le', 'der', 'die', 'das']);

/** Words that many names have and that tell none of them by themselves. */
const commonWords =
  /^(?:united|federal|national|central|local|regional|people|peoples|democratic|islamic|socialist|arab|new|great|free|provisional|interim|transitional|joint|other|(?:north|south|east|west)(?:ern)?|народн|федеральн|центральн|союзн|нац[іи]ональн|об['’]?єднан|соедин[её]нн)/u;

/** Adjectives that no rule makes of the name. */
const irregular: Readonly<Record<string, string>> = {
  ...{ french: 'france', dutch: 'netherlands', swiss: 'switzerland', spanish: 'spain' },
  ...{ danish: 'denmark', swedish: 'sweden', finnish: 'finland', irish: 'ireland' },
  ...{ greek: 'greece', hellenic: 'greece', turkish: 'turkey', norwegian: 'norway' },
  ...{ portuguese: 'portugal', scottish: 'scotland', welsh: 'wales', czech: 'czechia' },
  ...{ slovak: 'slovakia', croat: 'croatia', german: 'germany', argentine: 'argentina' },
  ...{
    afghan: 'afghanistan',
    thai: 'thailand',
    polish: 'poland',
    cypriot: 'cyprus',
    lebanese: 'lebanon',
  },
};

/** Names that only look like an adjective and its noun: two countries. */
const deceptive: Readonly<Record<string, string>> = { nigerian: 'niger', dominican: 'dominica' };

const suffixes = ['n', 'an', 'ian', 'ish', 'ese', 'ic', 'i'];
/** Shorter roots are alike by chance. */
const shortestRoot = 4;

interface NameRoot {
  readonly words: readonly string[];
  /** The place of the form of the state in `stateForms`; undefined where the name tells none. */
  readonly form: number | undefined;
}

/**
 * Whether two names clearly are a short and a long name of one party: the same proper name or an
 * adjective of it, with or without the form of the state and a word for who speaks. Names with two
 * forms of state are two, and so are names with any other word that only one of them has.
 */
export function isSameParty(one: string, other: string): boolean {
  const [a, b] = [rootOf(one), rootOf(other)];
  if (a.words.length !== b.words.length) return false;
  if (a.form !== undefined && b.form !== undefined && a.form !== b.form) return false;
  if (a.words.every((word) => commonWords.test(word))) return false;
  return a.words.every((word, index) => isSameWord(word, b.words[index] ?? ''));
}

/** A party that is there, by its name and the others it goes by. */
interface NamedParty {
  readonly names: readonly string[];
}

/** The name under which a party is there already; the name itself where it is a party of its own. */
export function nameAmong(name: string, parties: readonly NamedParty[]): string {
  const found =
    parties.find(({ names }) => names.includes(name)) ??
    parties.find(({ names }) => names.some((known) => isSameParty(known, name)));
  return found?.names[0] ?? name;
}

function rootOf(name: string): NameRoot {
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}’'-]+/u)
    .map((word) => word.replace(/['’]s?$/u, ''))
    .filter((word) => word !== '' && !smallWords.has(word) && !speakers.test(word));
  const formOf = (word: string): number => stateForms.findIndex((form) => form.test(word));
  const form = words.map(formOf).find((index) => index !== -1);
  return { words: words.filter((word) => formOf(word) === -1), form };
}

const isSameWord = (a: string, b: string): boolean =>
  a === b || isAdjectiveOf(a, b) || isAdjectiveOf(b, a) || isSameCyrillicRoot(a, b);

function isAdjectiveOf(adjective: string, noun: string): boolean {
  if (irregular[adjective] === noun) return true;
  if (noun.length < shortestRoot || deceptive[adjective] === noun) return false;
  const stems = [noun, noun.replace(/[aeoy]$/u, '')];
  return stems.some((stem) => suffixes.some((suffix) => stem + suffix === adjective));
}

/** Російська and Росія, России and Россия: without the adjective's and the case's ending. */
function isSameCyrillicRoot(a: string, b: string): boolean {
  const [one, other] = [cyrillicRoot(a), cyrillicRoot(b)];
  return one.length >= shortestRoot && one === other && /\p{Script=Cyrillic}/u.test(one);
}

const cyrillicRoot = (word: string): string =>
  word
    .replace(/(?:ськ|ск)(?:ий|ого|ому|им|ої|ій|ою|ая|ое|ой|ую|ые|а|е|у|і)$/u, '')
    .replace(/[аяеєиіїыуюйь]$/u, '');
