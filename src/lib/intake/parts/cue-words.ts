// Words by which a text about papers says that a side's position follows, in the languages this
// program reads. Nouns and verbs are given by their beginnings where the language bends their ends.

/** What a side does when it puts down what it wants. */
export const announcingVerbs = `(?:${[
  'propos(?:es?|ed|ent)',
  'demand(?:s|ed|e|ent)?',
  'wants?',
  'call(?:s|ed)? for',
  'insist(?:s|ed)?',
  'offer(?:s|ed)?',
  'ask(?:s|ed)?',
  'request(?:s|ed)?',
  'seeks?',
  'require[sd]?',
  'suggest(?:s|ed)?',
  'put(?:s)? forward',
  'set(?:s)? out',
  'tabled',
  'exige(?:nt)?',
  'réclame(?:nt)?',
  'fordern?|fordert',
  'verlang(?:t|en)',
  'bieten|biete[tn]?',
  'schl(?:ägt|agen)',
  'пропону(?:є|ють)',
  'вимага(?:є|ють)',
  'наполяга(?:є|ють)',
  'предлага(?:ет|ют)',
  'требу(?:ет|ют)',
  'настаива(?:ет|ют)',
].join('|')})(?! by(?!\\p{L}))`;

/** What such a paper is called, also at the beginning of a sentence. */
export const announcingNouns = [
  '[Mm]emorand(?:um|a)',
  '(?:[Cc]ounter-?)?[Pp]roposals?',
  '[Dd]emands?',
  '[Pp]osition(?:en)?(?: paper)?',
  '(?:[Cc]ounter-?)?[Oo]ffer',
  '[Pp]aper',
  '[Mm]émorandum',
  '(?:[Cc]ontre-)?[Pp]ropositions?',
  '[Rr]evendications?',
  '[Ee]xigences?',
  'Vorschl(?:ag|äge)',
  'Forderung(?:en)?',
  'Angebot',
  'Papier',
  '[Мм]еморандум\\p{L}*',
  '[Пп]ропозиці\\p{L}*',
  '[Вв]имог\\p{L}*',
  '[Пп]озиці\\p{L}*',
  '[Пп]редложени\\p{L}*',
  '[Тт]ребовани\\p{L}*',
].join('|');

/** Words that name a text, a part of one or a step, and never a side. */
export const noSides =
  /(?<!\p{L})(?:regulations?|directives?|agreements?|treaty|convention|acts?|laws?|articles?|annex(?:es)?|sections?|chapters?|paragraphs?|licen[cs]e|resolutions?|amendments?|options?|placement|draft|text|positions?|proposals?|papers?|memorand(?:um|a)|demands?|offers?|parties|sides?|both|verordnung|gesetz|artikel|loi|règlement|сторон\p{L}{0,2})(?!\p{L})/iu;

/** Words with which somebody tells what happened; a list of demands holds none. */
export const tellsOfEvents =
  /(?<!\p{L})(?:said|told|added|reporters?|journalists?|spokes\p{L}{0,9}|correspondents?|meanwhile|earlier (?:this|on|in)|news agenc\p{L}{0,3}|сказа\p{L}{1,3}|заяви\p{L}{1,3}|сообщи\p{L}{1,3}|повідоми\p{L}{1,3}|журналіст\p{L}{0,3}|журналист\p{L}{0,3}|a déclaré|sagte[n]?|erklärte[n]?|teilte[n]? mit)(?!\p{L})/iu;

/** Beginnings of lines that lead elsewhere: other stories, comments, offers of the page. */
export const leadsElsewhere =
  /^(?:read (?:also|more|next)|see also|also (?:read|on)|related(?: (?:stories|articles|news|topics))?|more (?:on|from|news|stories)|most (?:read|popular)|latest news|recommended|share this|follow us|subscribe|sign up|newsletter|advertisement|sponsored|comments?(?: \(?\d|$)|leave a comment|\d+ comments?|читайте (?:также|також|ще)|новини за темою|по теме|à lire aussi|lire aussi|sur le même sujet|lesen sie auch|mehr zum thema|das könnte)(?!\p{L})/iu;

/** Sides that are named by what they are, without a name of their own. */
export const roles =
  'unions?|employers?|company|companies|government|ministry|association|federation|opposition|workers?|strikers?|management|tenants?|landlords?|growers?|buyers?|producers?|importers?|exporters?|rebels?|coalition|council|syndicats?|patronat|gouvernement|entreprise|Gewerkschaft(?:en)?|Arbeitgeber|Regierung|профспілк\\p{L}+|роботодав\\p{L}+|профсоюз\\p{L}*|работодател\\p{L}+';
