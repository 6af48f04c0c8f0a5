/**
 * Acts in languages without a table of verbs: the phrase as it is printed, but without the side that is
 * bound, and without articles and adjectives of weight at its head, which differ between papers that say
 * the same.
 */
import { nameOf, trimName, withoutNaming } from './act-words.ts';
import type { CueTables } from './cues/cue-tables.ts';
import type { ActSource, ReadAct } from './read-act.ts';
import type { Token } from './tokens.ts';

type Tokens = readonly Token[];

/** "Full", "immediate", "mutual", "unconditional". */
const weight =
  /^(?:(?:полн|немедленн|взаимн|безусловн|безоговорочн|повн|негайн|взаємн|безумовн|беззастережн)(?:ый|ий|ое|ая|ой|ого|ую|ые|ых|е|а|у|ої|і|их)|(?:vollständig|sofortig|gegenseitig|bedingungslos)e[rsnm]?)$/u;

/** What makes a passive of a verb behind "shall". */
const passives: ReadonlySet<string> = new Set(['бути', 'быть', 'être', 'werden']);

/** The act of a phrase or predicate; a passive is named by what it is done to. */
export function foreignAct(
  source: ActSource,
  { subject, rest }: Pick<ReadAct, 'subject' | 'rest'>,
): ReadAct {
  const { text, cues } = source;
  const isPassive = subject.length > 0 && rest.some(({ word }) => passives.has(word));
  const said = isPassive
    ? [...bareHead(subject, cues), ...rest.filter(({ word }) => !passives.has(word))]
    : bareHead(withoutBearer(rest, source), cues);
  const words = trimName(withoutNaming(said, source), cues);
  // In German a capital at the head of a clause is as a rule that of a noun.
  const head = cues.language === 'de' ? undefined : source.words[0];
  const label = words.length === 0 ? 'act' : nameOf(text, head, [words]);
  return { label, words, subject, rest, isPassive, confidence: words.length === 0 ? 0.2 : 0.4 };
}

/** Where no modal verb parts them, the side that is bound stands before its verb. */
function withoutBearer(rest: Tokens, { words, bearerEnd }: ActSource): Tokens {
  const bearer = new Set(words.slice(0, bearerEnd));
  const own = rest.filter((token) => !bearer.has(token));
  return own.length === 0 ? rest : own;
}

function bareHead(words: Tokens, cues: CueTables): Tokens {
  const isBare = (at: number): boolean =>
    words[at]?.kind !== 'sign' &&
    cues.articles.findAt(words, at) === undefined &&
    !weight.test(words[at]?.word ?? '');
  const at = words.findIndex((_, index) => isBare(index));
  return at < 0 ? words : words.slice(at);
}
