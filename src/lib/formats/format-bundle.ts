import { dossierSchema, type Dossier } from '#lib/model/dossier.ts';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import type { Provision } from '#lib/model/provision.ts';
import {
  bundleFormat,
  citableTexts,
  dossierFile,
  paperPath,
  type BundleFiles,
  type CitableTexts,
} from './bundle.ts';
import { formatPaperFile } from './format-paper-file.ts';
import { findLoneSurrogate, isRecord } from './plain-value.ts';
import { tidyBySchema } from './tidy-by-schema.ts';

/** Writes a dossier as files; the same dossier always gives the same bytes. */
export function formatBundle(dossier: Dossier): Parsed<BundleFiles> {
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>();
  const problems: Problem[] = [];
  const lone = findLoneSurrogate({ ...dossier, papers: [] });
  if (lone !== undefined) {
    const message = 'this text holds half a character (a lone surrogate)';
    problems.push({ code: 'lone_surrogate', path: `${dossierFile}: ${lone}`, message });
  }
  files.set(dossierFile, encoder.encode(formatDossierJson(dossier)));
  for (const paper of dossier.papers) {
    const file = formatPaperFile(paper);
    const path = paperPath(paper.id);
    if (files.has(path)) {
      const message = `two papers are called ${paper.id}; give one another id`;
      problems.push({ code: 'duplicate_id', path, message });
    }
    if (file.ok) files.set(path, encoder.encode(file.value));
    else problems.push(...file.problems.map((p) => ({ ...p, path: `${path}: ${p.path}` })));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: files };
}

function formatDossierJson(dossier: Dossier): string {
  const tidy = tidyBySchema(dossierSchema, { ...dossier, papers: [], provisions: [] });
  const textOf = citableTexts(dossier.papers);
  const ids = dossier.papers.map((paper) => paper.id);
  const provisions = dossier.provisions.map((provision) => shortenWords(provision, textOf));
  const record: Record<string, unknown> = { format: bundleFormat };
  for (const key of Object.keys(dossierSchema.def.innerType.shape)) {
    if (key === 'papers' && ids.length > 0) record[key] = ids;
    else if (key === 'provisions' && provisions.length > 0) record[key] = provisions;
    else if (isRecord(tidy) && tidy[key] !== undefined) record[key] = tidy[key];
  }
  return `${JSON.stringify(record, null, '\t')}\n`;
}

const provisionSchema = dossierSchema.def.innerType.shape.provisions;

/** Words that stand where a reader would look first need no offsets. */
function shortenWords(provision: Provision, textOf: CitableTexts): unknown {
  const [tidy] = [tidyBySchema(provisionSchema, [provision])].flat();
  const { from, exact } = provision.words;
  const isFirst = textOf(provision.clause, provision.rendering)?.indexOf(exact) === from;
  return isRecord(tidy) && isFirst ? { ...tidy, words: exact } : tidy;
}
