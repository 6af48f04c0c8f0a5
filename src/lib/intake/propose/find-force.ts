// The speech act of a demand and how firm it is; both are for display, no rule computes with them.
import type { Firmness, Modality } from '#lib/model/provision.ts';
import type { CueTables } from './cues/cue-tables.ts';
import { guess } from './guess.ts';
import type { Force, Guess } from './proposal.ts';
import type { PhraseTable } from './phrase-table.ts';
import type { BoundSide } from './settle-amounts.ts';
import { spanOfWords, tokenise, type Token } from './tokens.ts';

interface ForceSource {
  readonly words: readonly Token[];
  readonly cues: CueTables;
  readonly headings: readonly string[];
  readonly text: string;
  readonly modality: Modality;
  readonly side: BoundSide;
}

const nowhere = { from: 0, to: 0 };

/** By its words, else by the heading, else by who is bound. */
export function findForce(source: ForceSource): Guess<Force> {
  const { words, cues, headings, text } = source;
  const said = firstOf(words, cues.forces);
  if (said !== undefined) {
    const trigger = spanOfWords(words.slice(said.first, said.last));
    return guess(said.value, { confidence: 0.75, code: 'own-phrase', trigger, text });
  }
  const heading = headings.at(-1);
  const framed = heading === undefined ? undefined : framedForce(heading, cues);
  if (framed !== undefined)
    return {
      value: framed,
      confidence: 0.65,
      reason: { code: 'section-heading', words: heading ?? '' },
    };
  return guess(usualForce(source), { confidence: 0.45, code: 'default', trigger: nowhere, text });
}

function usualForce({ modality, side }: ForceSource): Force {
  if (modality === 'need-not' && side === 'own') return 'refusal';
  if (modality === 'free') return 'principle';
  if (modality === 'to-be-regulated') return 'procedure';
  return side === 'own' && modality === 'must' ? 'commitment' : 'demand';
}

function framedForce(heading: string, cues: CueTables): Force | undefined {
  const words = tokenise(heading);
  if (firstOf(words, cues.principles) !== undefined) return 'principle';
  if (firstOf(words, cues.procedures) !== undefined) return 'procedure';
  return (
    firstOf(words, cues.forces)?.value ?? (firstOf(words, cues.headings) ? 'demand' : undefined)
  );
}

/** How firm the words are; most papers do not say. */
export function findFirmness(
  words: readonly Token[],
  cues: CueTables,
  text: string,
): Guess<Firmness> {
  const said = firstOf(words, cues.firmness);
  if (said === undefined)
    return guess('unstated', { confidence: 0.6, code: 'default', trigger: nowhere, text });
  const trigger = spanOfWords(words.slice(said.first, said.last));
  return guess(said.value, { confidence: 0.55, code: 'own-phrase', trigger, text });
}

function firstOf<T>(words: readonly Token[], table: PhraseTable<T>) {
  for (let at = 0; at < words.length; at += 1) {
    const found = table.findAt(words, at);
    if (found !== undefined) return found;
  }
  return undefined;
}
