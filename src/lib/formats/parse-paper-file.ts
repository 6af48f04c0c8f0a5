import { sha256Of } from '#lib/model/digest.ts';
import { paperSchema, type Paper } from '#lib/model/paper.ts';
import { parseWith, type Parsed, type Problem } from '#lib/model/parsed.ts';
import { readMarkedText, type MarkedText } from './clause-markers.ts';
import { parseFrontMatter } from './parse-front-matter.ts';
import { isRecord } from './plain-value.ts';

/**
 * Reads one paper: front matter with everything but the text, then the text with clause markers.
 * Spans come from the markers; `parent` may be left out, then the nesting says it; `sha256` may be
 * left out, else it has to fit the text.
 */
export function parsePaperFile(id: string, file: string): Parsed<Paper> {
  const parts = parseFrontMatter(file);
  if (!parts.ok) return parts;
  const { data, body, bodyLine } = parts.value;
  if (!isRecord(data))
    return refuse(
      'front_matter_empty',
      'line 2',
      'the front matter is not a list of "key: value" lines',
    );
  const faults = misplacedKeys(data);
  const marked = readMarkedText(body, bodyLine);
  if (!marked.ok) return { ok: false, problems: [...faults, ...marked.problems] };
  const { text, clauses } = placeClauses(data['clauses'], marked.value);
  const sha256 = sha256Of(text);
  const record = { ...data, text, sha256: data['sha256'] ?? sha256, clauses: clauses.records };
  const paper = parseWith(paperSchema, record);
  const problems = [...faults, ...clauses.problems];
  if (!paper.ok)
    return { ok: false, problems: [...problems, ...paper.problems.map(withQuoteHint)] };
  if (paper.value.id !== id) {
    const message = `the paper is called "${paper.value.id}" and its file "${id}.md"; make them equal`;
    problems.push({ code: 'paper_misnamed', path: 'id', message });
  }
  if (paper.value.sha256 !== sha256) problems.push(textChanged(text, paper.value.sha256));
  return problems.length > 0 ? { ok: false, problems } : paper;
}

function misplacedKeys(data: Readonly<Record<string, unknown>>): Problem[] {
  if (!('text' in data)) return [];
  const message = 'the text stands below the front matter, not in it';
  return [{ code: 'text_misplaced', path: 'text', message }];
}

interface PlacedClauses {
  readonly text: string;
  readonly clauses: { readonly records: unknown; readonly problems: Problem[] };
}

/** Gives every clause record the span and parent that its markers have in the text. */
function placeClauses(list: unknown, marked: MarkedText): PlacedClauses {
  const problems: Problem[] = [];
  const listed = new Set<unknown>();
  const records = !Array.isArray(list)
    ? list
    : list.map((clause: unknown, index) => {
        if (!isRecord(clause) || typeof clause['id'] !== 'string') return clause;
        const id = clause['id'];
        listed.add(id);
        const found = marked.clauses.get(id);
        const path = `clauses[${index}]`;
        if (found === undefined) {
          const message = `the clause ${id} is not marked in the text; put <!--clause ${id}--> and <!--/clause--> around its words, or around nothing`;
          problems.push({ code: 'clause_unmarked', path, message });
        } else if (clause['parent'] !== undefined && clause['parent'] !== found.parent) {
          const inside = found.parent === undefined ? 'inside no other' : `inside ${found.parent}`;
          const message = `the clause ${id} names the parent ${JSON.stringify(clause['parent'])}, but stands ${inside}; the markers have to nest as the clauses do`;
          problems.push({ code: 'clause_nesting', path: `${path}.parent`, message });
        }
        if ('span' in clause) {
          const message = `the span of ${id} comes from its markers; take it out`;
          problems.push({ code: 'span_misplaced', path: `${path}.span`, message });
        }
        return { ...clause, ...(found ?? { span: { from: 0, to: 0 } }) };
      });
  for (const id of marked.clauses.keys()) {
    if (listed.has(id)) continue;
    const message = `the text marks a clause ${id} that the front matter does not list; add it, or take its markers out`;
    problems.push({ code: 'clause_marker_unknown', path: 'clauses', message });
  }
  return { text: marked.text, clauses: { records, problems } };
}

function textChanged(text: string, expected: string): Problem {
  const unix = text.replaceAll('\r\n', '\n');
  const endings = [unix, unix.replaceAll('\n', '\r\n')].some((t) => sha256Of(t) === expected);
  const cause = endings ? 'only the line breaks differ: an editor or git has changed them' : '';
  const advice =
    'a text never changes: make a new paper that supersedes this one, or remove the line sha256 if the text was mistyped before anybody coded it';
  const message = `the text is not the one that sha256 was made of; ${cause || advice}`;
  return { code: 'text_changed', path: 'sha256', message };
}

/** YAML reads 1.2 and 2025 as numbers; whoever writes a locator or year means text. */
function withQuoteHint(problem: Problem): Problem {
  const isNumber = /expected string, received (number|boolean|null)/.test(problem.message);
  return isNumber
    ? { ...problem, message: `${problem.message}; put it in quotation marks` }
    : problem;
}

const refuse = (code: string, path: string, message: string): Parsed<never> => ({
  ok: false,
  problems: [{ code, path, message }],
});
