import { Document, isScalar, visit } from 'yaml';
import { sha256Of } from '#lib/model/digest.ts';
import { paperSchema, type Paper } from '#lib/model/paper.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { writeMarkedText } from './clause-markers.ts';
import { findLoneSurrogate, isRecord } from './plain-value.ts';
import { tidyBySchema } from './tidy-by-schema.ts';

/**
 * Writes one paper as Markdown with front matter. Refused when its text cannot stand in a text file
 * (half a character, a NUL), is not the one its hash was made of, or its clauses do not nest.
 */
export function formatPaperFile(paper: Paper): Parsed<string> {
  const fault = findTextFault(paper);
  if (fault !== undefined) return { ok: false, problems: [{ path: 'text', ...fault }] };
  const marked = writeMarkedText(paper.text, paper.clauses);
  if (!marked.ok) return marked;
  return { ok: true, value: `---\n${formatFrontMatter(paper)}---\n\n${marked.value}\n` };
}

function findTextFault(paper: Paper): { code: string; message: string } | undefined {
  if (findLoneSurrogate(paper) !== undefined) {
    return {
      code: 'lone_surrogate',
      message: 'the paper holds half a character (a lone surrogate)',
    };
  }
  if (paper.text.includes('\0')) {
    return { code: 'nul_character', message: 'the text holds a NUL character' };
  }
  if (sha256Of(paper.text) !== paper.sha256) {
    return { code: 'text_changed', message: 'the text is not the one that sha256 was made of' };
  }
  const splits = paper.clauses.find(
    ({ span }) => splitsCharacter(paper.text, span.from) || splitsCharacter(paper.text, span.to),
  );
  if (splits !== undefined) {
    const message = `the span of clause ${splits.id} cuts a character in two`;
    return { code: 'span_splits_character', message };
  }
  return undefined;
}

const splitsCharacter = (text: string, at: number): boolean =>
  at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;

function formatFrontMatter(paper: Paper): string {
  const tidy = tidyBySchema(paperSchema, paper);
  if (!isRecord(tidy)) return '';
  const { text: _text, clauses, ...front } = tidy;
  const listed = Array.isArray(clauses) ? clauses.map(withoutPlace) : [];
  const document = new Document(listed.length === 0 ? front : { ...front, clauses: listed }, {
    version: '1.2',
    schema: 'core',
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Scalar(_, node) {
      if (isScalar(node) && typeof node.value === 'string' && unsafeInPlainYaml.test(node.value)) {
        node.type = 'QUOTE_DOUBLE';
      }
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** Anything but printable characters and inner line feeds is safe only as an escape. */
const unsafeInPlainYaml = /[^\n\P{C}]|[\u2028\u2029]|^\s|\s$/u;

/** Span and parent stand in the text, as markers and their nesting. */
function withoutPlace(clause: unknown): unknown {
  if (!isRecord(clause)) return clause;
  const { span: _span, parent: _parent, ...rest } = clause;
  return rest;
}
