import type { Clause, Span } from '#lib/model/clause.ts';
import type { Parsed, Problem } from '#lib/model/parsed.ts';
import { formatPlace } from './parse-json.ts';

/**
 * Clause boundaries inside a paper's text are written as HTML comments, which Markdown renderers do
 * not show: `<!--clause II.1-->1. Cease fire.<!--/clause-->`, nested as the clause tree is. A text
 * that itself holds such a comment gets a backslash behind `<!--`; each later writing adds one more,
 * so that every text comes back as it was.
 */
export interface MarkedClause {
  readonly span: Span;
  readonly parent?: string;
}

export interface MarkedText {
  readonly text: string;
  readonly clauses: ReadonlyMap<string, MarkedClause>;
}

const literal = /<!--(\\*[ \t]*\/?[ \t]*clause)/g;
const sign = new RegExp(
  /<!--(?:(\\+)([ \t]*\/?[ \t]*clause)|[ \t]*clause[ \t]+([\w.-]+?)[ \t]*-->|[ \t]*\/[ \t]*(clause)[ \t]*-->|([ \t]*\/?[ \t]*clause))/g,
);

interface Open {
  readonly id: string;
  readonly from: number;
  readonly at: number;
}

/** Takes the markers out of `marked`, giving the text and every clause's span and parent. */
export function readMarkedText(marked: string, firstLine = 1): Parsed<MarkedText> {
  const problems: Problem[] = [];
  const clauses = new Map<string, MarkedClause>();
  const open: Open[] = [];
  const refuse = (code: string, at: number, message: string): void => {
    problems.push({ code, path: formatPlace(marked, at, firstLine), message });
  };
  let text = '';
  let rest = 0;
  for (const match of marked.matchAll(sign)) {
    const at = match.index;
    const [whole, backslashes, escaped = '', id, close] = match;
    text += marked.slice(rest, at);
    rest = at + whole.length;
    if (backslashes !== undefined) {
      text += `<!--${backslashes.slice(1)}${escaped}`;
    } else if (id !== undefined) {
      if (clauses.has(id) || open.some((clause) => clause.id === id)) {
        refuse('clause_marker_doubled', at, `the clause ${id} is marked twice; keep one`);
      }
      open.push({ id, from: text.length, at });
    } else if (close !== undefined) {
      const clause = open.pop();
      if (clause === undefined) {
        refuse('clause_marker_unopened', at, 'a clause ends here that was never begun');
      } else {
        const parent = open.at(-1)?.id;
        const span = { from: clause.from, to: text.length };
        clauses.set(clause.id, parent === undefined ? { span } : { span, parent });
      }
    } else {
      refuse(
        'clause_marker_malformed',
        at,
        'write <!--clause ID--> and <!--/clause-->, or <!--\\clause if the text itself says so',
      );
    }
  }
  for (const { id, at } of open) {
    refuse(
      'clause_marker_unclosed',
      at,
      `the clause ${id} begins here and never ends; add <!--/clause-->`,
    );
  }
  text += marked.slice(rest);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { text, clauses } };
}

/**
 * Puts markers around the clauses of a text. Refused when a clause lies outside its parent, overlaps
 * its neighbour, or names a parent that is not in the list: nesting could not show the tree.
 */
export function writeMarkedText(text: string, clauses: readonly Clause[]): Parsed<string> {
  const children = Map.groupBy(clauses, (clause) => clause.parent);
  const problems: Problem[] = [];
  let marked = '';
  let written = 0;
  const writeSpan = (span: Span, parent: string | undefined, depth: number): void => {
    let at = span.from;
    const inner = (children.get(parent) ?? []).toSorted(
      (a, b) => a.span.from - b.span.from || a.span.to - b.span.to,
    );
    for (const clause of inner) {
      written += 1;
      if (clause.span.from < at || clause.span.to > span.to || depth > maxDepth) {
        problems.push(crossing(clause));
        continue;
      }
      marked += `${escapeText(text.slice(at, clause.span.from))}<!--clause ${clause.id}-->`;
      writeSpan(clause.span, clause.id, depth + 1);
      marked += '<!--/clause-->';
      at = clause.span.to;
    }
    marked += escapeText(text.slice(at, span.to));
  };
  writeSpan({ from: 0, to: text.length }, undefined, 0);
  if (written < clauses.length && problems.length === 0) {
    const message = 'some clauses hang under a parent that does not exist or under themselves';
    problems.push({ code: 'clause_tree_broken', path: 'clauses', message });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: marked };
}

const maxDepth = 200;

const crossing = (clause: Clause): Problem => ({
  code: 'spans_cross',
  path: 'clauses',
  message: `the span of clause ${clause.id} crosses its neighbour or leaves its parent or the text`,
});

const escapeText = (text: string): string => text.replace(literal, '<!--\\$1');
