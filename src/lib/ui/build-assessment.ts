import type { Finding, Row } from '#lib/engine/comparison.ts';
import type { RowSentences } from '#lib/wording/speaker.ts';
import type { AssessmentView, FindingView, PremiseView } from './compare-view.ts';
import { drawFinding } from './draw-finding.ts';
import { capitalise } from './capitalise.ts';
import { viewSources, type Tools } from './view-tools.ts';

/** What stands between the texts of a row: relation, rule, reason, drawings, remainders. */
export function buildAssessment(tools: Tools, row: Row): AssessmentView {
  const { speaker } = tools;
  const { words } = speaker;
  const told = speaker.row(row);
  const deciding = row.findings.find(({ id }) => id === row.deciding);
  const among = [told.summary, told.silent].flatMap((sentence) => sentence ?? []);
  return {
    relation: row.relation,
    word: words.relations[row.relation].name,
    ...splitHeadline(told, words.relations[row.relation].name),
    ...(deciding === undefined
      ? {}
      : { rule: { id: deciding.rule, name: words.rules[deciding.rule].name } }),
    ...basisOf(tools, deciding, told.label),
    ...(row.basis === 'suggested' ? { reviewMark: words.reviewStates.suggested.name } : {}),
    reason: told.reason,
    among,
    drawings: drawingsOf(tools, row, deciding),
    remainders: remaindersOf(tools, deciding),
    ...(row.status === undefined ? {} : { status: words.negotiationStatuses[row.status] }),
  };
}

function basisOf({ speaker }: Tools, deciding: Finding | undefined, fallback: string) {
  const basis = deciding === undefined ? fallback : speaker.label(deciding);
  return basis === '' ? {} : { basis };
}

/** The badge holds the relation; on which part stands below it, unless the reason says so. */
export function splitHeadline(
  { headline, reason }: RowSentences,
  relation: string,
): Pick<AssessmentView, 'headline' | 'part'> {
  const whole = capitalise(headline);
  const named = whole.toLowerCase().indexOf(relation) + relation.length;
  const at = whole.indexOf(': ', named);
  if (at === -1) return { headline: whole };
  const part = whole.slice(at + 2);
  return { headline: whole.slice(0, at), ...(reason.includes(part) ? {} : { part }) };
}

/** What each side alone adds, unless the reason says it already. */
function remaindersOf({ speaker }: Tools, finding: Finding | undefined): readonly string[] {
  if (finding === undefined) return [];
  const reason = speaker.finding(finding);
  return finding.remainders
    .map((remainder) => speaker.remainder(remainder, finding))
    .filter((sentence) => !reason.includes(sentence));
}

function drawingsOf(tools: Tools, row: Row, deciding: Finding | undefined): readonly string[] {
  return deciding === undefined || row.relation === 'one-side-only'
    ? []
    : drawFinding(tools, deciding);
}

/** One finding told in full. */
export function buildFinding(tools: Tools, finding: Finding): FindingView {
  const { speaker } = tools;
  const { words } = speaker;
  const rule = words.rules[finding.rule];
  const holds = speaker.readings(finding.readings);
  return {
    id: finding.id,
    relation: finding.relation,
    word: capitalise(speaker.findingRelation(finding)),
    rule: { id: finding.rule, name: rule.name, meaning: rule.meaning },
    basis: speaker.label(finding),
    reason: speaker.finding(finding),
    becauses: finding.becauses.map((because) => speaker.because(because)),
    premises: finding.premises.map((id) => buildPremise(tools, id)),
    ...(holds === '' ? {} : { holds }),
    weakestText: words.textKinds[finding.weakestText].name,
    ...(finding.basis === 'suggested' ? { reviewMark: words.reviewStates.suggested.name } : {}),
  };
}

/** A premise with its ground, whether it is switched on, and who disputes it. */
export function buildPremise(tools: Tools, id: string): PremiseView {
  const told = tools.speaker.premise(id);
  const premise = tools.comparison.premises.find((candidate) => candidate.id === id);
  const kind = premise?.basis.kind;
  return {
    id,
    on: premise?.on ?? true,
    statement: told.statement,
    kind: told.kind,
    kindMeaning: kind === undefined ? '' : tools.speaker.words.premiseKinds[kind].meaning,
    ground: told.ground,
    ...(told.disputed === undefined ? {} : { disputed: told.disputed }),
    sources: viewSources(tools, premise?.basis.sources ?? []),
  };
}
