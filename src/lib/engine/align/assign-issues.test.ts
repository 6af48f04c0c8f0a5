import { describe, expect, test } from 'vitest';
import { assignIssues, type AssignOptions } from './assign-issues.ts';
import type { IssueText } from './issue-scores.ts';

const issues: readonly IssueText[] = [
  { id: 'ceasefire', label: 'Ceasefire', question: 'When and where does the fighting stop?' },
  {
    id: 'prisoners',
    label: 'Prisoners',
    phrases: ['exchange of prisoners', 'release of detainees'],
  },
  { id: 'tariffs', label: 'Tariffs', phrases: ['customs duties on goods'] },
];

/** The ids of the suggested issues of each text; the side stands before the bar where it matters. */
function suggest(texts: readonly string[], options: Partial<AssignOptions> = {}) {
  const clauses = texts.map((line, at) => {
    const [head = '', tail] = line.split(' | ');
    return { id: `c${at}`, side: tail === undefined ? 'a' : head, text: tail ?? head };
  });
  return assignIssues(clauses, issues, { language: 'en', ...options });
}
const firstOf = (text: string, options: Partial<AssignOptions> = {}) =>
  suggest([text], options)[0]?.issues[0];

describe('assigning issues', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['The fighting stops at midnight along the whole line', 'ceasefire'],
    ['All detainees are released without conditions', 'prisoners'],
    ['Customs duties are lowered by a third', 'tariffs'],
    ['Observers may enter any village', undefined],
    ['', undefined],
  ];
  test.each(cases)('"%s" is about %s', (text, issue) => {
    expect(firstOf(text)?.issue).toBe(issue);
  });

  test('a clause of two matters has both, the plainer first', () => {
    const [suggested] = suggest(['Exchange of prisoners as soon as the fighting stops']);
    expect(suggested?.issues.map(({ issue }) => issue)).toEqual(['prisoners', 'ceasefire']);
  });

  test('the words that decided are told', () => {
    expect(firstOf('Customs duties are lowered by a third')?.words.map(({ word }) => word)).toEqual(
      ['customs', 'duties'],
    );
  });

  test('inflected words of other languages are found', () => {
    const russian = [
      { id: 'x', label: 'Обмен военнопленными' },
      { id: 'y', label: 'Границы' },
    ];
    const clause = { id: 'c', side: 'a', text: 'Стороны обменивают всех военнопленных' };
    expect(assignIssues([clause], russian, { language: 'ru' })[0]?.issues[0]?.issue).toBe('x');
  });

  test('answers come in the order of the clauses, sides mixed', () => {
    const lines = ['b | Duties on goods', 'a | The fighting stops', 'b | Release of prisoners'];
    expect(suggest(lines).map(({ clause, issues: [first] }) => [clause, first?.issue])).toEqual([
      ['c0', 'tariffs'],
      ['c1', 'ceasefire'],
      ['c2', 'prisoners'],
    ]);
  });

  test('without issues, or without clauses, nothing is suggested', () => {
    expect(assignIssues([{ id: 'c', side: 'a', text: 'Amnesty' }], [], { language: 'en' })).toEqual(
      [{ clause: 'c', issues: [] }],
    );
    expect(suggest([])).toEqual([]);
  });
});

describe('learning from what was confirmed', () => {
  const silence = 'The guns fall silent on Monday';

  test('a clause like a confirmed one gets its issue, with the words it shares', () => {
    expect(firstOf(silence)).toBeUndefined();
    const confirmed = [{ text: 'The guns are silent from noon', issues: ['ceasefire'] }];
    const learned = firstOf(silence, { confirmed });
    expect(learned?.issue).toBe('ceasefire');
    expect(learned?.words.map(({ word }) => word)).toContain('guns');
  });

  test('more examples make it surer', () => {
    const examples = ['The guns are silent from noon', 'Guns fall silent on both banks'];
    const sureAfter = (count: number): number =>
      firstOf(silence, {
        confirmed: examples.slice(0, count).map((text) => ({ text, issues: ['ceasefire'] })),
      })?.confidence ?? 0;
    expect(sureAfter(2)).toBeGreaterThan(sureAfter(1));
  });

  test('a correction speaks against the issue it took a clause out of', () => {
    const text = 'Exchange of stamps between post offices';
    expect(firstOf(text)?.issue).toBe('prisoners');
    const confirmed = [
      { text: 'Exchange of stamps', issues: [] },
      { text: 'Exchange of prisoners at the bridge', issues: ['prisoners'] },
    ];
    expect(firstOf(text, { confirmed })?.confidence ?? 0).toBeLessThan(
      firstOf(text)?.confidence ?? 0,
    );
  });
});

test('a clause gets its issue from a clause of another side that it resembles', () => {
  const hint = 'b | Exchange of prisoners, all of them, in buses under the red cross';
  const alone = suggest(['a | Buses under the red cross for all of them']);
  expect(alone[0]?.issues).toEqual([]);
  const [first] = suggest(['a | Buses under the red cross for all of them', hint]);
  expect(first?.issues[0]?.issue).toBe('prisoners');
});
