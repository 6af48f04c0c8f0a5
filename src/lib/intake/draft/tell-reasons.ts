import type { Guess, ProposalReason, ProposedProvision } from '../propose/proposal.ts';

const kinds: Readonly<Record<ProposalReason['code'], string>> = {
  'modal-verb': 'modal verb',
  'noun-phrase': 'turn of phrase',
  negation: 'negation',
  'section-heading': 'heading',
  'party-name': 'name',
  'paper-party': 'whose paper it is',
  'pack-phrase': 'phrase of the lexicon',
  'own-phrase': 'the clause’s own words',
  'confirmed-before': 'like one confirmed before',
  figure: 'figure',
  date: 'date',
  duration: 'duration',
  'condition-word': 'word of condition',
  'order-word': 'word of order',
  'vague-word': 'vague word',
  default: 'nothing in the words; the usual case',
};

/** A slot of a proposal with the words it rests on, why, and how sure the program is (0 to 1). */
export interface TellingSlot {
  readonly slot: string;
  readonly words: string;
  readonly code: ProposalReason['code'];
  readonly confidence: number;
}

/** What each slot of a proposal rests on, the deciding ones first. */
export function reasonsOf(proposal: ProposedProvision): readonly TellingSlot[] {
  switch (proposal.kind) {
    case 'norm':
      return [
        tell('modality', proposal.modality),
        tell('act', proposal.act),
        tell('who is bound', proposal.bearers),
        ...proposal.amounts.map((guess) => tell('amount', guess)),
        ...proposal.given.map((guess) => tell('condition', guess)),
        ...proposal.scope.map((guess) => tell('scope', guess)),
        ...proposal.orders.map((guess) => tell('order', guess)),
      ];
    case 'order':
      return [tell('order', proposal.order)];
    case 'claim':
      return [
        tell('subject', proposal.subject),
        tell('holds', proposal.holds),
        ...(proposal.amount === undefined ? [] : [tell('figure', proposal.amount)]),
      ];
  }
}

const tell = (slot: string, { reason, confidence }: Guess<unknown>): TellingSlot => ({
  slot,
  words: reason.words,
  code: reason.code,
  confidence,
});

/** The same in one line: modality: “lifting of” (turn of phrase, 85 %); … */
export const tellReasons = (proposal: ProposedProvision): string =>
  reasonsOf(proposal)
    .map(({ slot, words, code, confidence }) => {
      const quoted = words.trim() === '' ? '' : `“${words.trim()}” `;
      return `${slot}: ${quoted}(${kinds[code]}, ${String(Math.round(confidence * 100))} %)`;
    })
    .join('; ');
