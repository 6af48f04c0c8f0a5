/**
 * Which texts follow each other: the texts of a party over time, or a base text and what was edited from
 * it. A party's position is that of all its live papers, so that a later statement adds to a memorandum
 * and only a paper that supersedes another takes its place.
 */
import { earliestDay, latestDay } from '#lib/model/date.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import type { Paper } from '#lib/model/paper.ts';
import { isJoint } from '../columns.ts';

/** A text as it stood at one time. `id` is that of the first paper that was new then. */
export interface RoundState {
  readonly id: Id;
  /** Papers new at that time. */
  readonly brought: readonly Id[];
  /** All papers that stood then. */
  readonly papers: readonly Id[];
  /** The state it was made from; missing for the first. */
  readonly from?: Id;
}

export interface Series {
  readonly kind: 'party' | 'base';
  /** The party or the base paper. */
  readonly id: Id;
  /** At least two, in order of date. */
  readonly states: readonly RoundState[];
  /** Papers left out because nothing tells when they were written. */
  readonly undated: readonly Id[];
}

/** Every party with texts of several times, by name, and every base text with texts edited from it. */
export function listSeries(dossier: Dossier): readonly Series[] {
  const collator = new Intl.Collator(dossier.language);
  const parties = dossier.actors
    .toSorted((a, b) => collator.compare(a.name, b.name) || (a.name < b.name ? -1 : 1))
    .map(({ id }) => partySeries(dossier, id));
  const roots = dossier.papers.filter((paper) => parentOf(paper) === undefined);
  const bases = roots.map((root) => baseSeries(dossier, root));
  return [...parties, ...bases].filter(({ states }) => states.length > 1);
}

const parentOf = ({ supersedes, basedOn }: Paper): Id | undefined => supersedes ?? basedOn;

/** The days on which a paper may have been written, with its rank among papers of the same days. */
interface DatedPaper {
  readonly paper: Paper;
  readonly from: string;
  readonly to: string;
}

function partySeries(dossier: Dossier, party: Id): Series {
  const own = dossier.papers.filter((p) => p.parties.includes(party) && !isJoint(p));
  const ids = new Set(own.map(({ id }) => id));
  const isPlaced = (paper: Paper): boolean =>
    !paper.undated ||
    (paper.supersedes !== undefined && ids.has(paper.supersedes)) ||
    own.some(({ supersedes }) => supersedes === paper.id);
  const placed = inOrder(own.filter(isPlaced));
  const groups: DatedPaper[][] = [];
  for (const next of placed) {
    const last = groups.at(-1);
    const isLater =
      last === undefined ||
      last.every(({ to }) => next.from > to) ||
      last.some(({ paper }) => paper.id === next.paper.supersedes);
    if (isLater) groups.push([next]);
    else last.push(next);
  }
  const undated = own.filter((paper) => !isPlaced(paper)).map(({ id }) => id);
  return { kind: 'party', id: party, states: accumulate(groups), undated };
}

/** By the first day each may be of; a paper never before the one it supersedes. */
function inOrder(papers: readonly Paper[]): readonly DatedPaper[] {
  const known = new Map(papers.map((paper) => [paper.id, paper]));
  const depth = (paper: Paper, seen: ReadonlySet<Id> = new Set()): number => {
    const parent = known.get(paper.supersedes ?? '');
    return parent === undefined || seen.has(paper.id)
      ? 0
      : 1 + depth(parent, new Set([...seen, paper.id]));
  };
  return papers
    .map((paper) => ({
      paper,
      from: earliestDay(paper.dated),
      to: latestDay(paper.dated),
      depth: depth(paper),
    }))
    .sort((a, b) => a.depth - b.depth || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .reduce<DatedPaper[]>((placed, next) => {
      const after = placed.findIndex(({ paper }) => paper.id === next.paper.supersedes);
      const at = placed.findIndex(({ from }, index) => index > after && from > next.from);
      return at === -1 ? [...placed, next] : placed.toSpliced(at, 0, next);
    }, []);
}

function accumulate(groups: readonly (readonly DatedPaper[])[]): readonly RoundState[] {
  const states: RoundState[] = [];
  let live: readonly Paper[] = [];
  for (const group of groups) {
    const brought = group.map(({ paper }) => paper);
    const gone = new Set(brought.flatMap(({ supersedes }) => supersedes ?? []));
    live = [...live, ...brought].filter(({ id }) => !gone.has(id));
    const [first] = brought;
    const from = states.at(-1)?.id;
    if (first === undefined) continue;
    states.push({
      id: first.id,
      brought: brought.map(({ id }) => id),
      papers: live.map(({ id }) => id),
      ...(from === undefined ? {} : { from }),
    });
  }
  return states;
}

/** The tree of texts made from a base, by date; empty where one party's own series tells the same. */
function baseSeries(dossier: Dossier, root: Paper): Series {
  const tree: Paper[] = [root];
  const rest = dossier.papers.filter((paper) => paper !== root);
  for (let found = true; found;) {
    const next = rest.filter(
      (paper) => !tree.includes(paper) && tree.some(({ id }) => id === parentOf(paper)),
    );
    found = next.length > 0;
    tree.push(...next.sort((a, b) => (a.dated < b.dated ? -1 : a.dated > b.dated ? 1 : 0)));
  }
  const [party] = root.parties;
  const isOneParty =
    party !== undefined &&
    tree.every(({ parties }) => parties.length === 1 && parties[0] === party);
  const states = tree.map((paper): RoundState => {
    const from = paper === root ? undefined : parentOf(paper);
    return {
      id: paper.id,
      brought: [paper.id],
      papers: [paper.id],
      ...(from === undefined ? {} : { from }),
    };
  });
  return { kind: 'base', id: root.id, states: isOneParty ? [] : states, undated: [] };
}
