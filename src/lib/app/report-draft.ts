// A draft made of files, told for programs (JSON) and people (lines): what was read, cut and proposed,
// what was left out, and what the program is unsure of.
import type { Omission } from '#lib/intake/document.ts';
import type { Clause } from '#lib/model/clause.ts';
import { clauseText, type Paper } from '#lib/model/paper.ts';
import type { Provision } from '#lib/model/provision.ts';
import type { FileDraft } from './draft-from-files.ts';

/** What `parley read --json` prints: everything about the files, with offsets into the kept texts. */
export function describeDraft({ dossier, files, guessedPack }: FileDraft) {
  const byClause = Map.groupBy(dossier.provisions, ({ clause }) => clause);
  return {
    files: files.map(({ document, parts }) => ({
      name: document.name,
      format: document.format,
      meta: document.meta,
      parts,
      omissions: document.omissions,
      warnings: document.warnings,
    })),
    ...(guessedPack === undefined ? {} : { pack: guessedPack }),
    papers: dossier.papers.map(({ text, clauses, ...paper }) => ({
      ...paper,
      text,
      clauses: clauses.map((clause) => describeClause({ clause, text, byClause })),
    })),
  };
}

interface ClauseTelling {
  readonly clause: Clause;
  readonly text: string;
  readonly byClause: ReadonlyMap<string, readonly Provision[]>;
}

function describeClause({ clause, text, byClause }: ClauseTelling) {
  const { id, kind, locator, locatorInferred, span, parent, option, heading, issues } = clause;
  return {
    ...{ id, kind, locator, locatorInferred, from: span.from, to: span.to },
    text: text.slice(span.from, span.to),
    ...(parent === undefined ? {} : { parent }),
    ...(option === undefined ? {} : { option }),
    ...(heading === undefined ? {} : { heading }),
    issues,
    provisions: byClause.get(id) ?? [],
  };
}

/** The draft as lines: for each paper its clauses, indented as they nest, with what is proposed. */
export function tellDraft({ dossier, guessedPack }: FileDraft): readonly string[] {
  const names = new Map(dossier.actors.map(({ id, name }) => [id, name]));
  const acts = new Map(dossier.acts.map(({ id, label }) => [id, label]));
  const byClause = Map.groupBy(dossier.provisions, ({ clause }) => clause);
  return [
    ...(guessedPack === undefined
      ? []
      : [`Starter pack by the words of the texts: ${guessedPack}.`]),
    ...dossier.papers.flatMap((paper) => [
      `${paper.title} (${paper.parties.map((id) => names.get(id) ?? id).join(', ')}, ${paper.undated ? 'unknown date' : paper.dated}, ${paper.textKind})`,
      ...paper.clauses.flatMap((clause) => {
        const indent = '  '.repeat(1 + depthOf(clause, paper));
        const own = byClause.get(clause.id) ?? [];
        return [
          `${indent}${clause.locator}  ${openingOf(paper, clause)}`,
          ...own.map((provision) => `${indent}    ~ ${tellProvision(provision, { names, acts })}`),
        ];
      }),
    ]),
  ];
}

function depthOf(clause: Clause, paper: Paper): number {
  let depth = 0;
  for (let at = clause.parent; at !== undefined && depth < 20; depth += 1)
    at = paper.clauses.find(({ id }) => id === at)?.parent;
  return depth;
}

const openingLength = 100;

function openingOf(paper: Paper, clause: Clause): string {
  const words =
    (clause.kind === 'section' ? clause.heading : undefined) ?? clauseText(paper, clause);
  const line = words.replace(/\s+/gu, ' ').trim();
  return line.length <= openingLength ? line : `${line.slice(0, openingLength)}…`;
}

interface Names {
  readonly names: ReadonlyMap<string, string>;
  readonly acts: ReadonlyMap<string, string>;
}

function tellProvision(provision: Provision, { names, acts }: Names): string {
  switch (provision.kind) {
    case 'norm': {
      const bearers = provision.bearers.map((id) => names.get(id) ?? id).join(', ');
      return `${bearers}: ${provision.modality} ${acts.get(provision.act) ?? provision.act}`;
    }
    case 'order':
      return `order: ${provision.before} before ${provision.after}`;
    case 'claim':
      return `claim: ${provision.subject} ${provision.holds ? 'holds' : 'does not hold'}`;
  }
}

const omissionWords: Readonly<Record<Omission['kind'], string>> = {
  'page-number': 'page numbers',
  'page-head': 'running heads',
  'page-foot': 'running feet',
  navigation: 'navigation',
  'front-matter': 'front matter',
  markup: 'marks of the format',
  script: 'scripts and styles',
  comment: 'comments',
  hidden: 'hidden words',
  'tracked-deletion': 'tracked deletions',
  'tracked-insertion': 'tracked insertions',
  hyphen: 'hyphens at line ends',
  picture: 'pictures',
  form: 'forms',
  'other-article': 'other articles',
};

/** What was left out of each file, counted by kind, and what to look at. */
export function tellReading({ files }: FileDraft): readonly string[] {
  return files.flatMap(({ document: { name, omissions, warnings }, parts }) => {
    const counted = [...Map.groupBy(omissions, ({ kind }) => kind)].map(
      ([kind, list]) => `${omissionWords[kind]} (${String(list.length)})`,
    );
    const context = parts.filter(({ role }) => role === 'context').length;
    const others = parts.filter(({ role }) => role === 'left-out').length;
    return [
      ...(counted.length === 0 ? [] : [`${name}: left out: ${counted.join(', ')}`]),
      ...(context + others === 0
        ? []
        : [
            `${name}: ${String(context)} stretches of context, ${String(others)} left out as something else`,
          ]),
      ...warnings.map(({ message }) => `${name}: ${message}`),
    ];
  });
}
