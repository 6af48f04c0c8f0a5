/**
 * The words by which papers in English, Ukrainian, Russian, French and German number their parts,
 * set options apart, and open preambles. Lower case; matched at the start of a line.
 */

/**
 * What numbered parts are called, by how far out they usually stand. Sections hold articles in some
 * papers and stand inside them in others, which is why the two share a rank.
 */
export const partWords = {
  annex: {
    rank: 0,
    words:
      'annex appendix schedule exhibit attachment addendum додаток приложение annexe appendice anhang anlage',
  },
  part: { rank: 1, words: 'part book частина часть partie livre teil buch' },
  title: { rank: 2, words: 'title titre titel' },
  chapter: { rank: 3, words: 'chapter глава chapitre kapitel' },
  section: { rank: 4, words: 'section sec. розділ раздел abschnitt block блок' },
  article: { rank: 4, words: 'article art. стаття ст. статья artikel art § §§' },
  subsection: {
    rank: 5,
    words: 'subsection sub-section підрозділ подраздел sous-section unterabschnitt',
  },
  paragraph: {
    rank: 6,
    words:
      'paragraph para. para параграф paragraphe absatz abs. clause subparagraph алинея alinéa recital considérant erwägungsgrund',
  },
  point: {
    rank: 6,
    words:
      'point item amendment amendement änderungsantrag поправка пункт п. punkt principle principe принцип demand forderung вимога требование proposal proposition vorschlag пропозиція предложение step étape schritt крок шаг rule ziffer nummer № no. nr. n°',
  },
} as const;

export type PartWord = keyof typeof partWords;

/** The sort of part a word names. */
export const partByWord: ReadonlyMap<string, PartWord> = new Map(
  entriesOf(partWords).flatMap(([name, { words }]) =>
    words.split(' ').map((word) => [word, name] as const),
  ),
);

/** Words that open one of several alternatives. */
export const optionWords: ReadonlySet<string> = new Set(
  'option variant alternative варіант опція вариант опция альтернатива variante alternativ'.split(
    ' ',
  ),
);

/** Ordinals in words, as headings spell them: `Part One`, `Розділ перший`, `Article premier`. */
export const ordinalWords: ReadonlyMap<string, number> = new Map(
  [
    'one first перший перша первый первая premier première erster erste eins',
    'two second другий друга второй вторая deuxième zweiter zweite',
    'three third третій третя третий третья troisième dritter dritte',
    'four fourth четвертий четверта четвертый четвертая quatrième vierter vierte',
    'five fifth пятий п’ятий пятый cinquième fünfter fünfte',
    'six sixth шостий шестой sixième sechster',
    'seven seventh сьомий седьмой septième siebter',
    'eight eighth восьмий восьмой huitième achter',
    'nine ninth девятый neuvième neunter',
    'ten tenth десятий десятый dixième zehnter',
  ].flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)),
);

/** How the paragraphs of a preamble begin. */
export const preambleStarts: readonly string[] = [
  'whereas',
  'having regard',
  'having ',
  'recognising',
  'recognizing',
  'recalling',
  'reaffirming',
  'affirming',
  'considering',
  'noting',
  'acknowledging',
  'bearing in mind',
  'mindful',
  'convinced',
  'desiring',
  'desirous',
  'determined',
  'emphasising',
  'emphasizing',
  'stressing',
  'underlining',
  'guided by',
  'conscious',
  'concerned',
  'deeply',
  'taking into account',
  'taking account',
  'taking note',
  'welcoming',
  'being ',
  'pursuant to',
  'in pursuit of',
  'now, therefore',
  'now therefore',
  'враховуючи',
  'беручи до уваги',
  'визнаючи',
  'нагадуючи',
  'підтверджуючи',
  'керуючись',
  'прагнучи',
  'усвідомлюючи',
  'учитывая',
  'принимая во внимание',
  'признавая',
  'напоминая',
  'подтверждая',
  'руководствуясь',
  'стремясь',
  'сознавая',
  'considérant',
  'vu ',
  'reconnaissant',
  'rappelant',
  'réaffirmant',
  'notant',
  'conscient',
  'désireux',
  'soucieux',
  'in erwägung',
  'in anbetracht',
  'in der erwägung',
  'in anerkennung',
  'unter hinweis',
  'gestützt auf',
  'eingedenk',
  'in dem bewusstsein',
  'in dem wunsch',
  'entschlossen',
];

/** What the last line before the terms says. */
export const agreedWords =
  /(?:agree(?:d|s)? (?:as follows|on the following)|as follows|домовились про таке|домовилися про таке|договорились о нижеследующем|sont convenu\S* de ce qui suit|wie folgt (?:übereingekommen|vereinbart)|sind wie folgt)[^\p{L}]{0,4}$/iu;

export const preambleHeadings =
  /^(?:preamble|recitals|background|преамбула|préambule|präambel|whereas|considérants|erwägungsgründe)(?!\p{L})/iu;

/** What stands at the foot of a paper: signatures, seals, places and dates of signing. */
export const signatureStarts =
  /^(?:signed\b|signature|signatory|in witness whereof|done (?:at|in)\b|for and on behalf|by:|name:|title:|date:|dated:|printed name|підпис|підписано|за і від імені|подпись|подписано|fait à|signé|en foi de quoi|pour le\b.{0,60}[_…]|geschehen zu|unterschrift|gezeichnet|unterzeichnet|м\.\s?п\.)/iu;

function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): readonly [K, V][] {
  const isKey = (key: string): key is K => Object.hasOwn(record, key);
  return Object.keys(record)
    .filter(isKey)
    .map((key) => [key, record[key]]);
}
