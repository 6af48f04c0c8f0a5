import { ruleExamples } from '#lib/app/rule-examples.ts';
import { buildRuleHelp } from '#lib/ui/help/build-rule-help.ts';
import type { PageServerLoad } from './$types';

/** How every rule decides, each shown on two invented texts. */
export const load: PageServerLoad = () => ({
  rules: ruleExamples().map(({ rule, dossier }) => buildRuleHelp(rule, dossier)),
});
