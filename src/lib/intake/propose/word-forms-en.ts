// The bare form of English verbs, out of their endings and out of nouns that stand for them.
import { nominals, particled } from './nouns-of-action-en.ts';
import { irregular, verbs } from './verbs-en.ts';

/** What a form may be: `to` and modals go before `base`, nouns have "of" behind them. */
export type VerbForm = 'base' | 'third' | 'past' | 'gerund' | 'noun';

export interface KnownForm {
  readonly verb: string;
  readonly forms: ReadonlySet<VerbForm>;
}

const known = new Map<string, { verb: string; forms: Set<VerbForm> }>();

function put(form: string, verb: string, kind: VerbForm): void {
  const entry = known.get(form);
  if (entry === undefined) known.set(form, { verb, forms: new Set([kind]) });
  else if (entry.verb === verb) entry.forms.add(kind);
}

const isVowel = (letter: string): boolean => 'aeiou'.includes(letter);

/** Short verbs that end in vowel and consonant double it: ban, banned, banning. */
function doubles(verb: string): boolean {
  const [third = '', second = '', last = ''] = verb.slice(-3);
  const isShort =
    verb.length <= 4 ||
    [
      'commit',
      'admit',
      'permit',
      'submit',
      'transmit',
      'refer',
      'defer',
      'occur',
      'transfer',
      'confer',
      'expel',
      'compel',
      'control',
      'cancel',
      'label',
      'travel',
      'fulfil',
      'unpin',
      'remit',
      'incur',
      'redeem',
      'regret',
      'program',
      'rebut',
      'fuel',
    ].includes(verb);
  return (
    isShort &&
    verb !== 'redeem' &&
    verb !== 'fuel' &&
    !isVowel(third) &&
    isVowel(second) &&
    !isVowel(last) &&
    !'wxy'.includes(last)
  );
}

function regularForms(verb: string): readonly (readonly [string, VerbForm])[] {
  const last = verb.at(-1) ?? '';
  const isConsonantY = last === 'y' && !isVowel(verb.at(-2) ?? 'a');
  const isHissing = /(?:s|sh|ch|x|z|o)$/.test(verb);
  const third = isConsonantY ? `${verb.slice(0, -1)}ies` : `${verb}${isHissing ? 'es' : 's'}`;
  const stem = last === 'e' ? verb.slice(0, -1) : doubles(verb) ? verb + last : verb;
  const past = isConsonantY ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  const gerund = /(?:ee|ye|oe)$/.test(verb) ? `${verb}ing` : `${stem}ing`;
  return [
    [verb, 'base'],
    [third, 'third'],
    [past, 'past'],
    [gerund, 'gerund'],
  ];
}

/** Endings by which a noun is made of a verb, with what the verb ends in instead. */
const nounEndings: readonly (readonly [ending: string, from: string])[] = [
  ['ation', 'e'],
  ['ation', ''],
  ['ion', 'e'],
  ['ion', ''],
  ['isation', 'ise'],
  ['ization', 'ize'],
  ['ication', 'y'],
  ['ment', ''],
  ['al', ''],
  ['al', 'e'],
];

for (const verb of verbs) put(verb, verb, 'base');
for (const [form, verb] of Object.entries(particled)) put(form, verb, 'noun');
for (const [form, verb] of Object.entries(irregular))
  put(form, verb, form.endsWith('ing') ? 'gerund' : form.endsWith('s') ? 'third' : 'past');
for (const verb of verbs) for (const [form, kind] of regularForms(verb)) put(form, verb, kind);
for (const [form, verb] of Object.entries(nominals)) put(form, verb, 'noun');
for (const verb of verbs)
  for (const [ending, from] of nounEndings)
    if (verb.length > 4 && verb.endsWith(from)) {
      const noun = verb.slice(0, verb.length - from.length) + ending;
      put(noun, verb, 'noun');
      put(`${noun}s`, verb, 'noun');
    }

/** The verb of a form, or undefined for words that are no verb's; "re-" may stand before any. */
export function verbOf(word: string): KnownForm | undefined {
  const own = known.get(word);
  if (own !== undefined || !word.startsWith('re')) return own;
  const again = known.get(word.slice(word[2] === '-' ? 3 : 2));
  return again === undefined ? undefined : { verb: `re${again.verb}`, forms: again.forms };
}

/** Whether a word may be this form of a verb. */
export const isForm = (word: string, form: VerbForm): boolean =>
  verbOf(word)?.forms.has(form) ?? false;
