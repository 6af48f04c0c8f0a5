// The list of what is to be coded: per paper its clauses, per issue its suggestions.
import type { Dossier } from '#lib/model/dossier.ts';
import { clauseText } from '#lib/model/paper.ts';
import { words } from '#lib/wording/en/words.ts';
import { namesOf } from './provision-line.ts';
import { isSuggested, listCodable, nextIn, shorten, workStates } from './reading-order.ts';
import type { CodedClause, WorkState } from './reading-order.ts';

/** What the address asks for; nothing of it set shows everything. */
export interface WorkQuery {
  readonly paper: string;
  readonly issue: string;
  readonly state: WorkState | '';
  readonly text: string;
}

export interface WorkClause {
  readonly id: string;
  readonly locator: string;
  readonly heading: string;
  readonly words: string;
  readonly suggested: number;
  readonly confirmed: number;
  readonly state: WorkState;
  readonly issues: readonly string[];
}

export interface WorkPaper {
  readonly id: string;
  readonly title: string;
  /** "Aland · memorandum · full text". */
  readonly about: string;
  readonly language: string;
  readonly clauses: readonly WorkClause[];
}

/** An issue with the suggestions that are at home there. */
export interface WorkIssue {
  readonly id: string;
  readonly label: string;
  readonly suggested: number;
  readonly confirmed: number;
}

export interface WorkList {
  readonly papers: readonly WorkPaper[];
  readonly issues: readonly WorkIssue[];
  /** How many clauses are in each state, of those of the papers asked for. */
  readonly counts: Readonly<Record<WorkState, number>>;
  readonly shown: number;
  readonly total: number;
  /** The clause to begin with: the first whose suggestions wait, else the first without a provision. */
  readonly next: string | undefined;
}

const mostWords = 150;

/** Reads what the address asks for; a state that is none counts as not set. */
export function readWorkQuery(params: URLSearchParams): WorkQuery {
  const word = (name: string): string => (params.get(name) ?? '').slice(0, 200);
  const state = workStates.find((known) => known === word('state')) ?? '';
  return { paper: word('paper'), issue: word('issue'), state, text: word('q').trim() };
}

/** The list as asked for. */
export function buildWorkList(dossier: Dossier, query: WorkQuery): WorkList {
  const names = namesOf(dossier);
  const all = listCodable(dossier);
  const inPaper = all.filter(({ paper }) => query.paper === '' || paper.id === query.paper);
  const shown = inPaper.filter((clause) => fits(clause, query));
  const papers = [...Map.groupBy(shown, ({ paper }) => paper)].map(([paper, own]): WorkPaper => {
    const parties = paper.parties.map(names.actor).join(', ');
    const about = [parties, words.paperKinds[paper.kind], words.textKinds[paper.textKind].name];
    const { id, title, language } = paper;
    const clauses = own.map((coded) => tellClause(coded, names.issue));
    return { id, title, language, about: about.filter(Boolean).join(' · '), clauses };
  });
  const first = nextIn(all, -1, 'suggested') ?? nextIn(all, -1, 'none');
  return {
    papers,
    issues: listIssues(dossier, inPaper),
    counts: countStates(inPaper),
    shown: shown.length,
    total: inPaper.length,
    next: first?.clause.id,
  };
}

function fits({ paper, clause, provisions, state }: CodedClause, query: WorkQuery): boolean {
  const wanted = query.text.toLowerCase();
  const issues = provisions.length === 0 ? clause.issues.slice(0, 1) : homesOf(provisions);
  return (
    (query.state === '' || state === query.state) &&
    (query.issue === '' || issues.includes(query.issue)) &&
    (wanted === '' ||
      `${clause.locator} ${clause.heading ?? ''} ${clauseText(paper, clause)}`
        .toLowerCase()
        .includes(wanted))
  );
}

const homesOf = (provisions: CodedClause['provisions']): readonly string[] => [
  ...new Set(provisions.flatMap(({ issues }) => issues.slice(0, 1))),
];

function tellClause(
  { paper, clause, ownLength, provisions, state }: CodedClause,
  issue: (id: string) => string,
): WorkClause {
  const suggested = provisions.filter(isSuggested).length;
  const issues = provisions.length === 0 ? clause.issues.slice(0, 1) : homesOf(provisions);
  return {
    id: clause.id,
    locator: clause.locator,
    heading: clause.heading ?? '',
    words: shorten(clauseText(paper, clause).slice(0, ownLength), mostWords),
    suggested,
    confirmed: provisions.length - suggested,
    state,
    issues: issues.map(issue),
  };
}

function countStates(clauses: readonly CodedClause[]): WorkList['counts'] {
  const count = (state: WorkState): number => clauses.filter((c) => c.state === state).length;
  return { suggested: count('suggested'), confirmed: count('confirmed'), none: count('none') };
}

/** Issues in the order of the dossier; those that nothing is at home in are left out. */
function listIssues(dossier: Dossier, clauses: readonly CodedClause[]): readonly WorkIssue[] {
  const provisions = clauses.flatMap((clause) => clause.provisions);
  const byHome = Map.groupBy(provisions, ({ issues }) => issues[0]);
  return dossier.issues.flatMap(({ id, label }) => {
    const own = byHome.get(id) ?? [];
    const suggested = own.filter(isSuggested).length;
    return own.length === 0 ? [] : [{ id, label, suggested, confirmed: own.length - suggested }];
  });
}
