/**
 * Papers that were read and cut become part of a dossier: their clauses stand in issues and beside each
 * other, and provisions are suggested for them. Nothing that is in the dossier already is changed, and
 * nothing new is confirmed. The same papers give the same draft.
 */
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import { makeId } from '#lib/model/make-id.ts';
import type { Paper } from '#lib/model/paper.ts';
import type { Source } from '#lib/model/source.ts';
import { addPack } from '../packs/add-pack.ts';
import { starterPacks } from '../packs/starter-packs.ts';
import type { StarterPack } from '../packs/starter-pack.ts';
import { codeClauses } from './code-clauses.ts';
import { draftIssues } from './draft-issues.ts';
import {
  clausesSettingNone,
  paperOf,
  type DraftMeta,
  type DraftPaper,
  type DraftSource,
} from './draft-paper.ts';
import { placeClauses } from './place-clauses.ts';

export interface DraftRequest {
  /** The dossier the papers go into; see `emptyDossier` for a new one. */
  readonly base: Dossier;
  /** Starter packs to add first. */
  readonly packs: readonly StarterPack[];
  readonly papers: readonly DraftPaper[];
}

export interface Drafted {
  readonly dossier: Dossier;
  /** The ids of the new papers, in the order they came. */
  readonly papers: readonly Id[];
}

/** Makes the draft. */
export function draftDossier({ base, packs, papers }: DraftRequest): Drafted {
  const settingNone = new Map<Id, readonly Id[]>();
  const described = papers.reduce<Drafted>(
    (drafted, draft) => {
      const next = addPaper(drafted, draft);
      const id = next.papers.at(-1) ?? '';
      const isTaken = clauseTest(drafted.dossier);
      settingNone.set(id, clausesSettingNone(draft, { id, isTaken }));
      return next;
    },
    { dossier: packs.reduce(addPack, base), papers: [] },
  );
  const withIssues = draftIssues(described.dossier, described.papers);
  const placed = placeClauses(withIssues, { papers: described.papers, packs: starterPacks });
  const coded = codeClauses(placed, {
    papers: described.papers,
    packs: starterPacks,
    settingNone,
  });
  return { dossier: coded, papers: described.papers };
}

function addPaper({ dossier, papers }: Drafted, draft: DraftPaper): Drafted {
  const { dossier: withParty, party } = addParty(dossier, draft.meta.party);
  const { dossier: withSources, sources } = addSources(withParty, draft.meta.sources);
  const id = makeId(draft.meta.title.slice(0, longestPaperId), {
    fallback: 'paper',
    // A column may be a paper or a party, by id: the two never share one.
    isTaken: (name) => [...withSources.papers, ...withSources.actors].some((r) => r.id === name),
  });
  const isTaken = clauseTest(withSources);
  const paper: Paper = paperOf(draft, { id, party, sources, isTaken });
  return {
    dossier: { ...withSources, papers: [...withSources.papers, paper] },
    papers: [...papers, id],
  };
}

/** Whether a clause of the dossier has an id. */
function clauseTest(dossier: Dossier): (clause: Id) => boolean {
  const ids = new Set(dossier.papers.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  return (clause) => ids.has(clause);
}

/** Ids of clauses begin with their paper's, and have to stay under 120 signs. */
const longestPaperId = 40;

/** The party of a paper: one of the dossier by id or by any of its names, else a new one. */
function addParty(
  dossier: Dossier,
  party: DraftMeta['party'],
): { readonly dossier: Dossier; readonly party: Id } {
  const { actors } = dossier;
  const name = 'name' in party ? party.name.trim() : '';
  const folded = name.toLowerCase();
  const known = actors.find((actor) =>
    'id' in party
      ? actor.id === party.id
      : [actor.name, ...actor.variants.map(({ text }) => text)].some(
          (own) => own.toLowerCase() === folded,
        ),
  );
  if (known !== undefined) {
    const issuing = actors.map((actor) => (actor === known ? { ...actor, party: true } : actor));
    return { dossier: { ...dossier, actors: issuing }, party: known.id };
  }
  const isTaken = (id: Id): boolean => [...actors, ...dossier.papers].some((r) => r.id === id);
  const label = 'id' in party ? party.id : name;
  const id = makeId(label, { fallback: 'party', isTaken });
  const made = { id, name: label, party: true, everyone: false, parts: [], variants: [] };
  return { dossier: { ...dossier, actors: [made, ...actors] }, party: id };
}

/** A source that the dossier cites already, by address or by publisher and title, is cited again. */
function addSources(
  dossier: Dossier,
  sources: readonly DraftSource[],
): { readonly dossier: Dossier; readonly sources: readonly Id[] } {
  const list: Source[] = [...dossier.sources];
  const ids = sources.map((source) => {
    const same = list.find(
      ({ url, publisher, title }) =>
        (url !== undefined && url === source.url) ||
        (publisher === source.publisher && title === source.title),
    );
    if (same !== undefined) return same.id;
    const isTaken = (id: Id): boolean => list.some((known) => known.id === id);
    const id = makeId(`${source.publisher} ${source.title}`.slice(0, longestPaperId), {
      fallback: 'source',
      isTaken,
    });
    list.push({ ...source, id });
    return id;
  });
  return { dossier: { ...dossier, sources: list }, sources: [...new Set(ids)] };
}
