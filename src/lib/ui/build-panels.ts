import type { Notice } from '#lib/engine/comparison.ts';
import type {
  CircularOrderView,
  ColumnHead,
  ContextView,
  NoticeGroup,
  PaperHead,
} from './compare-view.ts';
import { drawOrder } from './draw-finding.ts';
import { capitalise } from './capitalise.ts';
import { rowAnchor, viewSources, type Tools } from './view-tools.ts';

/** The columns with their papers: date, kind of text, gaps. */
export function buildColumnHeads(tools: Tools): readonly ColumnHead[] {
  const { comparison, speaker } = tools;
  return comparison.columns.map(({ id, papers }) => ({
    id,
    name: capitalise(speaker.columnName(id)),
    papers: papers.map((paper) => buildPaperHead(tools, paper.id)),
  }));
}

/** A paper with its date, kind of text and gaps. */
export function buildPaperHead({ lookup, speaker }: Tools, id: string): PaperHead {
  const paper = lookup.papers.get(id);
  if (paper === undefined) return { title: id, kindAndDate: '', textKind: '', notes: [], gaps: [] };
  const { words } = speaker;
  const dates = [
    paper.published === undefined ? [] : `published ${speaker.date(paper.published)}`,
    paper.handedOver === undefined ? [] : `handed over ${speaker.date(paper.handedOver)}`,
    paper.attribution === 'own' ? [] : words.attributions[paper.attribution],
  ].flat();
  const notes = [dates.join(', '), paper.note ?? ''].filter((note) => note !== '');
  return {
    title: paper.title,
    kindAndDate: `${words.paperKinds[paper.kind]}, ${speaker.paperDate(paper)}`,
    textKind: speaker.textNote(id),
    notes: notes.map(capitalise),
    gaps: paper.gaps.map(({ locator, why }) => ({ locator, why })),
  };
}

const noticeTitles: Readonly<Record<Notice['kind'], string>> = {
  'near-miss': 'Near miss',
  'different-subjects': 'Different counts',
  'self-contradiction': 'Within one paper',
  'renderings-differ': 'Renderings differ',
  'readings-bounded': 'Search was bounded',
  'domain-bounded': 'Search was bounded',
};

/** Notices in words, those of one kind together; one about a row leads to it when it is shown. */
export function buildNotices(
  { comparison, speaker }: Tools,
  shown: ReadonlySet<string>,
): readonly NoticeGroup[] {
  const titles = [...new Set(comparison.notices.map(({ kind }) => noticeTitles[kind]))];
  return titles.map((title) => ({
    title,
    notices: comparison.notices
      .filter(({ kind }) => noticeTitles[kind] === title)
      .map((notice) => ({
        sentence: speaker.notice(notice),
        ...(notice.kind === 'near-miss' && shown.has(notice.row)
          ? { href: `#${rowAnchor(notice.row)}` }
          : {}),
      })),
  }));
}

const givenPremises = (n: number): string =>
  n === 0 ? 'on the texts alone' : n === 1 ? 'given 1 premise' : `given ${n} premises`;

/** Circular orders told and drawn, with whether they need premises. */
export function buildCircularOrders(tools: Tools): readonly CircularOrderView[] {
  const { comparison, speaker } = tools;
  return comparison.circularOrders.map((order, index) => {
    const told = speaker.circularOrder(order);
    return {
      id: String(index + 1),
      title: capitalise(told.headline),
      sentence: told.sentence,
      svg: drawOrder(tools, order),
      basis: givenPremises(order.premises.length),
    };
  });
}

/** Assessments and background of the dossier: shown, cited, and never a premise. */
export function buildContext(tools: Tools): readonly ContextView[] {
  return tools.dossier.context.flatMap((context) =>
    context.role === 'premise'
      ? []
      : [
          {
            id: context.id,
            role: tools.speaker.words.contextRoles[context.role],
            title: context.title,
            text: tools.renderText(context.text),
            ...(context.by === undefined ? {} : { by: context.by }),
            sources: viewSources(tools, context.sources),
          },
        ],
  );
}
