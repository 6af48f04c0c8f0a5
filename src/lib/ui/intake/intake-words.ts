// What things are called while papers are prepared.
import { capitalise } from '../capitalise.ts';
import { words } from '#lib/wording/en/words.ts';
import type { Choice } from '../compare-view.ts';

/** What a stretch of a file can be. */
export const roleWords = {
  paper: { name: 'Paper', choice: 'A paper of one side' },
  context: { name: 'Context', choice: 'Context: told around the papers' },
  'left-out': { name: 'Left out', choice: 'Left out: belongs to something else' },
} as const;

export const roleChoices: readonly Choice[] = Object.entries(roleWords).map(([id, { choice }]) => ({
  id,
  label: choice,
}));

const choicesOf = (named: Readonly<Record<string, string | { readonly name: string }>>) =>
  Object.entries(named).map(([id, name]): Choice => ({
    id,
    label: capitalise(typeof name === 'string' ? name : name.name),
  }));

export const kindChoices = choicesOf(words.paperKinds);
export const textKindChoices = choicesOf(words.textKinds);
export const attributionChoices = choicesOf(words.attributions);

export const revisionChoices: readonly Choice[] = [
  { id: 'accepted', label: 'Accepted: the text as changed' },
  { id: 'rejected', label: 'Rejected: the text before the changes' },
  { id: 'both', label: 'Both: old and new words, marked' },
];

export const formatWords: Readonly<Record<string, string>> = {
  ...{ markdown: 'Markdown', text: 'Plain text', html: 'Web page', docx: 'Word document' },
  ...{ pdf: 'PDF', rst: 'reStructuredText' },
};

/** What was left out, one and many. */
export const omissionWords: Readonly<Record<string, readonly [string, string]>> = {
  'page-number': ['page number', 'page numbers'],
  'page-head': ['running head', 'running heads'],
  'page-foot': ['running foot', 'running feet'],
  navigation: ['piece of navigation', 'pieces of navigation'],
  'front-matter': ['entry about the file', 'entries about the file'],
  markup: ['sign of markup', 'signs of markup'],
  script: ['script', 'scripts'],
  comment: ['comment', 'comments'],
  hidden: ['hidden stretch', 'hidden stretches'],
  'tracked-deletion': ['tracked deletion', 'tracked deletions'],
  'tracked-insertion': ['tracked insertion', 'tracked insertions'],
  hyphen: ['hyphen at a line end', 'hyphens at line ends'],
  picture: ['picture', 'pictures'],
  form: ['form', 'forms'],
  'other-article': ['stretch of another article', 'stretches of other articles'],
};

/** Kinds of pieces: what they are called, and the key that makes a piece one. */
export const pieceWords = {
  clause: { name: 'clause', key: 'c', meaning: 'A clause: it is compared.' },
  section: { name: 'heading', key: 'h', meaning: 'A heading: it only holds what follows.' },
  furniture: { name: 'furniture', key: 'f', meaning: 'Furniture: kept, but not compared.' },
  preamble: { name: 'preamble', key: 'p', meaning: 'Preamble: sets no terms of its own.' },
  definition: { name: 'definition', key: 'd', meaning: 'A definition of a word.' },
  note: { name: 'note', key: 'n', meaning: 'A foot- or endnote.' },
} as const;
export type PieceKind = keyof typeof pieceWords;

/** Why a piece begins where it does. */
export const cutWords: Readonly<Record<string, string>> = {
  ...{ heading: 'heading', number: 'number', bullet: 'bullet', option: 'option' },
  ...{ paragraph: 'paragraph', 'table-row': 'row', 'table-cell': 'cell', note: 'note' },
  ...{ coordination: 'demand', sentence: 'sentence', hand: 'by hand' },
};
