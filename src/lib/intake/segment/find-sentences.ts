/** Where sentences and half-sentences of a clause end. */
import type { Span } from '#lib/model/clause.ts';
import type { ProposedSplit } from './segmentation.ts';

/** Words that end in a full stop and end no sentence, in five languages; lower case. */
const abbreviations = new Set(
  'art arts sec no nos para paras p pp ch cl fig vol ed eds e.g i.e eg ie etc cf vs viz al approx incl resp mr mrs ms dr prof st sr jr hon gen col lt gov sen rep inc ltd co corp llc plc u.s u.k u.n e.u a.m p.m jan feb mar apr jun jul aug sept sep oct nov dec reg dept est max min ст п пп ч гл см ср т.е т.д т.п т.к тис млн млрд р г рр гг ім им вул ул пл кв напр др проф акад тов abs bzw z.b d.h u.a ggf nr inkl ca evtl sog vgl usw s m mme mlle n° av env'.split(
    ' ',
  ),
);

const sentenceEnd = /([.!?…]+)(["”»’')\]*_]{0,3})(\s+)(?=\S)/gu;

/** The places where a sentence or a semicolon lets another thought begin. */
export function findSentences(text: string, { from, to }: Span): readonly ProposedSplit[] {
  const words = text.slice(from, to);
  const splits: ProposedSplit[] = [];
  for (const match of words.matchAll(sentenceEnd)) {
    const [whole, stop = '', closing = ''] = match;
    const at = match.index + whole.length;
    const confidence = confidenceOf(words, { stopAt: match.index, at, stop, closing });
    if (confidence > 0) splits.push({ at: from + at, reason: 'sentence', confidence });
  }
  for (const match of words.matchAll(/;["”»’]?\s+(?=\S)/gu)) {
    const at = match.index + match[0].length;
    splits.push({ at: from + at, reason: 'semicolon', confidence: confidenceOfHalf(words, at) });
  }
  for (const match of words.matchAll(
    /[^.!?;…\s]["”»’*_)]{0,3}[ \t]*\n\s*(?=[\p{Lu}"“«„\d([*_])/gu,
  )) {
    const at = match.index + match[0].length;
    splits.push({ at: from + at, reason: 'sentence', confidence: 0.45 });
  }
  return splits;
}

interface End {
  readonly stopAt: number;
  readonly at: number;
  readonly stop: string;
  readonly closing: string;
}

/** How sure it is that a stop ends a sentence; 0 where it does not. */
function confidenceOf(words: string, { stopAt, at, stop, closing }: End): number {
  const next = words.slice(at, at + 24);
  const startsBig = /^["“«„‘'([*_]{0,3}\p{Lu}/u.test(next);
  const startsFigure = /^["“«„([]?\d/u.test(next);
  if (!startsBig && !startsFigure) return 0;
  if (stop !== '.') return 0.9;
  const before =
    /[\p{L}\d.°’'-]{1,20}$/u.exec(words.slice(Math.max(0, stopAt - 20), stopAt))?.[0] ?? '';
  const lower = before.toLowerCase();
  if (closing === '' && /^\p{Lu}$/u.test(before)) return 0.3;
  if (closing === '' && (abbreviations.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(before)))
    return 0.25;
  if (stopAt < 3) return 0;
  return startsFigure ? 0.6 : 0.95;
}

/** A half-sentence that can stand alone speaks for a split; an item of a list less so. */
function confidenceOfHalf(words: string, at: number): number {
  const next = words.slice(at, at + 160);
  const isJoined =
    /^(?:and|or|but|provided|та|і|але|або|и|или|но|et|ou|mais|und|oder|aber)(?!\p{L})/iu.test(next);
  const hasVerb = / (?:shall|must|will|may|should|is|are|has|have) /i.test(` ${next} `);
  return hasVerb ? (isJoined ? 0.5 : 0.6) : 0.4;
}
