// Raw files to a draft comparison without anybody at a keyboard: what a form would have asked is taken
// from the files, and what is not in them is said to be unknown.
import { extname } from 'node:path';
import { draftDossier } from '#lib/intake/draft/draft-dossier.ts';
import { emptyDossier } from '#lib/intake/draft/empty-dossier.ts';
import type { DraftMeta, DraftPaper } from '#lib/intake/draft/draft-paper.ts';
import { guessParty } from '#lib/intake/draft/guess-party.ts';
import type { RawFile, ReadDocument, ReadOptions } from '#lib/intake/document.ts';
import { nameAmong } from '#lib/intake/parts/same-party.ts';
import { choosePacks, starterPacks } from '#lib/intake/packs/starter-packs.ts';
import type { StarterPack } from '#lib/intake/packs/starter-pack.ts';
import { suggestPack } from '#lib/intake/packs/suggest-packs.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import { findPrintedDate } from './printed-date.ts';
import { cutFile, type CutFile, type CutPaper } from './cut-file.ts';

export interface FilesToDraft {
  readonly files: readonly RawFile[];
  /** Whose papers they are, one name a file; missing: as the files say, else as they are called. */
  readonly parties?: readonly string[];
  /** Ids of starter packs; missing: the one that fits the texts, if any does. */
  readonly packs?: readonly string[];
  readonly revisions?: ReadOptions['revisions'];
  /** The day of reading, for papers that do not tell their date: `YYYY-MM-DD`. */
  readonly today: string;
}

/** A draft that is nowhere stored, and what the program is unsure of or left out. */
export interface FileDraft {
  readonly dossier: Dossier;
  readonly files: readonly CutFile[];
  /** The starter pack that was chosen by the texts; undefined when none was, or packs were named. */
  readonly guessedPack: string | undefined;
}

/** Reads, cuts and drafts; every file that cannot be read is told, not only the first. */
export async function draftFromFiles(order: FilesToDraft): Promise<Parsed<FileDraft>> {
  const { files, parties = [], revisions, today } = order;
  const known = parties.map((name) => ({ id: name, names: [name] }));
  const options = { parties: known, ...(revisions === undefined ? {} : { revisions }) };
  const cut = await Promise.all(files.map((file) => cutFile(file, options)));
  const problems = cut.flatMap((file): readonly Problem[] => (file.ok ? [] : file.problems));
  if (problems.length > 0) return { ok: false, problems };
  const read = cut.flatMap((file) => (file.ok ? [file.value] : []));
  const papers: DraftPaper[] = [];
  for (const [index, file] of read.entries())
    for (const paper of file.papers) {
      const there = [...known, ...papers.flatMap(({ meta }) => namesOf(meta))];
      papers.push(describe(paper, file, { party: parties[index], there, today }));
    }
  const { chosen, guessed } = packsFor(order, papers);
  const title = papers
    .map(({ meta }) => meta.title)
    .join(' / ')
    .slice(0, 200);
  const base = emptyDossier({ id: 'draft', title: title === '' ? 'Draft' : title });
  const { dossier } = draftDossier({ base, packs: chosen, papers });
  return { ok: true, value: { dossier, files: read, guessedPack: guessed } };
}

function packsFor(
  { packs }: FilesToDraft,
  papers: readonly DraftPaper[],
): { readonly chosen: readonly StarterPack[]; readonly guessed: string | undefined } {
  if (packs !== undefined) return { chosen: choosePacks(packs), guessed: undefined };
  const texts = papers.flatMap(({ document, segmentation }) =>
    segmentation.pieces
      .filter(({ kind }) => kind === 'clause')
      .map(({ span }) => document.text.slice(span.from, span.to)),
  );
  const language = papers[0]?.meta.language ?? 'en';
  const pack = suggestPack(texts, { packs: starterPacks, language });
  return { chosen: pack === undefined ? [] : [pack], guessed: pack?.id };
}

const namesOf = ({ party }: DraftMeta): readonly { readonly names: readonly string[] }[] =>
  'name' in party ? [{ names: [party.name] }] : [];

interface Known {
  /** Whose paper it is said to be. */
  readonly party: string | undefined;
  /** The parties of the papers before it, and those that were named. */
  readonly there: readonly { readonly names: readonly string[] }[];
  readonly today: string;
}

function describe(
  { part, document, segmentation }: CutPaper,
  file: CutFile,
  known: Known,
): DraftPaper {
  const { meta } = file.document;
  const title = part.title ?? meta.title ?? withoutEnding(document.name);
  const named = file.papers.length === 1 ? known.party : undefined;
  const own = part.party ?? guessParty({ title, fileName: document.name });
  const dated = dateOf(document, file.document);
  const described: DraftMeta = {
    party: { name: named ?? nameAmong(own, known.there) },
    title,
    dated: dated ?? known.today,
    kind: part.textKind === 'reported' ? 'statement' : 'memorandum',
    textKind: part.textKind,
    attribution: part.textKind === 'reported' ? 'reported' : 'own',
    language: meta.language ?? 'en',
    sources: sourcesOf(document, known.today),
    undated: dated === undefined,
  };
  return { document, segmentation, meta: described };
}

/** Word processors and printers date the file and not the text; only what the text says counts. */
function dateOf(own: ReadDocument, { format, meta }: ReadDocument): string | undefined {
  const ofFile = format === 'docx' || format === 'pdf';
  return findPrintedDate(own.text) ?? (ofFile ? undefined : (meta.dated ?? meta.published));
}

function sourcesOf({ meta, name }: ReadDocument, today: string): DraftMeta['sources'] {
  const { url, publisher, published, language = 'en' } = meta;
  return [
    {
      publisher: publisher ?? 'own file',
      title: meta.title ?? name,
      ...(url !== undefined && /^https?:\/\//.test(url) ? { url } : {}),
      ...(published === undefined ? {} : { date: published }),
      read: today,
      language,
    },
  ];
}

const withoutEnding = (name: string): string => name.slice(0, name.length - extname(name).length);
