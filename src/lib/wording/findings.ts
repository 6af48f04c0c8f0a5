/** The reason of a finding: what each column lays down, and why the relation follows. */
import type { EmptyCell, Finding, Slot } from '#lib/engine/comparison.ts';
import { commonStatuses } from '#lib/engine/status.ts';
import { commonPart, remainder } from './domains.ts';
import { columnOf, locators } from './locators.ts';
import { nesting } from './nesting.ts';
import { isVerbatim } from './quotes.ts';
import { slot } from './slots.ts';
import { stances, stancesOf } from './stances.ts';
import type { Voice } from './voice.ts';
import { dateOfPaper } from './paper-date.ts';

/** Remainders beyond this many are left to the details of the row. */
const mostRemainders = 3;

/** The whole reason, one to a few sentences. */
export function finding(voice: Voice, f: Finding): string {
  const { grammar, findings: say } = voice.phrases;
  const close = (text: string): string => grammar.sentence(grammar.capital(text));
  const sentences: string[] = [];
  const told = stances(voice, f);
  if (f.joint) sentences.push(say.joint(f.columns.length));
  if (f.rule === 'R16' && f.jointPaper !== undefined) sentences.push(...jointOutcome(voice, f));
  else if (told !== '') sentences.push(told);
  if (f.rule === 'R13') sentences.push(alone(voice, f));
  if (f.becauses.length > 0) sentences.push(derived(voice, f));
  sentences.push(...slotSentences(voice, f), ...nesting(voice, f));
  const part = commonPart(voice, f);
  if (f.extent === 'part' && part.scope + part.bearers !== '') {
    sentences.push(say.onlyCommonPart(part));
  }
  sentences.push(...f.remainders.slice(0, mostRemainders).map((r) => remainder(voice, r, f)));
  return sentences.map(close).join(' ');
}

/** "‘be neutral’ excludes ‘join a military alliance’". */
export function because(voice: Voice, step: Finding['becauses'][number]): string {
  const { names, phrases } = voice;
  return phrases.findings.because(names.act(step.from), step.relation, names.act(step.to));
}

function derived(voice: Voice, f: Finding): string {
  const chain = [...new Set(f.becauses.map((step) => because(voice, step)))];
  return voice.phrases.findings.derived(voice.figures.list(chain), f.relation === 'incompatible');
}

/** The figures and shared statuses that carry the relation; the rest is left to the details. */
function slotSentences(voice: Voice, f: Finding): readonly string[] {
  if (f.relation === 'undetermined' && f.rule !== 'R13') return undetermined(voice, f);
  return f.slots.flatMap((told) => {
    if (f.relation === 'incompatible' && !f.joint && told.relation !== 'incompatible') return [];
    switch (told.slot) {
      case 'amount':
        return [slot(voice, told, f)];
      case 'status':
        return sharedStatuses(voice, told, f);
      case 'window':
        return hasOrders(voice, f) ? [] : [slot(voice, told, f)];
      case 'conditions':
      case 'claim':
        return [];
    }
  });
}

/** Norms with conditions order events too, but their stances do not say so. */
const hasOrders = ({ lookup }: Voice, f: Finding): boolean =>
  f.evidence.every(({ provision }) => lookup.provisions.get(provision)?.kind === 'order');

function sharedStatuses(
  voice: Voice,
  told: Extract<Slot, { readonly slot: 'status' }>,
  f: Finding,
): readonly string[] {
  if (told.relation !== 'partial-overlap') return [];
  const common = commonStatuses(told.values);
  return common.length === 0
    ? []
    : [voice.phrases.findings.commonStatuses(common, f.columns.length)];
}

/** R15: which term keeps the relation from being settled. */
function undetermined(voice: Voice, f: Finding): readonly string[] {
  const { phrases, names } = voice;
  const reasons = f.slots.flatMap((told) => {
    if (told.slot !== 'amount' || told.relation !== 'undetermined') return [];
    const term = names.term(told.of);
    const open = f.columns.filter((_, index) => told.values[index] === 'unset');
    if (open.length > 0) return [phrases.findings.unset(term, open.map(names.column))];
    return told.values.includes('unconvertible') ? [phrases.findings.unconvertible(term)] : [];
  });
  if (f.vague.length > 0) {
    const words = f.vague.map((vague) =>
      isVerbatim(f.weakestText) ? phrases.grammar.verbatim(vague) : vague,
    );
    reasons.push(phrases.findings.vague(words));
  }
  return reasons.length > 0 ? reasons : [phrases.findings.undetermined];
}

/** R13: which columns say nothing, and whether that may be called silence. */
function alone(voice: Voice, f: Finding): string {
  const { comparison, names, phrases } = voice;
  const row = voice.rowOf(f);
  const cells = new Map(row?.cells.map((cell) => [cell.column, cell]));
  const others = comparison.columns.map(({ id }) => id).filter((id) => !f.columns.includes(id));
  const bare = { 'one-side-only': 'no-provision', 'not-yet-coded': undefined } as const;
  const fallback =
    f.relation === 'one-side-only' || f.relation === 'not-yet-coded'
      ? bare[f.relation]
      : 'not-available';
  const stateOf = (id: string): EmptyCell | 'elsewhere' | undefined => {
    const cell = cells.get(id);
    if (!cell) return fallback;
    // A column with words in the row speaks there of something else than this finding.
    const speaks = cell.clauses.some(({ beside }) => beside !== true);
    return cell.empty ?? (speaks ? 'elsewhere' : undefined);
  };
  const having = (state: EmptyCell | 'elsewhere' | undefined): readonly string[] =>
    others.filter((id) => stateOf(id) === state).map(names.column);
  return phrases.findings.alone({
    subject: voice.figures.list(f.columns.map(names.column)),
    silent: having('no-provision'),
    missing: having('not-available'),
    deleted: having('deleted'),
    uncoded: having(undefined),
    elsewhere: having('elsewhere'),
  });
}

/** R16: what a joint or reported text says, and what it takes the place of. */
function jointOutcome(voice: Voice, f: Finding): readonly string[] {
  const { lookup, phrases } = voice;
  const paper = f.jointPaper === undefined ? undefined : lookup.papers.get(f.jointPaper);
  if (!paper) return [stances(voice, f)];
  const provisions = [
    ...new Set(f.evidence.filter((e) => e.paper === paper.id).map((e) => e.provision)),
  ];
  const subject = phrases.papers.named(paper.kind, dateOfPaper(voice, paper));
  const told = stancesOf(voice, subject, provisions);
  const text = phrases.findings.sameTermsJoint(told, paper.kind === 'reported-outcome');
  const sentences = [f.relation === 'same-terms' ? text : told];
  const replaced = replacedByColumn(voice, f);
  if (replaced.length > 0)
    sentences.push(phrases.findings.replaces(replaced, f.remainders.length > 0));
  return sentences;
}

function replacedByColumn(
  voice: Voice,
  f: Finding,
): readonly { readonly name: string; readonly locators: string }[] {
  return voice.comparison.columns.flatMap(({ id }) => {
    const own = f.replaces.filter((provision) => columnOf(voice, provision) === id);
    if (own.length === 0) return [];
    return [{ name: voice.names.column(id), locators: locators(voice, id, own) }];
  });
}

/** "on the texts alone" or "given 2 premises". */
export function label({ phrases, figures }: Voice, { premises }: Finding): string {
  if (premises.length === 0) return phrases.findings.textsAlone;
  return phrases.findings.label(figures.number(premises.length), figures.isOne(premises.length));
}
