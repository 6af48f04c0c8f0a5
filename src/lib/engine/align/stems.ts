/**
 * Words cut to their stems by language (Porter's and Snowball's rules), without the words that say
 * nothing of the matter. Languages without rules here keep their words whole.
 */
import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import { stemmer as stemUkrainian } from '@orama/stemmers/ukrainian';
import { foldText, splitWords } from './fold-text.ts';
import { stopWords } from './stop-words.ts';

type Stemmer = (word: string) => string;

const stemmers: ReadonlyMap<string, Stemmer> = new Map([
  ['en', stemEnglish],
  ['fr', stemFrench],
  ['de', stemGerman],
  ['ru', stemRussian],
  ['uk', stemUkrainian],
]);

/** The language of a BCP 47 tag without its script and region. */
export const primaryLanguage = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** A word of a text and its stem; stop words have none. */
export interface StemmedWord {
  readonly word: string;
  readonly stem: string | undefined;
}

/** The words of a text in their order, folded, each with its stem. */
export function stemWords(text: string, language: string): readonly StemmedWord[] {
  const tag = primaryLanguage(language);
  const stem = stemmers.get(tag) ?? ((word: string) => word);
  const stops = stopWords(tag);
  return splitWords(foldText(text)).map((word) => {
    if (stops.has(word)) return { word, stem: undefined };
    return { word, stem: stem(elided(word, tag)) };
  });
}

/** The stems alone, in their order and as often as they stand there. */
export const stemsOf = (text: string, language: string): readonly string[] =>
  stemWords(text, language).flatMap(({ stem }) => (stem === undefined ? [] : [stem]));

/** French articles before a vowel belong to no stem: l'accord, d'un. */
function elided(word: string, language: string): string {
  const cut = word.indexOf("'");
  return language === 'fr' && cut >= 1 && cut <= 2 ? word.slice(cut + 1) : word;
}
