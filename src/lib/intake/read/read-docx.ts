// DOCX: a zip archive of XML parts (ISO/IEC 29500). The body is laid out as text with the numbers the
// program would show; what stands beside it or is not shown in the chosen view of changes is listed.
import type { Parsed } from '#lib/model/parsed.ts';
import type { RawFile, ReadDocument, ReadOptions, ReadWarning } from '../document.ts';
import { refuseFile } from '../refusal.ts';
import { isCompoundFile, refusalOf } from './docx/compound-file.ts';
import { Layout } from './docx/lay-out.ts';
import { loadSource } from './docx/load-source.ts';
import { readMetadata } from './docx/metadata.ts';
import { openPackage, Unreadable, type Package } from './docx/open-package.ts';
import { plainWords } from './docx/plain-words.ts';
import type { Source } from './docx/source.ts';
import { TextWriter } from './docx/text-writer.ts';
import { hasVisibleSign } from './tidy-signs.ts';

/**
 * Reads a DOCX with the tracked changes accepted, rejected, or both kept and marked (accepted unless
 * `revisions` says else). A row of a table has a cell for each of its columns; cells that are merged
 * away are empty. Never throws.
 */
export async function readDocx(
  { name, bytes }: RawFile,
  { revisions = 'accepted' }: ReadOptions = {},
): Promise<Parsed<ReadDocument>> {
  if (bytes.length === 0) return refuseFile('empty', name);
  if (isCompoundFile(bytes)) {
    const { code, detail } = refusalOf(bytes);
    return refuseFile(code, name, detail);
  }
  let opened: Package | undefined;
  try {
    opened = await openPackage(bytes);
    const loaded = await loadSource(opened, revisions);
    const writer = new TextWriter();
    const layout = new Layout(loaded.source, writer);
    layout.layOutAll(loaded.body);
    listAside(loaded, writer);
    const laid = writer.finish();
    if (!hasVisibleSign(laid.text))
      return refuseFile(loaded.source.pictures > 0 ? 'image_only' : 'no_text', name);
    return {
      ok: true,
      value: {
        format: 'docx',
        name,
        ...laid,
        warnings: warningsOf(loaded.source, opened.isBroken(), layout.embedded),
        meta: readMetadata({ ...loaded.properties, shownTitle: titleOf(laid) }),
      },
    };
  } catch (error) {
    if (error instanceof Unreadable) return refuseFile(error.code, name, error.detail);
    throw error;
  } finally {
    opened?.close();
  }
}

/** A heading of the highest level above all else is the title. */
function titleOf({ blocks: [first], text }: Pick<ReadDocument, 'blocks' | 'text'>) {
  const isTitle = first?.kind === 'heading' && first.level === 1;
  return isTitle ? text.slice(first.span.from, first.span.to).replace(/\s+/g, ' ') : undefined;
}

/** Lists page heads and feet, and what nothing in the text refers to. */
function listAside(
  { source, heads, feet }: Awaited<ReturnType<typeof loadSource>>,
  writer: TextWriter,
): void {
  for (const words of heads) writer.omitAtStart('page-head', words);
  for (const words of feet) writer.omit('page-foot', words);
  for (const words of source.looseComments()) writer.omit('comment', words);
  for (const note of source.looseNotes()) {
    writer.omit('hidden', `${plainWords(note)}\n`);
  }
}

function warningsOf(source: Source, isBroken: boolean, embedded: number): readonly ReadWarning[] {
  const warnings: ReadWarning[] = [];
  if (source.hasTracked) {
    const shown = {
      accepted: 'they are read as accepted',
      rejected: 'they are read as rejected',
      both: 'old and new words are both read, and marked',
    }[source.view];
    warnings.push({ code: 'tracked-changes', message: `the file holds tracked changes; ${shown}` });
  }
  if (isBroken) {
    const message = 'the file is damaged; what could be read of it is here';
    warnings.push({ code: 'markup-broken', message });
  }
  if (source.pictures > 0) {
    const message = `words inside pictures (there are ${source.pictures}) are not read`;
    warnings.push({ code: 'picture-text', message });
  }
  if (embedded > 0) {
    const message = `other documents (${embedded}) are held inside this one and were not read`;
    warnings.push({ code: 'several-texts', message });
  }
  return warnings;
}
