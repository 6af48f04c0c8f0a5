import type { Clause } from './clause.ts';
import { sha256Of } from './digest.ts';
import type { Dossier } from './dossier.ts';
import type { ProblemList } from './dossier-problem.ts';
import { clauseText, type Paper } from './paper.ts';

/** Reports clauses and quotes that do not stand where they say they stand. */
export function checkTexts(dossier: Dossier, found: ProblemList): void {
  dossier.papers.forEach((paper, index) => {
    const path = `papers[${index}]`;
    if (paper.sha256 !== sha256Of(paper.text)) {
      const message = `the text of ${paper.id} is not the one its sha256 was made of; a text never changes: make a new paper that supersedes it`;
      found.error('text_changed', `${path}.sha256`, message);
    }
    checkSpans(paper, path, found);
    checkSiblings(paper, path, found);
    checkLocators(paper, path, found);
  });
  checkWords(dossier, found);
}

function checkSpans(paper: Paper, path: string, found: ProblemList): void {
  const byId = new Map(paper.clauses.map((clause) => [clause.id, clause]));
  paper.clauses.forEach((clause, index) => {
    const place = `${path}.clauses[${index}].span`;
    const { from, to } = clause.span;
    if (to > paper.text.length) {
      const message = `clause ${clause.id} ends at ${to}, the text at ${paper.text.length}`;
      found.error('span_outside_text', place, message);
      return;
    }
    if (splitsCharacter(paper.text, from) || splitsCharacter(paper.text, to)) {
      const message = `the span of clause ${clause.id} cuts a character in two; move it by one`;
      found.error('span_splits_character', place, message);
    }
    checkAvailability(clause, place, found);
    const parent = clause.parent === undefined ? undefined : byId.get(clause.parent);
    if (parent && (from < parent.span.from || to > parent.span.to)) {
      const message = `clause ${clause.id} lies outside its parent ${parent.id}; a parent spans its children`;
      found.error('span_outside_parent', place, message);
    }
  });
}

const splitsCharacter = (text: string, at: number): boolean =>
  at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;

function checkAvailability(clause: Clause, path: string, found: ProblemList): void {
  const isEmpty = clause.span.from === clause.span.to;
  if (clause.availability === 'present' && isEmpty) {
    const message = `clause ${clause.id} has no words; mark its words, or say that it is deleted or not-available`;
    found.warn('clause_empty', path, message);
  }
  if (clause.availability !== 'present' && clause.kind === 'clause' && !isEmpty) {
    const message = `clause ${clause.id} is ${clause.availability}, yet has words; empty its span or call it present`;
    found.error('words_of_absent_clause', path, message);
  }
}

function checkSiblings(paper: Paper, path: string, found: ProblemList): void {
  const indexed = paper.clauses.map((clause, index) => ({ clause, index }));
  for (const siblings of Map.groupBy(indexed, ({ clause }) => clause.parent).values()) {
    siblings.sort(
      ({ clause: { span: a } }, { clause: { span: b } }) => a.from - b.from || a.to - b.to,
    );
    let last: Clause | undefined;
    for (const { clause, index } of siblings) {
      if (last !== undefined && clause.span.from < last.span.to) {
        const message = `clause ${clause.id} overlaps clause ${last.id}; give each its own words, or make one the parent of the other`;
        found.error('spans_overlap', `${path}.clauses[${index}].span`, message);
      }
      if (last === undefined || clause.span.to > last.span.to) last = clause;
    }
  }
}

/** Two clauses may share a locator only where no reading holds both. */
function checkLocators(paper: Paper, path: string, found: ProblemList): void {
  const byId = new Map(paper.clauses.map((clause) => [clause.id, clause]));
  const seen = new Map<string, { clause: Clause; choices: ReadonlyMap<string, string> }[]>();
  paper.clauses.forEach((clause, index) => {
    const choices = choicesOf(clause, byId);
    const others = seen.get(clause.locator) ?? [];
    const other = others.find(({ choices: theirs }) => canMeet(choices, theirs));
    if (other !== undefined) {
      const message = `the clauses ${other.clause.id} and ${clause.id} have the same locator ${clause.locator}, so a citation would not tell which; number one of them apart`;
      found.error('locator_doubled', `${path}.clauses[${index}].locator`, message);
    }
    others.push({ clause, choices });
    seen.set(clause.locator, others);
  });
}

/** The choices under which a clause stands: its own and those of the clauses around it. */
function choicesOf(clause: Clause, byId: ReadonlyMap<string, Clause>): ReadonlyMap<string, string> {
  const choices = new Map<string, string>();
  const visited = new Set<string>();
  let at: Clause | undefined = clause;
  while (at !== undefined && !visited.has(at.id)) {
    visited.add(at.id);
    if (at.option && !choices.has(at.option.group)) choices.set(at.option.group, at.option.choice);
    at = at.parent === undefined ? undefined : byId.get(at.parent);
  }
  return choices;
}

const canMeet = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  [...a].every(([group, choice]) => (b.get(group) ?? choice) === choice);

function checkWords(dossier: Dossier, found: ProblemList): void {
  const clauses = new Map(
    dossier.papers.flatMap((paper) =>
      paper.clauses.map((clause) => [clause.id, { paper, clause }] as const),
    ),
  );
  dossier.provisions.forEach((provision, index) => {
    const path = `provisions[${index}]`;
    const place = clauses.get(provision.clause);
    if (place === undefined) return;
    const { paper, clause } = place;
    if (clause.availability !== 'present') {
      const message = `provision ${provision.id} rests on clause ${clause.id}, which is ${clause.availability}; what is not there states nothing`;
      found.error('clause_not_present', `${path}.clause`, message);
      return;
    }
    const rendering = clause.renderings.find(({ id }) => id === provision.rendering);
    if (provision.rendering !== undefined && rendering === undefined) return;
    const text = rendering?.text ?? clauseText(paper, clause);
    const { from, to, exact } = provision.words;
    if (text.slice(from, to) === exact) return;
    const elsewhere = text.indexOf(exact);
    const advice = elsewhere === -1 ? 'copy them from the text' : `they begin at ${elsewhere}`;
    const where = rendering === undefined ? `clause ${clause.id}` : `rendering ${rendering.id}`;
    const message = `the words of provision ${provision.id} do not stand at ${from} to ${to} of ${where}: ${advice}`;
    found.error('words_not_found', `${path}.words`, message);
  });
}
