// Statements of fact: what a side reports or denies, and what is told in the past.
import type { FoundAmount } from './find-amounts.ts';
import { findModality } from './find-modality.ts';
import { nameOf, trimName } from './act-words.ts';
import { guess } from './guess.ts';
import type { Lookup } from './lookup.ts';
import { proposeAmounts } from './propose-amounts.ts';
import type { ProposedClaim } from './proposal.ts';
import { spanOf, spanOfWords, type Stretch, type Token } from './tokens.ts';
import { findVague } from './find-scope.ts';

interface ClaimSource {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly stretch: Stretch;
  /** The words without those of time and condition. */
  readonly words: readonly Token[];
  /** The same without figures. */
  readonly bare: readonly Token[];
  readonly amounts: readonly FoundAmount[];
  readonly lookup: Lookup;
}

interface ClaimCue {
  readonly first: number;
  readonly last: number;
  readonly holds: boolean;
  /** What is claimed stands behind the cue, or around it. */
  readonly isReport: boolean;
}

/** How far from the head of the words a side's "reports that" stands. */
const reportWithin = 7;

/** A claim, where the words report, deny, or tell of the past and demand nothing. */
export function proposeClaim(source: ClaimSource): ProposedClaim | undefined {
  const { text, tokens, stretch, words, bare, amounts, lookup } = source;
  const cue = reportIn(words, lookup) ?? pastIn(words, lookup);
  if (cue === undefined) return undefined;
  const end = words[cue.last - 1]?.to ?? 0;
  const told = cue.isReport ? bare.filter(({ from }) => from >= end) : bare;
  const [amount] = proposeAmounts(amounts.slice(0, 1), {
    ...{ text, tokens, lookup, anchors: [] },
    use: { modality: 'must', side: 'unknown' },
  });
  const trigger = spanOfWords(words.slice(cue.first, cue.last));
  const subject = subjectOf(told, lookup, text);
  if (subject === '') return undefined;
  return {
    kind: 'claim',
    words: spanOf(tokens, stretch),
    subject: guess(
      { label: subject },
      { confidence: 0.45, code: 'own-phrase', trigger: spanOfWords(told), text },
    ),
    holds: guess(cue.holds, {
      confidence: 0.7,
      code: cue.holds ? 'own-phrase' : 'negation',
      trigger,
      text,
    }),
    ...(amount === undefined ? {} : { amount }),
    force: guess('assertion', { confidence: 0.7, code: 'own-phrase', trigger, text }),
    vague: findVague(words, lookup, text),
  };
}

function reportIn(words: readonly Token[], { cues }: Lookup): ClaimCue | undefined {
  for (let at = 0; at < Math.min(words.length, reportWithin); at += 1) {
    const denial = cues.denials.findAt(words, at);
    // Whoever reports or denies stands before the verb; at the head it is a noun.
    if (denial !== undefined && at > 0) return { ...denial, holds: false, isReport: true };
    const report = cues.reports.findAt(words, at);
    if (report !== undefined) return { ...report, holds: true, isReport: true };
  }
  return undefined;
}

function pastIn(words: readonly Token[], { cues }: Lookup): ClaimCue | undefined {
  for (let at = 1; at < words.length; at += 1) {
    // What is told of somebody by the way ("children who were …") is not what the clause says.
    if (cues.relatives.findAt(words, at - 1) !== undefined) return undefined;
    const past = cues.pasts.findAt(words, at);
    if (past === undefined) continue;
    const { form } = findModality({ words, cues, headings: [] });
    return form === 'plain' || form === 'negation'
      ? { ...past, holds: form === 'plain', isReport: false }
      : undefined;
  }
  return undefined;
}

/** The words without figures, which are the amount's, up to the first sign. */
const subjectOf = (words: readonly Token[], { cues }: Lookup, text: string): string =>
  nameOf(text, words[0], [trimName(words, cues)]);
