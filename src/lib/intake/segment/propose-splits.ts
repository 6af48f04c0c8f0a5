/** Where the words of one clause may be two demands; nothing is split by the program itself. */
import { findCoordination } from './find-coordination.ts';
import { findSentences } from './find-sentences.ts';
import type { ProposedSplit } from './segmentation.ts';
import type { Sketch } from './sketch.ts';

/** The proposed splits of a piece, in the order of the text; none for words that set no terms. */
export function proposeSplits(text: string, sketch: Sketch): readonly ProposedSplit[] {
  const { own, kind, marker } = sketch;
  if (kind === 'furniture' || kind === 'section') return [];
  const words = { from: marker?.span.to ?? own.from, to: own.to };
  const byPlace = new Map<number, ProposedSplit>();
  const proposed = [...findSentences(text, words), ...findCoordination(text, words)];
  for (const split of proposed) {
    const known = byPlace.get(split.at);
    const isInside = split.at > words.from && split.at < own.to;
    if (isInside && (known === undefined || known.confidence < split.confidence)) {
      byPlace.set(split.at, split);
    }
  }
  return [...byPlace.values()].sort((a, b) => a.at - b.at);
}
