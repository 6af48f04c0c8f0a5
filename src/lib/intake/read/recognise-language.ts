import { eld } from 'eld/extrasmall';

/** Shorter texts are names and numbers as often as sentences. */
const leastSigns = 40;
const sampleSigns = 1000;
const mostSamples = 5;
/** Short lists of names and numbers look like these; no negotiation we know of is held in them. */
const unlikely = new Set(['tl', 'yo']);

/**
 * The language a text is written in, as a BCP 47 tag, or undefined where that is not sure. Up to five
 * stretches spread over the text are judged together, so that a title or a quotation in another
 * language does not decide.
 */
export function recogniseLanguage(text: string): string | undefined {
  // Numbers, addresses and markup are the same in all languages.
  const words = text.replace(/[^\p{L}\p{M}'’ʼ]+/gu, ' ').trim();
  if (words.length < leastSigns) return undefined;
  const count = Math.min(mostSamples, Math.ceil(words.length / sampleSigns));
  const step = count === 1 ? 0 : (words.length - sampleSigns) / (count - 1);
  const sums = new Map<string, number>();
  let reliable = 0;
  for (let i = 0; i < count; i += 1) {
    const from = Math.floor(i * step);
    const found = eld.detect(words.slice(from, from + sampleSigns));
    if (found.isReliable()) reliable += 1;
    for (const [language, score] of Object.entries(found.getScores())) {
      if (!unlikely.has(language)) sums.set(language, (sums.get(language) ?? 0) + score);
    }
  }
  if (reliable * 2 < count) return undefined;
  return [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
}

/**
 * The language of a document from what it declares and what its words say: a page's template often
 * declares another than its text, but a region (`en-GB`) is known from the declaration alone.
 */
export function chooseLanguage(declared: string | undefined, text: string): string | undefined {
  const tag = declared === undefined ? undefined : parseTag(declared);
  const recognised = recogniseLanguage(text);
  if (recognised === undefined) return tag;
  return tag?.split('-')[0] === recognised ? tag : recognised;
}

/** A declaration as the model writes it (`EN_gb` is `en-gb`), or undefined when it is none. */
function parseTag(declared: string): string | undefined {
  const [language = '', ...rest] = declared.trim().split(/[-_]/);
  const tag = [language.toLowerCase(), ...rest].join('-');
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : undefined;
}
