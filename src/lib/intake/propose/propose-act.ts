/**
 * The act of a demand: one that the dossier knows, where its phrases are in the words, else a new one
 * read out of them. Where the phrase of a known act holds the very words that rule ("ban on propaganda"
 * for outlawing it, "restrictions on forces" for limiting them), they rule no longer: the act is what
 * they say.
 */
import type { Modality } from '#lib/model/provision.ts';
import type { FoundModality } from './find-modality.ts';
import { guess } from './guess.ts';
import type { Lookup } from './lookup.ts';
import { namingWords, subjectAt } from './named-sides.ts';
import type { FoundRecord } from './phrase-index.ts';
import type { Guess, NamedThing } from './proposal.ts';
import { readAct, type ReadAct } from './read-act.ts';
import { spanOfWords, tokenise, type Token } from './tokens.ts';
import { verbOf } from './word-forms-en.ts';

interface ActSource {
  readonly text: string;
  readonly words: readonly Token[];
  /** The words without figures. */
  readonly bare: readonly Token[];
  readonly lookup: Lookup;
  readonly modality: FoundModality;
  readonly isLimit: boolean;
}

/** The act with all that was read around it. */
export interface ProposedAct {
  readonly read: ReadAct;
  readonly act: Guess<NamedThing>;
  /** The act as something that happens, for orders of steps. */
  readonly event: NamedThing;
  readonly modality: Guess<Modality>;
}

/** The act of a demand and the modality it is left with. */
export function proposeAct(source: ActSource): ProposedAct {
  const { text, words, bare, lookup, modality } = source;
  const known = lookup.acts.find(words);
  const read = readAct({
    ...{ text, words: bare, cues: lookup.cues },
    modality: { ...modality, cue: cueAmong(bare, words, modality) },
    bearerEnd: subjectAt(bare, lookup)?.last ?? 0,
    naming: namingWords(bare, lookup),
    isLimit: source.isLimit,
  });
  const act =
    known === undefined
      ? guess({ label: read.label }, ownGrounds(source, read))
      : guess(
          { id: known.record.id, label: known.record.names[0] ?? read.label },
          {
            confidence: known.confidence,
            code: 'pack-phrase',
            trigger: widest(known.tokens),
            text,
          },
        );
  const event = lookup.events.find(bare)?.record;
  return {
    read,
    act,
    event: event === undefined ? act.value : { id: event.id, label: event.names[0] ?? event.id },
    modality: modalityFor(source, known),
  };
}

const ownGrounds = ({ text }: ActSource, read: ReadAct) => ({
  confidence: read.confidence,
  code: 'own-phrase' as const,
  trigger: spanOfWords(read.words),
  text,
});

const widest = (tokens: readonly Token[]) =>
  spanOfWords(tokens.toSorted((a, b) => a.from - b.from));

/** Where the deciding words stand once the figures are gone. */
function cueAmong(
  bare: readonly Token[],
  words: readonly Token[],
  { cue }: FoundModality,
): FoundModality['cue'] {
  const before = new Set(words.slice(0, cue.first));
  const upTo = new Set(words.slice(0, cue.last));
  const first = bare.filter((token) => before.has(token)).length;
  return { first, last: bare.filter((token) => upTo.has(token)).length };
}

function modalityFor(source: ActSource, known: FoundRecord | undefined): Guess<Modality> {
  const { text, words, modality } = source;
  const cue = words.slice(modality.cue.first, modality.cue.last);
  const grounds = {
    confidence: modality.confidence,
    code: modality.code,
    text,
    trigger: spanOfWords(cue),
  };
  if (source.isLimit && modality.modality === 'must-not') return guess('must', grounds);
  if (known === undefined) return guess(modality.modality, grounds);
  const isHeld = known.tokens.some((token) => cue.includes(token));
  const isNegated = source.lookup.cues.negators.findAt(words, modality.cue.first) !== undefined;
  const held = isHeld ? heldModality(modality, isNegated ? 'negated' : 'plain') : undefined;
  if (held !== undefined) return guess(held, { ...grounds, confidence: 0.7 });
  if (modality.modality === 'must-not' && speaksOfLimits(source, known))
    return guess('free', { ...grounds, confidence: 0.6 });
  return endsAct(words, known) && modality.modality === 'must'
    ? guess('must-not', { ...grounds, confidence: 0.55, code: 'noun-phrase' })
    : guess(modality.modality, grounds);
}

/** What is left to say of an act whose own name holds the words that rule. */
function heldModality(
  { modality, form }: FoundModality,
  said: 'negated' | 'plain',
): Modality | undefined {
  if (form !== 'head' && form !== 'modal') return undefined;
  if (modality === 'must-not' && said === 'plain') return 'must';
  if (modality === 'free') return said === 'negated' || form === 'modal' ? 'must-not' : 'must';
  return undefined;
}

/** How many words behind the modal the limits are named: "may put any limits on". */
const limitWithin = 4;

/**
 * "Nobody may put limits on the fleet", "no limits may be put on the fleet", where the act found is
 * having the fleet, not limiting it.
 */
function speaksOfLimits({ words, modality, lookup }: ActSource, known: FoundRecord): boolean {
  const { first, last } = modality.cue;
  for (let at = modality.isTurned ? 0 : first; at < last + limitWithin; at += 1) {
    const limit = lookup.cues.limits.findAt(words, at);
    if (limit !== undefined) return !known.tokens.some((token) => token === words[at]);
  }
  return false;
}

const endings: ReadonlySet<string> = new Set([
  'end',
  'stop',
  'cease',
  'halt',
  'discontinue',
  'suspend',
  'terminate',
]);

/** Verbs of acts that are themselves an ending. */
const endingLabels: ReadonlySet<string> = new Set([
  ...endings,
  'lift',
  'remove',
  'abolish',
  'eliminate',
  'dissolve',
  'withdraw',
  'waive',
  'freeze',
  'close',
]);

/** "End of mobilisation" speaks of mobilising, and wants it no longer. */
function endsAct(words: readonly Token[], { record }: FoundRecord): boolean {
  const first = words.slice(0, 3).some(({ word }) => endings.has(verbOf(word)?.verb ?? ''));
  const label = tokenise(record.names[0] ?? '')[0]?.word ?? '';
  return first && !endingLabels.has(verbOf(label)?.verb ?? label);
}
