/**
 * Words that can head a demand, told by form: verbs by a list in English and by their endings
 * elsewhere, nouns of action by their endings and the word behind them ("withdrawal of", "lifting
 * der"). Two heads of the same form joined by "and" are probably two demands.
 */

/** Plain forms of verbs that memoranda, treaties and labour agreements use for what is to be done. */
const englishVerbs = new Set(
  'abolish abstain accept accede access acknowledge adopt allow amend annul apply appoint approve arrange assist assume authorise authorize ban begin bear build cancel cease clear close commence commit compensate complete comply conclude conduct confirm continue convene cooperate create cut declare dedicate defer deliver demilitarise demilitarize demine demobilise demobilize demolish deploy designate destroy disarm disband disclose dismantle dissolve draw employ enable end enforce engage ensure enter establish exchange exclude exempt expand extend facilitate finance form free freeze fund give grant guarantee halt hand hire hold honour honor impose implement improve include increase inform introduce invest invite issue join keep leave lift limit lower maintain make monitor negotiate normalise normalize notify observe offer open order organise organize outlaw pardon pay permit pledge postpone preserve prevent prohibit promote protect provide publish pull punish raise ratify reaffirm rebuild receive recognise recognize reduce refrain reinstate reject release relocate remove renounce reopen repair repatriate repeal replace report resolve respect restore restrict resume return reunite revise revoke safeguard secure send set settle share sign start station stop submit supply support suspend take terminate train transfer transport treat undertake unfreeze uphold use verify waive withdraw work'.split(
    ' ',
  ),
);

const action = 'al|tion|sion|ment|ance|ence|ing|ure|ery|ship|wal|down|out';
const englishNouns = new RegExp(
  String.raw`^(?:\p{L}{2,}(?:${action})|return|release|end|ban|exchange|handover|access|halt|repeal|recall|transfer|recovery|amnesty|respect|freedom|reform|review|purchase|increase|reduction|cut|pay|support|restart|start)$`,
  'iu',
);

/** The form of a demand's head, or undefined for a word that is no head. */
export type HeadForm = 'verb' | 'verb-s' | 'infinitive' | 'noun';

/** The form of a word in its place: `after` is the word behind it. Languages are told by letters and words. */
export function headFormOf(word: string, after: string): HeadForm | undefined {
  const lower = word.toLowerCase();
  if (/^\p{Script=Cyrillic}/u.test(lower)) return cyrillicForm(lower);
  if (englishVerbs.has(lower)) return isLinked(after) && englishNouns.test(lower) ? 'noun' : 'verb';
  if (lower.endsWith('s') && englishVerbs.has(stemOfThird(lower))) return 'verb-s';
  if (isLinked(after) && englishNouns.test(lower)) return 'noun';
  if (
    isGermanLink(after) &&
    /(?:ung|gabe|nahme|tion|zug|stopp|ende|verzicht|schluss|tausch|zahlung)(?:en)?$/.test(lower)
  ) {
    return 'noun';
  }
  if (
    /^(?:de|du|des|d['’]|à|aux)/.test(after) &&
    /(?:tion|ment|ance|age|ure|ée|rait|fin|arrêt)s?$/.test(lower)
  ) {
    return 'noun';
  }
  return /\p{L}{3,}(?:er|ir|oir|dre|tre)$/u.test(lower) &&
    /^(?:les?|la|l['’]|aux?|des?|du|toutes?|tous|leurs?|sans|à)/.test(after)
    ? 'infinitive'
    : undefined;
}

const isLinked = (after: string): boolean =>
  /^(?:of|to|from|on|for|by|with|in|against)$/i.test(after);

const isGermanLink = (after: string): boolean =>
  /^(?:der|des|von|vom|aller|an|auf|eines|einer)$/i.test(after);

const stemOfThird = (word: string): string =>
  word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : englishVerbs.has(word.slice(0, -1))
      ? word.slice(0, -1)
      : word.slice(0, -2);

function cyrillicForm(word: string): HeadForm | undefined {
  if (word.length < 4) return undefined;
  if (
    /(?:[аеєиіїоуюяыё]ти|[аеєиіїоуюяы]тися|сти|зти|[аеиоуяыё]ть|[аеиоуяыё]ться|чь|йти|йтись)$/u.test(
      word,
    )
  ) {
    return 'infinitive';
  }
  return /(?:ння|ття|ція|ції|ние|нье|тие|ция|мін|дача|вод|каз|орона|пуск|мен|зврат|мена|прет)$/u.test(
    word,
  )
    ? 'noun'
    : undefined;
}
