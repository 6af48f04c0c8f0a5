/** Notices as sentences. */
import type { Id } from '#lib/model/id.ts';
import type { Evidence, Notice } from '#lib/engine/comparison.ts';
import { bearersOf, speakerOf } from './bearers.ts';
import { bareLocators, locators } from './locators.ts';
import { readings } from './readings.ts';
import type { Voice } from './voice.ts';

/** One notice, in a sentence or two. */
export function notice(voice: Voice, told: Notice): string {
  const { names, phrases, figures } = voice;
  switch (told.kind) {
    case 'near-miss':
      return phrases.notices.nearMiss(
        names.act(told.act),
        told.columns.map((column, index) => ({
          name: names.column(column),
          bearers: bearersOf(voice, told.bearers[index] ?? [], speakerOf(voice, column)),
          locators: locators(voice, column, provisionsOf(told.evidence, column)),
        })),
      );
    case 'different-subjects':
      return differentSubjects(voice, told);
    case 'self-contradiction':
      return phrases.notices.selfContradiction({
        column: names.column(told.column),
        act:
          told.act === undefined
            ? phrases.notices.noAct
            : phrases.grammar.label(names.act(told.act)),
        locators: locators(voice, told.column, provisionsOf(told.evidence, told.column)),
        readings: readings(voice, told.readings),
        premises:
          told.premises.length === 0
            ? phrases.findings.textsAlone
            : phrases.findings.label(
                figures.number(told.premises.length),
                figures.isOne(told.premises.length),
              ),
      });
    case 'renderings-differ':
      return phrases.notices.renderingsDiffer(
        names.column(told.column),
        locators(voice, told.column, provisionsOf(told.evidence, told.column)),
      );
    case 'readings-bounded':
      return phrases.notices.readingsBounded(
        figures.number(told.searched),
        figures.number(told.total),
      );
    case 'domain-bounded':
      return phrases.notices.domainBounded(
        names.act(told.act),
        figures.list(told.columns.map(names.column)),
      );
  }
}

const provisionsOf = (evidence: readonly Evidence[], column: Id): readonly Id[] =>
  evidence.filter((e) => e.column === column).map((e) => e.provision);

function differentSubjects(
  voice: Voice,
  told: Extract<Notice, { readonly kind: 'different-subjects' }>,
): string {
  const { lookup, names, phrases, figures } = voice;
  return phrases.notices.differentSubjects(
    names.issue(told.issue),
    told.figures.map(({ subject, provision, column }) => {
      const claim = lookup.provisions.get(provision);
      const amount = claim?.kind === 'claim' ? claim.amount : undefined;
      const label = phrases.grammar.label(names.subject(subject));
      const bounds = {
        ...(amount?.min === undefined ? {} : { min: amount.min }),
        ...(amount?.max === undefined ? {} : { max: amount.max }),
      };
      return {
        figure: amount ? phrases.grammar.headed(label, figures.interval(bounds, amount)) : label,
        source: phrases.grammar.parenthesis(
          phrases.cycles.source(names.column(column), bareLocators(voice, column, [provision])),
        ),
      };
    }),
  );
}
