// A hyphen at the end of a line was put there by the setting, or belongs to the word. The document
// itself is the best dictionary: which of the two spellings occurs elsewhere in it decides.
import type { Row } from './page-content.ts';
import { rowText } from './row-text.ts';

/** What happens to the hyphen between the end of one line and the beginning of the next. */
export type HyphenJudgement = 'drop' | 'keep' | 'keep-and-space' | 'none';

/** With more of its lines ending in a hyphen than this, a text is set with hyphenation. */
const hyphenatedShare = 0.01;

/** Longer words are none; without a bound, a line of letters alone would be searched again and again. */
const longest = 80;

const lineEnd = /(\p{L}[\p{L}\p{M}'’]*)([-\u00ad‐])$/u;
const lineStart = /^\p{L}[\p{L}\p{M}'’]*/u;
/** "import- and export": the hyphen stands for the rest of the word. */
const joiningWords = /^(?:and|or|und|oder|bzw|sowie|et|ou|y|e|o|і|й|та|або|и|или)(?!\p{L})/u;

export class LineHyphens {
  readonly #words = new Map<string, number>();
  readonly #isHyphenated: boolean;

  constructor(rows: readonly Row[]) {
    let broken = 0;
    for (const row of rows) {
      const text = rowText(row).toLowerCase();
      const words = text.match(/[\p{L}\p{M}'’]+(?:[-‐][\p{L}\p{M}'’]+)*/gu) ?? [];
      if (lineEnd.test(text.slice(-longest))) {
        broken += 1;
        words.pop();
      }
      for (const word of words) {
        const key = word.replaceAll('‐', '-');
        this.#words.set(key, (this.#words.get(key) ?? 0) + 1);
        // "cross-border" also knows "border".
        if (key.includes('-'))
          for (const part of key.split('-')) this.#words.set(part, this.#words.get(part) ?? 1);
      }
    }
    this.#isHyphenated = broken > hyphenatedShare * rows.length;
  }

  /** Judges the words on both sides of a line end; `none` where there is no hyphen. */
  judge(above: string, below: string): HyphenJudgement {
    const [, left, hyphen] = lineEnd.exec(above.slice(-longest)) ?? [];
    if (left === undefined || hyphen === undefined)
      return /[\p{L}\p{N}][-‐]$/u.test(above) && /^[\p{L}\p{N}]/u.test(below) ? 'keep' : 'none';
    const [right] = lineStart.exec(below) ?? [];
    if (hyphen === '\u00ad' && right !== undefined) return 'drop';
    if (joiningWords.test(below)) return 'keep-and-space';
    if (right === undefined) return /^\p{N}/u.test(below) ? 'keep' : 'none';
    if (!/^\p{Ll}/u.test(right) || /^\p{Lu}{2,}$/u.test(left)) return 'keep';
    return this.#isOneWord(left.toLowerCase(), right.toLowerCase()) ? 'drop' : 'keep';
  }

  #isOneWord(left: string, right: string): boolean {
    const solid = this.#count(left + right);
    const hyphened = this.#count(`${left}-${right}`);
    if (solid !== hyphened) return solid > hyphened;
    // Halves that are words of this text themselves make a compound, if both have some length.
    if (left.length > 3 && right.length > 3 && this.#count(left) > 0 && this.#count(right) > 0)
      return false;
    return this.#isHyphenated;
  }

  #count(word: string): number {
    return this.#words.get(word) ?? 0;
  }
}
