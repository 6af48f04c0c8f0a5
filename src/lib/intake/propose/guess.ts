import type { Span } from '#lib/model/clause.ts';
import type { Guess, ProposalReason } from './proposal.ts';

interface Grounds {
  readonly confidence: number;
  readonly code: ProposalReason['code'];
  readonly text: string;
  readonly trigger: Span;
}

/** A value with the words it rests on; without a trigger where nothing in the words says it. */
export function guess<T>(value: T, { confidence, code, text, trigger }: Grounds): Guess<T> {
  const words = text.slice(trigger.from, trigger.to);
  const known = { value, confidence: Math.round(confidence * 100) / 100, reason: { code, words } };
  return words === '' ? known : { ...known, trigger };
}
