import { LineCounter, Lexer, isScalar, parseDocument, visit, type Document } from 'yaml';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import { forbiddenKeys } from './parse-json.ts';

/** Far above any real paper: front matter of 10,000 clauses takes about one megabyte. */
const maxLength = 8 * 1024 * 1024;
const maxDepth = 64;
const maxAliases = 100;

/** The front matter of a Markdown file as a value, and what stands behind it. */
export interface FrontMatter {
  readonly data: unknown;
  readonly body: string;
  /** The number of the line on which the body begins. */
  readonly bodyLine: number;
}

/**
 * Splits a Markdown file into YAML front matter and body. Exactly one blank line behind the front
 * matter and one line break at the very end belong to the form; everything else is the body.
 */
export function parseFrontMatter(file: string): Parsed<FrontMatter> {
  const open = /^---[ \t]*\r?\n/.exec(file);
  if (!open) {
    return refuse('front_matter_missing', 'line 1', 'begin the file with a line "---", then YAML');
  }
  const close = /^---[ \t]*(?:\r?\n|$)/gm;
  close.lastIndex = open[0].length;
  const end = close.exec(file);
  if (!end) {
    return refuse('front_matter_open', 'line 1', 'end the front matter with a line "---"');
  }
  const yaml = file.slice(open[0].length, end.index);
  const rest = file.slice(end.index + end[0].length);
  const blank = /^\r?\n/.exec(rest)?.[0] ?? '';
  const newline = open[0].endsWith('\r\n') ? /\r?\n$/ : /\n$/;
  const data = parseYaml(yaml);
  if (!data.ok) return data;
  const bodyLine = 3 + countLines(yaml) + (blank === '' ? 0 : 1);
  return {
    ok: true,
    value: { data: data.value, body: rest.slice(blank.length).replace(newline, ''), bodyLine },
  };
}

/** Reads YAML (core schema, no tags, few aliases, no doubled keys); lines count from the second. */
function parseYaml(text: string): Parsed<unknown> {
  if (text.length > maxLength) {
    return refuse('front_matter_too_long', 'line 2', 'the front matter is longer than 8 MB');
  }
  if (isNestedTooDeep(text)) {
    return refuse(
      'nested_too_deep',
      'line 2',
      `the front matter is nested more than ${maxDepth} deep`,
    );
  }
  const lines = new LineCounter();
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `line ${line + 1}, column ${col}`;
  };
  try {
    const document = parseDocument(text, {
      schema: 'core',
      merge: false,
      uniqueKeys: true,
      stringKeys: true,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: lines,
    });
    const problems = [...faultsOf(document, place), ...forbiddenKeysOf(document, place)];
    if (problems.length > 0) return { ok: false, problems };
    return { ok: true, value: document.toJS({ maxAliasCount: maxAliases }) as unknown };
  } catch (error) {
    const aliases = error instanceof ReferenceError;
    return aliases
      ? refuse(
          'yaml_aliases',
          'line 2',
          'the front matter repeats itself by aliases too often; write it out',
        )
      : refuse(
          'yaml_syntax',
          'line 2',
          'the front matter cannot be read as YAML; is it nested too deep?',
        );
  }
}

type Place = (offset: number) => string;

function faultsOf(document: Document, place: Place): Problem[] {
  return [...document.errors, ...document.warnings].map((fault) => ({
    code: fault.code === 'DUPLICATE_KEY' ? 'duplicate_key' : 'yaml_syntax',
    path: place(fault.pos[0]),
    message: `not valid YAML: ${fault.message}`,
  }));
}

function forbiddenKeysOf(document: Document, place: Place): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Pair(_, { key }) {
      if (!isScalar(key) || !forbiddenKeys.has(String(key.value))) return;
      const message = `the key "${String(key.value)}" is not allowed; take it out`;
      problems.push({ code: 'forbidden_key', path: place(key.range?.[0] ?? 0), message });
    },
  });
  return problems;
}

/** Counts open brackets and dashes by lexing alone, which never recurses. */
function isNestedTooDeep(text: string): boolean {
  let [depth, dashes, previous] = [0, 0, ''];
  for (const token of new Lexer().lex(text)) {
    if (previous !== scalarSign) {
      if (token === '[' || token === '{') depth += 1;
      else if (token === ']' || token === '}') depth = Math.max(0, depth - 1);
      else if (token === '-' || token === '?') dashes += 1;
      else if (token === '\n') dashes = 0;
    }
    if (depth > maxDepth || dashes > maxDepth) return true;
    previous = token;
  }
  return false;
}

/** The lexer puts this token before every plain or quoted scalar. */
const scalarSign = '\u001f';

const countLines = (text: string): number => text.split('\n').length - 1;

function refuse(code: string, path: string, message: string): Parsed<never> {
  return { ok: false, problems: [{ code, path, message }] };
}
