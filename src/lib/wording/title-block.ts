/** What stands above a comparison: what is compared, in what order, with what reservations. */
import { relations } from '#lib/model/relation.ts';
import type { Column, ComparedPaper } from '#lib/engine/comparison.ts';
import { textNote } from './quotes.ts';
import type { CountLine, TitleBlock } from './speaker.ts';
import type { Voice } from './voice.ts';
import { dateOfPaper } from './paper-date.ts';

/** The pieces of the title block, top to bottom. */
export function titleBlock(voice: Voice): TitleBlock {
  const { comparison, dossier, phrases, figures } = voice;
  const papers = distinctPapers(comparison.columns);
  return {
    title: dossier.title,
    papers: papers.map((paper) => comparedPaper(voice, paper)),
    gaps: papers.flatMap((paper) => gapsOf(voice, paper)),
    ...(comparison.asAt === undefined
      ? {}
      : { asAt: phrases.papers.asAt(figures.date(comparison.asAt)) }),
    order: columnsOrderRule(voice),
    cautions: cautions(voice),
    disclaimer: phrases.papers.disclaimer,
  };
}

function distinctPapers(columns: readonly Column[]): readonly ComparedPaper[] {
  const seen = new Set<string>();
  return columns
    .flatMap(({ papers }) => papers)
    .filter(({ id }) => !seen.has(id) && seen.add(id).has(id));
}

function partiesOf({ lookup, figures, names }: Voice, paper: ComparedPaper): string {
  return figures.list((lookup.papers.get(paper.id)?.parties ?? []).map(names.actor));
}

function comparedPaper(voice: Voice, paper: ComparedPaper): string {
  const { phrases } = voice;
  return phrases.papers.compared({
    parties: partiesOf(voice, paper),
    title: paper.title,
    details: [
      phrases.papers.dated(paper.kind, dateOfPaper(voice, paper)),
      textNote(voice, paper.id),
      ...(paper.attribution === 'own' ? [] : [phrases.words.attributions[paper.attribution]]),
    ],
  });
}

function gapsOf(voice: Voice, paper: ComparedPaper): readonly string[] {
  const { lookup, phrases } = voice;
  const gaps = lookup.papers.get(paper.id)?.gaps ?? [];
  const parties = partiesOf(voice, paper);
  const name = parties === '' ? paper.title : parties;
  return gaps.map(({ locator, why }) => phrases.papers.gap({ paper: name, locator, why }));
}

function cautions({ comparison, dossier, phrases, figures }: Voice): readonly string[] {
  const off = comparison.premises.filter(({ on }) => !on).length;
  return [
    ...(dossier.fictitious ? [phrases.papers.fictitious] : []),
    ...(dossier.caution === undefined ? [] : [dossier.caution]),
    ...(off === 0 ? [] : [phrases.papers.premisesOff(figures.number(off), figures.isOne(off))]),
    ...(comparison.allReadings
      ? []
      : [phrases.papers.readingsBounded(figures.number(comparison.readings.length))]),
  ];
}

/** Second line of a column head: kind, date and text kind of each of its papers. */
export function columnDetail(voice: Voice, id: string): string {
  const { comparison, phrases } = voice;
  const papers = comparison.columns.find((column) => column.id === id)?.papers ?? [];
  return phrases.grammar.parts(
    papers.map((paper) =>
      [phrases.papers.dated(paper.kind, dateOfPaper(voice, paper)), textNote(voice, paper.id)].join(
        ', ',
      ),
    ),
  );
}

/** The neutral rule the columns follow, or that the reader chose otherwise. */
export function columnsOrderRule({ comparison, dossier, names, phrases }: Voice): string {
  const shown = comparison.columns.map(({ id }) => names.column(id));
  if (shown.length < 2) return phrases.papers.singleColumn;
  const collator = new Intl.Collator(dossier.language);
  const sorted = [...shown].sort(collator.compare);
  const equal = (order: readonly string[]): boolean => order.every((name, i) => name === shown[i]);
  if (equal(sorted)) return phrases.papers.alphabetical;
  return equal([...sorted].reverse())
    ? phrases.papers.alphabeticalReversed
    : phrases.papers.chosenOrder;
}

/** Relations for which it matters whether they need premises. */
const computedOnTerms = ['incompatible', 'partial-overlap', 'fits-within', 'same-terms'];

/** One line a relation that occurs, worst first. */
export function counts({ comparison, phrases, figures }: Voice): readonly CountLine[] {
  return relations.flatMap((relation): CountLine[] => {
    const { textsAlone, givenPremises } = comparison.counts[relation];
    const total = textsAlone + givenPremises;
    if (total === 0) return [];
    const { sign, name } = phrases.words.relations[relation];
    const detail = computedOnTerms.includes(relation)
      ? phrases.counts.detail(figures.number(textsAlone), figures.number(givenPremises))
      : '';
    const tail = detail === '' ? '' : ` ${phrases.grammar.parenthesis(detail)}`;
    return [
      {
        relation,
        sign,
        name,
        total,
        detail,
        line: `${sign} ${figures.number(total)} ${name}${tail}`,
      },
    ];
  });
}
