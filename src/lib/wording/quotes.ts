import type { Id } from '#lib/model/id.ts';
import type { TextKind } from '#lib/model/paper.ts';
import type { Evidence } from '#lib/engine/comparison.ts';
import type { QuotedWords } from './speaker.ts';
import type { Voice } from './voice.ts';

/** True for kinds of text that hold a paper's own words. */
export const isVerbatim = (kind: TextKind): boolean => kind === 'full' || kind === 'excerpt';

/** "full text", "paraphrase by the editors": the kind of text a paper has here. */
export function textNote({ lookup, phrases }: Voice, paper: Id): string {
  const found = lookup.papers.get(paper);
  return found ? phrases.papers.textNote(found.textKind, found.textBy) : '';
}

/** The words of a finding; never in quotation marks unless they are the paper's own. */
export function quote(voice: Voice, { paper, clause, rendering, words }: Evidence): QuotedWords {
  const { lookup, phrases } = voice;
  const kind = lookup.papers.get(paper)?.textKind;
  if (kind === undefined || !isVerbatim(kind)) {
    return { text: words.exact, verbatim: false, note: textNote(voice, paper) };
  }
  const text = phrases.grammar.verbatim(words.exact);
  const used = lookup.clauses.get(clause)?.clause.renderings.find(({ id }) => id === rendering);
  if (used?.translator === undefined) return { text, verbatim: true };
  return { text, verbatim: true, note: phrases.papers.translation(used.translator) };
}
