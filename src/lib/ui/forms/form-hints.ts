// What the schemas do not say about a field: what to call it, what to write in it, and which records
// an id names.
import type { RecordKind } from '#lib/model/record.ts';
import type { Control } from './form-field.ts';

export interface Hint {
  readonly label?: string;
  readonly help?: string;
  readonly control?: Control;
}

const to = (kind: RecordKind): Control => ({ type: 'reference', to: kind });
const hidden: Control = { type: 'hidden' };
const text: Control = { type: 'text' };
const listOf = (kind: RecordKind, label: string, least = 0): Control => ({
  type: 'list',
  item: { key: '', label, optional: false, control: to(kind) },
  least,
});

/** By the last keys of a path; the longest that fits counts. */
const hints: Readonly<Record<string, Hint>> = {
  id: {
    label: 'Id',
    help: 'Letters, digits, dot, hyphen; it never changes. Left empty, one is made from the name.',
  },
  note: { label: 'Note', control: text },
  sources: { label: 'Sources', control: listOf('source', 'Source') },
  issues: { label: 'Issues', control: listOf('issue', 'Issue') },
  'provision.issues': {
    label: 'Issues',
    help: 'The first is its home.',
    control: listOf('issue', 'Issue', 1),
  },
  disputedBy: { label: 'Disputed by', control: listOf('actor', 'Actor') },
  usedBy: { label: 'Used by', control: listOf('actor', 'Actor') },
  judgement: { label: 'The coder’s judgement', control: text },
  basis: { label: 'Basis', help: 'Why this may be taken as given: a source, or your judgement.' },
  variants: { label: 'Other names' },
  'head.version': { control: hidden },
  'head.id': { control: hidden },
  'head.summary': { control: text },
  'head.caution': { label: 'What readers have to bear in mind', control: text },
  'head.fictitious': { label: 'An invented case' },
  'head.language': { help: 'A language tag such as en, uk or zh-Hant.' },
  language: { label: 'Language', help: 'A language tag such as en, uk or zh-Hant.' },
  'actor.party': { label: 'A party: one of the sides that are compared' },
  'actor.everyone': { label: 'Everyone: covers every actor of the dossier' },
  'actor.parts': {
    label: 'Consists of',
    help: 'For a group of actors.',
    control: listOf('actor', 'Actor'),
  },
  'issue.question': {
    label: 'The question it asks',
    help: 'Worded so that every side could ask it.',
  },
  'issue.parent': { label: 'Below the issue', control: to('issue') },
  'issue.paxCode': { label: 'PA-X code' },
  'act.label': { help: 'A bare infinitive that fits behind “to”: join a military alliance.' },
  'link.from': { label: 'Act', control: to('act') },
  'link.relation': { label: 'Relation' },
  'link.to': { label: 'Other act', control: to('act') },
  'dimension.universe': { label: 'Values', help: 'The indivisible values it has.' },
  'dimension.wholes': { label: 'Wholes', help: 'Named groups of values.' },
  'wholes.parts': { label: 'Ids of its values' },
  'source.url': { label: 'Web address' },
  'source.date': { label: 'Date', help: 'YYYY, YYYY-MM or YYYY-MM-DD.' },
  'source.read': { label: 'Last read', help: 'YYYY-MM-DD.' },
  'paper.parties': { label: 'Parties', control: listOf('actor', 'Party') },
  'paper.dated': { label: 'Dated', help: 'YYYY, YYYY-MM or YYYY-MM-DD.' },
  'paper.undated': { label: 'Nothing tells its date; the date above is the day of reading' },
  'paper.published': { help: 'YYYY, YYYY-MM or YYYY-MM-DD.' },
  'paper.handedOver': { help: 'YYYY, YYYY-MM or YYYY-MM-DD.' },
  'paper.round': { label: 'Round of talks' },
  'paper.textKind': { label: 'How much of the original words we hold' },
  'paper.textBy': { label: 'Whose paraphrase or report it is' },
  'paper.supersedes': { label: 'Supersedes', help: 'The earlier version.', control: to('paper') },
  'paper.basedOn': { label: 'Based on', control: to('paper') },
  'paper.sha256': { control: hidden },
  'gaps.why': { label: 'Why it is missing', control: text },
  'clause.paper': { label: 'Paper', control: to('paper') },
  'clause.locator': { help: 'Its number as printed: II.1.' },
  'clause.locatorInferred': { label: 'The number is ours, not printed' },
  'clause.span': {
    label: 'Its words',
    help: 'Exactly as they stand in the paper; empty for a clause that was struck out or is not available.',
    control: { type: 'words' },
  },
  'clause.parent': { label: 'Inside the clause', control: to('clause') },
  'clause.option': { label: 'Alternative' },
  'clause.continues': { label: 'Descends from the clause', control: to('clause') },
  'clause.issues': {
    label: 'Issues until it is coded',
    control: listOf('issue', 'Issue'),
  },
  'clause.beside': { label: 'Stands beside the clauses', control: listOf('clause', 'Clause') },
  'renderings.text': { control: text },
  'renderings.source': { control: to('source') },
  'context.text': { control: text },
  'context.basis': { label: 'Basis' },
  'context.states': { label: 'The order of events it implies' },
  'context.dated': { help: 'YYYY, YYYY-MM or YYYY-MM-DD.' },
  'states.before': { control: to('event') },
  'states.after': { control: to('event') },
  'provision.clause': { label: 'Clause', control: to('clause') },
  'provision.rendering': { label: 'Id of the rendering', help: 'When it rests on a translation.' },
  'provision.words': {
    label: 'The words it rests on',
    help: 'Exactly as they stand in the clause.',
    control: { type: 'words' },
  },
  'provision.force': { label: 'Speech act' },
  'provision.vague': { label: 'Vague words' },
  'provision.bearers': { label: 'Who is bound', control: listOf('actor', 'Actor', 1) },
  'provision.counterparties': { label: 'Towards', control: listOf('actor', 'Actor') },
  'provision.act': { label: 'Act', control: to('act') },
  'provision.scope': { label: 'Scope', help: 'Where, when, whom it covers; all of it when empty.' },
  'scope.key': { label: 'Dimension', control: to('dimension') },
  'scope.value': { label: 'Id of the value' },
  'amounts.of': { label: 'Term', control: to('term') },
  'amounts.at': { label: 'Measured from or at', control: to('event') },
  'amounts.unset': { label: 'The text leaves the figure open' },
  'amount.of': { label: 'Term', control: to('term') },
  'amount.at': { label: 'Measured from or at', control: to('event') },
  'amount.unset': { label: 'The text leaves the figure open' },
  'provision.given': { label: 'Given that' },
  'given.event': { label: 'Event has happened', control: to('event') },
  'given.provision': { label: 'Provision holds', control: to('provision') },
  'provision.onlyIf': { label: 'Only if: without the condition it does not hold' },
  'provision.unconditional': { label: 'Unconditional, in so many words' },
  'provision.event': { label: 'The event that is done by it', control: to('event') },
  'provision.before': { label: 'Earlier event', control: to('event') },
  'provision.after': { label: 'Later event', control: to('event') },
  'provision.strict': { label: 'Strictly earlier' },
  'provision.minDays': { label: 'At least, in days' },
  'provision.maxDays': { label: 'At most, in days' },
  'provision.subject': { label: 'Subject', control: to('subject') },
  'provision.holds': { label: 'It is so (not: it is not so)' },
  'review.why': { control: text },
  'review.at': { help: 'YYYY-MM-DD.' },
  'silence.paper': { label: 'Paper', control: to('paper') },
  'silence.issue': { label: 'Issue', control: to('issue') },
  'silence.why': { label: 'How it was looked for', control: text },
  'row.issue': { control: to('issue') },
  'row.pins': { label: 'Provisions kept here', control: listOf('provision', 'Provision') },
  'row.commonText': { label: 'Common text', control: text },
  'view.search': { label: 'Address from the question mark on' },
  'verdict.reason': { control: text },
  'verdict.inputs': { label: 'What it rested on' },
  'annotation.body': { label: 'Note', control: text },
  'target.clause': { control: to('clause') },
  'target.paper': { control: to('paper') },
  at: { label: 'When', help: 'YYYY-MM-DD.' },
};

/** What is said of a field: by its kind and keys, else by its last two keys, else by its last. */
export function findHint(path: string): Hint {
  const keys = path.split('.');
  return hints[path] ?? hints[keys.slice(-2).join('.')] ?? hints[keys.at(-1) ?? ''] ?? {};
}
