/** The page of rules: each rule with its meaning and an example that the engine has just compared. */
import { compare } from '#lib/engine/compare.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Rule } from '#lib/model/relation.ts';
import { buildAssessment } from '../build-assessment.ts';
import { buildCircularOrders, buildNotices } from '../build-panels.ts';
import type { AssessmentView, CircularOrderView } from '../compare-view.ts';
import { prepareTools, wordsOf } from '../view-tools.ts';

export interface RuleHelp {
  readonly rule: Rule;
  readonly name: string;
  readonly meaning: string;
  /** What each side says in the example. */
  readonly texts: readonly { readonly who: string; readonly words: string }[];
  readonly assessment: AssessmentView | undefined;
  readonly circular: readonly CircularOrderView[];
  readonly notices: readonly string[];
}

/** A rule explained by an example dossier. */
export function buildRuleHelp(rule: Rule, dossier: Dossier): RuleHelp {
  const comparison = compare(dossier);
  const tools = prepareTools({ dossier, comparison, renderText: (text) => text });
  const { rules } = tools.speaker.words;
  const deciding = comparison.rows.find(({ findings }) =>
    findings.some((found) => found.rule === rule || found.slots.some((slot) => slot.rule === rule)),
  );
  const shown = comparison.rows.map(({ id }) => id);
  return {
    ...{ rule, name: rules[rule].name, meaning: rules[rule].meaning },
    texts: dossier.papers.flatMap((paper) =>
      paper.clauses.map((clause) => ({
        who: tools.speaker.list(paper.parties.map((party) => tools.speaker.actor(party))),
        words: wordsOf({ paper, clause, rank: 0, options: [] }),
      })),
    ),
    assessment: deciding === undefined ? undefined : buildAssessment(tools, deciding),
    circular: rule === 'R12' ? buildCircularOrders(tools) : [],
    notices:
      rule === 'R6'
        ? buildNotices(tools, new Set(shown)).flatMap(({ notices }) =>
            notices.map(({ sentence }) => sentence),
          )
        : [],
  };
}
