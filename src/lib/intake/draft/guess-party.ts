/** Words in titles and file names that say what a text is, and not whose. */
const kindWords = new Set(
  `a an and amendment amendments at by de der die das document draft du en et final for from full general
  in la le les letter memo memorandum memorandums meeting no nr of offer on our outline paper peace plan
  position positions project proposal proposals proposed principles public reply response round
  settlement statement submission talks terms text the to translation und v version vote with
  jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july
  august september october november december меморандум позиция предложения предложение пропозиції позиція положення по для від von vom zur zum
  stellungnahme entwurf vorschlag vorschläge projet proposition propositions mémorandum`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

const capital = "\\p{Lu}[\\p{L}\\p{M}’'-]*";

/** What a long name begins with: "Government of the Republic of". */
const ofLongName = `(?:(?:${capital}\\s+){0,2}(?:Government|Delegation|Republic|Federation|Confederation|Kingdom|State|Principality|Emirate|Sultanate)\\s+of\\s+(?:the\\s+)?)*`;

/** Who is named in "memorandum of Ukraine", "Proposal by the Harbour Board": capitals after the word. */
const issuer = new RegExp(
  `\\b(?:[Oo]f|[Bb]y|[Ff]rom|[Vv]on|[Dd]er|[Dd]es|[Dd]e|[Dd]u|[Dd]e la)\\s+(?:the\\s+|la\\s+|les?\\s+)?(${ofLongName}${capital}(?:\\s+${capital}){0,3})`,
  'u',
);

/**
 * Whose paper it may be when nobody said so: the name its title gives it, else the words of the file's
 * name that do not say what kind of text it is, else the whole name of the file.
 */
export function guessParty({
  title,
  fileName,
}: {
  readonly title: string;
  readonly fileName: string;
}): string {
  const named = issuer.exec(title.slice(0, 300))?.[1];
  if (named !== undefined && !kindWords.has(named.toLowerCase())) return named;
  const stem = fileName.replace(/\.[^.]{1,8}$/u, '');
  const words = stem
    .split(/[\s_\-–—,;()[\]]+/u)
    .filter((word) => word !== '' && !kindWords.has(word.toLowerCase()) && !/^\d/u.test(word));
  const name = words.slice(0, 3).join(' ');
  if (name === '') return stem === '' ? 'Unnamed' : stem;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
