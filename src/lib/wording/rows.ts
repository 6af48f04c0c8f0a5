/** A row at a glance: its headline, why, and how several columns stand to each other. */
import type { Finding, Row, RowTopic } from '#lib/engine/comparison.ts';
import { relations, type Relation } from '#lib/model/relation.ts';
import { commonPart } from './domains.ts';
import { finding } from './findings.ts';
import { clauseLocator } from './locators.ts';
import { readings } from './readings.ts';
import type { RowSentences } from './speaker.ts';
import { summary } from './summary.ts';
import type { Voice } from './voice.ts';

/** What a row is about, as a title. */
export function topic(voice: Voice, about: RowTopic): string {
  const { names, phrases, lookup } = voice;
  const { capital } = phrases.grammar;
  switch (about.kind) {
    case 'act':
      return capital(names.act(about.act));
    case 'order':
      return capital(
        phrases.rows.orderTopic(names.event(about.events[0]), names.event(about.events[1])),
      );
    case 'claim':
      return capital(names.subject(about.subject));
    case 'clause': {
      const heading = lookup.clauses.get(about.clause)?.clause.heading;
      const locator = clauseLocator(voice, about.clause);
      return heading === undefined ? locator : phrases.grammar.headed(locator, heading);
    }
    case 'gap': {
      const gaps = lookup.papers.get(about.paper)?.gaps ?? [];
      return capital(gaps.find(({ id }) => id === about.gap)?.locator ?? about.gap);
    }
    case 'hand':
      return capital(phrases.rows.byHand);
  }
}

/** Everything a row says in words. */
export function row(voice: Voice, told: Row): RowSentences {
  const { comparison, figures, names, phrases } = voice;
  const deciding = told.findings.find(({ id }) => id === told.deciding);
  const speaking = comparison.columns.filter(({ id }) => !told.silent.includes(id));
  const silent = told.silent.map(names.column);
  return {
    headline: headline(voice, told, deciding),
    label: rowLabel(voice, told),
    reason: reason(voice, told, deciding),
    ...(speaking.length < 3 ? {} : { summary: summary(voice, told, speaking) }),
    ...(comparison.columns.length < 3 || silent.length === 0
      ? {}
      : {
          silent: phrases.grammar.sentence(
            phrases.rows.silent({
              names: figures.list(silent),
              silent: figures.number(silent.length),
              columns: figures.number(comparison.columns.length),
              one: figures.isOne(silent.length),
            }),
          ),
        }),
    ...(told.verdict === undefined ? {} : { verdict: verdict(voice, told) }),
  };
}

function headline(voice: Voice, told: Row, deciding: Finding | undefined): string {
  const { phrases } = voice;
  const { capital } = phrases.grammar;
  const judged = told.verdict !== undefined && !told.verdict.stale;
  if (judged) return capital(phrases.words.relations[told.relation].name);
  const text = told.jointlyIncompatible
    ? phrases.rows.jointly(told.cells.length - told.silent.length)
    : relationWords(voice, told, deciding);
  if (!told.underSomeReadings) return capital(text);
  const worst = told.relationByReading.flatMap((r, index) => (r === told.computed ? [index] : []));
  return phrases.rows.underSomeReadings(text, readings(voice, worst));
}

/** "same terms, as reported", "incompatible as written, in part: peacetime". */
function relationWords(voice: Voice, told: Row, deciding: Finding | undefined): string {
  const { phrases, lookup } = voice;
  const name = phrases.words.relations[told.relation].name;
  if (told.relation === 'same-terms' && deciding?.jointPaper !== undefined) {
    const kind = lookup.papers.get(deciding.jointPaper)?.kind;
    return phrases.rows.sameTermsReported(kind === 'reported-outcome');
  }
  return told.extent === 'part' ? inPart(voice, name, deciding) : name;
}

function inPart(voice: Voice, name: string, f: Finding | undefined): string {
  const { findings } = voice.phrases;
  const part = f?.extent === 'part' ? commonPart(voice, f) : { scope: '', bearers: '' };
  const words = findings.domain(part);
  return words === '' ? findings.inPart(name) : findings.inPartNamed(name, words);
}

/** A finding's relation with its extent. */
export function findingRelation(voice: Voice, f: Finding): string {
  const { phrases } = voice;
  const { name } = phrases.words.relations[f.relation];
  return f.extent === 'part' ? inPart(voice, name, f) : name;
}

function rowLabel({ phrases }: Voice, { findings, computed, textsAlone }: Row): string {
  if (findings.length === 0 || computed === 'not-yet-coded') return '';
  return textsAlone ? phrases.findings.textsAlone : phrases.findings.givenPremises;
}

function reason(voice: Voice, told: Row, deciding: Finding | undefined): string {
  const { phrases, lookup } = voice;
  if (told.verdict && !told.verdict.stale) return phrases.grammar.sentence(told.verdict.reason);
  if (deciding) return finding(voice, deciding);
  const about = told.topic;
  if (about.kind === 'clause') return uncoded(voice, told);
  if (about.kind !== 'gap') return '';
  const gap = lookup.papers.get(about.paper)?.gaps.find(({ id }) => id === about.gap);
  return gap ? phrases.grammar.sentence(phrases.rows.notAvailable(gap.locator, gap.why)) : '';
}

/** What the words of near copies suggest, the gravest first; else that nobody has coded the clause. */
function uncoded({ phrases, figures, names, comparison }: Voice, told: Row): string {
  const { rows, grammar } = phrases;
  const sentences = (told.likenesses ?? [])
    .toSorted((a, b) => rank(a.relation) - rank(b.relation))
    .map(({ columns, similarity, reason: why, words: [a, b] }) =>
      grammar.sentence(
        rows.likeness({
          names: comparison.columns.length < 3 ? '' : figures.list(columns.map(names.column)),
          share: figures.number(Math.floor(similarity * 100)),
          reason: why,
          words: [citeChange(a, grammar), citeChange(b, grammar)],
        }),
      ),
    );
  const isOpen = told.computed === 'not-yet-coded';
  return [...sentences, ...(isOpen ? [grammar.sentence(rows.notCoded)] : [])].join(' ');
}

const rank = (relation: Relation | undefined): number =>
  relation === undefined ? relations.length : relations.indexOf(relation);

/** Longer changes are told by their beginning; the texts themselves stand beside. */
const longestChange = 80;

function citeChange(words: string, { verbatim }: Voice['phrases']['grammar']): string {
  const text = words.replace(/\s+/g, ' ').trim();
  if (text === '') return '';
  const end = text.lastIndexOf(' ', longestChange);
  return verbatim(
    text.length <= longestChange ? text : `${text.slice(0, end > 0 ? end : longestChange)} …`,
  );
}

function verdict({ phrases, figures }: Voice, { verdict: given, computed }: Row): string {
  if (!given) return '';
  return phrases.grammar.sentence(
    phrases.rows.verdict({
      author: given.author,
      at: figures.date(given.at),
      computed,
      differs: given.relation !== computed,
      stale: given.stale,
    }),
  );
}
