/** Builds the glossary of a dossier: acts, actors, scopes, events and terms, with each side's own words. */
import type { Dossier } from '#lib/model/dossier.ts';
import { capitalise } from '../capitalise.ts';
import { listParties } from '../list-parties.ts';
import { toolsOf } from '../view-tools.ts';
import {
  buildActors,
  buildActs,
  buildPlain,
  buildScopes,
  entryAnchor,
  holdsWords,
  type GlossaryTools,
} from './build-entries.ts';
import type { EntryGroup, EntryView, GlossarySection, GlossaryView } from './glossary-view.ts';
import { groupByLetter } from './group-by-letter.ts';
import { countUsage } from './usage.ts';

/** The glossary of a dossier; with words, only the entries that hold all of them. */
export function buildGlossary(dossier: Dossier, text = ''): GlossaryView {
  const tools: GlossaryTools = { ...toolsOf(dossier), usage: countUsage(dossier) };
  const words = text.normalize('NFC').toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const all = buildSections(tools);
  const sections = all.flatMap((section) => narrow(section, words));
  const count = (some: readonly GlossarySection[]): number =>
    some.reduce((sum, section) => sum + section.count, 0);
  return {
    text,
    shown: count(sections),
    total: count(all),
    parties: listParties(dossier).map(({ label }) => label),
    alphabet: tools.languageName(dossier.language),
    sections: sections.map((section) => withoutDeadLinks(section, sections)),
  };
}

function buildSections(tools: GlossaryTools): readonly GlossarySection[] {
  const { dossier, usage } = tools;
  const { language } = dossier;
  const lettered = (id: string, entries: readonly EntryView[]): readonly EntryGroup[] =>
    groupByLetter(entries, { section: id, language });
  const scopes = dossier.dimensions.map((dimension) => ({
    anchor: entryAnchor('scopes', dimension.id),
    title: capitalise(dimension.label),
    entries: buildScopes(tools, dimension),
  }));
  const events = buildPlain(dossier.events, 'events', (id) => usage.events.get(id));
  const subjects = buildPlain(dossier.subjects, 'subjects', (id) =>
    usage.terms.get(`subject/${id}`),
  );
  const terms = buildPlain(dossier.terms, 'terms', (id) => usage.terms.get(`term/${id}`));
  return [
    sectionOf(['acts', 'Acts', 'What actors may do.'], lettered('acts', buildActs(tools))),
    sectionOf(['actors', 'Actors', 'Who can be bound.'], lettered('actors', buildActors(tools))),
    sectionOf(['scopes', 'Scopes', 'Where, when and for whom norms hold.'], scopes),
    sectionOf(['events', 'Events', 'What steps are ordered by.'], lettered('events', events)),
    sectionOf(
      ['terms', 'Terms and subjects', 'What amounts measure and claims are about.'],
      lettered('terms', [...terms, ...subjects]),
    ),
  ].filter(({ count }) => count > 0);
}

const sectionOf = (
  [id, title, about]: readonly [string, string, string],
  groups: readonly EntryGroup[],
): GlossarySection => ({ id, title, about, groups, count: countEntries(groups) });

const countEntries = (groups: readonly EntryGroup[]): number =>
  groups.reduce((sum, { entries }) => sum + entries.length, 0);

function narrow(section: GlossarySection, words: readonly string[]): readonly GlossarySection[] {
  if (words.length === 0) return [section];
  const groups = section.groups.flatMap((group) => {
    const entries = group.entries.filter((entry) => holdsWords(entry, words));
    return entries.length === 0 ? [] : [{ ...group, entries }];
  });
  return groups.length === 0 ? [] : [{ ...section, groups, count: countEntries(groups) }];
}

/** A link to an entry that the filter left out would lead nowhere. */
function withoutDeadLinks(
  section: GlossarySection,
  all: readonly GlossarySection[],
): GlossarySection {
  const anchors = new Set(
    all.flatMap(({ groups }) =>
      groups.flatMap(({ entries }) =>
        entries.map(({ anchor }) => `#${encodeURIComponent(anchor)}`),
      ),
    ),
  );
  const groups = section.groups.map((group) => ({
    ...group,
    entries: group.entries.map((entry) => ({
      ...entry,
      related: entry.related.map(({ href, ...rest }) =>
        href !== undefined && anchors.has(href) ? { ...rest, href } : rest,
      ),
    })),
  }));
  return { ...section, groups };
}
