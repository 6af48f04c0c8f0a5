/**
 * What a translation keeps: figures, names and words of a common root. Cyrillic is written in Latin
 * letters for that, so that Київ meets Kyiv and НАТО meets NATO.
 */
import { foldText, splitWords } from './fold-text.ts';

/** Words agree in their first letters when they are cognates (Simard, Foster and Isabelle 1992). */
const cognateLetters = 4;

/** The anchors of a text, each once: figures whole, words by their first letters. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const words = splitWords(foldText(text)).map(inLatin);
  return new Set(
    words.flatMap((word) => {
      if (/^\d/u.test(word)) return [word];
      const letters = word.slice(0, cognateLetters);
      return letters.length < cognateLetters ? [] : [letters];
    }),
  );
}

/** Letters without accents, Cyrillic ones in Latin. */
function inLatin(word: string): string {
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replace(/[а-яіїєґ]/gu, (letter) => latin.get(letter) ?? '');
}

const latin: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z' },
    ...{ и: 'i', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p' },
    ...{ р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh' },
    ...{ щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia' },
  }),
);
