// What holds for every segmentation, however it came about; a test asks for the first thing wrong.
import { checkDossier } from '#lib/model/check-dossier.ts';
import { sha256Of } from '#lib/model/digest.ts';
import { parseDossier } from '#lib/model/dossier.ts';
import { outlineOf } from '#lib/intake/segment/outline.ts';
import type { Segmentation } from '#lib/intake/segment/segmentation.ts';

/** Everything wrong with a segmentation of the text, as sentences; empty when all laws hold. */
export function faultsOf(segmentation: Segmentation, text: string): readonly string[] {
  return [
    ...faultsOfTree(segmentation),
    ...faultsOfCover(segmentation, text),
    ...faultsOfStretches(segmentation, text),
    ...faultsOfPaper(segmentation, text),
  ];
}

/** Pieces come in the order of the text, each after the one around it and inside it. */
function faultsOfTree({ pieces }: Segmentation): readonly string[] {
  const faults: string[] = [];
  const seen = new Map<string, (typeof pieces)[number]>();
  let last = 0;
  for (const piece of pieces) {
    if (seen.has(piece.id)) faults.push(`${piece.id} stands twice`);
    if (piece.span.from < last) faults.push(`${piece.id} comes too late`);
    last = piece.span.from;
    if (piece.parent !== undefined && !seen.has(piece.parent)) {
      faults.push(`${piece.id} has no parent before it`);
    }
    if (seen.get(piece.parent ?? '')?.kind === 'furniture' && piece.kind !== 'furniture') {
      faults.push(`${piece.id} is compared and stands under what is not`);
    }
    seen.set(piece.id, piece);
  }
  return faults;
}

/** Each visible sign is an own word of exactly one piece. */
function faultsOfCover(segmentation: Segmentation, text: string): readonly string[] {
  const owners = new Uint16Array(text.length);
  for (const { own } of outlineOf(segmentation.pieces, text)) {
    for (let at = own.from; at < own.to; at += 1) owners[at] = (owners[at] ?? 0) + 1;
  }
  const faults: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text.charAt(at).trim() !== '' && owners[at] !== 1) {
      faults.push(`the sign ${text.charAt(at)} at ${at} is in ${owners[at] ?? 0} pieces`);
    }
  }
  return faults;
}

/** Markers, headings and splits stand where they say. */
function faultsOfStretches(segmentation: Segmentation, text: string): readonly string[] {
  return outlineOf(segmentation.pieces, text).flatMap(({ id, own, marker, heading, splits }) => {
    const faults: string[] = [];
    if (marker && (marker.from < own.from || marker.to > own.to || marker.from >= marker.to)) {
      faults.push(`the marker of ${id} stands outside its words`);
    }
    if (heading !== undefined && heading.trim() === '') faults.push(`${id} has an empty heading`);
    for (const { at } of splits) {
      if (at <= own.from || at >= own.to)
        faults.push(`a split of ${id} lies at its edge or outside`);
    }
    if (splits.some(({ at }, i) => i > 0 && at <= (splits[i - 1]?.at ?? 0))) {
      faults.push(`the splits of ${id} are out of order`);
    }
    if (text.slice(own.from, own.to).trim() !== text.slice(own.from, own.to)) {
      faults.push(`${id} begins or ends in white space`);
    }
    return faults;
  });
}

/** A paper of the pieces has no error that the model knows of. */
function faultsOfPaper({ pieces, optionGroups }: Segmentation, text: string): readonly string[] {
  const whole = optionGroups.filter(({ choices }) => choices.length > 1);
  const groups = new Set(whole.map(({ id }) => id));
  const dossier = parseDossier({
    version: 1,
    id: 'd',
    title: 'A dossier',
    summary: 'for the test',
    language: 'en',
    actors: [{ id: 'a', name: 'A', party: true }],
    papers: [
      {
        id: 'a',
        kind: 'memorandum',
        parties: ['a'],
        title: 'A paper',
        dated: '2026',
        language: 'en',
        textKind: 'full',
        sources: [],
        text,
        sha256: sha256Of(text),
        options: whole,
        clauses: pieces.map(({ id, kind, span, parent, locator, locatorInferred, option }) => ({
          id,
          kind: kind === 'section' ? 'section' : 'clause',
          span,
          locator,
          locatorInferred,
          ...(parent === undefined ? {} : { parent }),
          ...(option && groups.has(option.group) ? { option } : {}),
        })),
      },
    ],
  });
  if (!dossier.ok) return dossier.problems.map(({ path, message }) => `${path}: ${message}`);
  return checkDossier(dossier.value)
    .filter(({ severity }) => severity === 'error')
    .map(({ path, message }) => `${path}: ${message}`);
}
