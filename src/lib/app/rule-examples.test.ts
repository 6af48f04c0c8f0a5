import { describe, expect, test } from 'vitest';
import { compare } from '#lib/engine/compare.ts';
import { checkDossier } from '#lib/model/check-dossier.ts';
import { onlyErrors } from '#lib/model/dossier-problem.ts';
import { rules } from '#lib/model/relation.ts';
import { ruleExamples } from './rule-examples.ts';

describe('the example of each rule', () => {
  test('is there for all of them', () => {
    expect(ruleExamples().map(({ rule }) => rule)).toEqual([...rules]);
  });

  test.each(ruleExamples())(
    '$rule is a dossier without faults in which the rule fires',
    ({ rule, dossier }) => {
      expect(onlyErrors(checkDossier(dossier))).toEqual([]);
      const { rows, circularOrders, notices } = compare(dossier);
      const fired = rows.flatMap(({ findings }) =>
        findings.flatMap((finding) => [finding.rule, ...finding.slots.map((slot) => slot.rule)]),
      );
      if (rule === 'R6') expect(notices.map(({ kind }) => kind)).toContain('near-miss');
      else if (rule === 'R12') expect(circularOrders).toHaveLength(1);
      else expect(fired).toContain(rule);
    },
  );
});
