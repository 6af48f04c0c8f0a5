import type { Comparison } from '#lib/engine/comparison.ts';
import type { Move } from '#lib/engine/rounds/move.ts';
import { listPremises } from '#lib/engine/premises.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Id } from '#lib/model/id.ts';
import type { PaperKind } from '#lib/model/paper.ts';
import type { SpeakerLanguage } from './language.ts';
import { clauseLocator } from './locators.ts';
import { tellMove, type MoveSentences } from './moves.ts';
import { dateOfPaper } from './paper-date.ts';
import { premise } from './premises.ts';
import { textNote } from './quotes.ts';
import { topic } from './rows.ts';
import type { PremiseSentence } from './speaker.ts';
import { createVoice } from './voice.ts';
import type { Words } from './words.ts';

/** Tells what became of the texts of a dossier between rounds, in one language. */
export interface MoveSpeaker {
  readonly language: SpeakerLanguage;
  readonly words: Words;
  readonly move: (move: Move) => MoveSentences;
  /** What a move is about, as a title; empty where only words are told. */
  readonly topic: (move: Move) => string;
  readonly clauseLocator: (clause: Id) => string;
  readonly textNote: (paper: Id) => string;
  readonly paperKind: (kind: PaperKind) => string;
  readonly paperDate: (paper: Id) => string;
  readonly premise: (premise: Id) => PremiseSentence;
  /** "not coded". */
  readonly notCoded: string;
  /** Of how many clauses only the words are told. */
  readonly uncoded: (clauses: number) => string;
  readonly list: (items: readonly string[]) => string;
  readonly number: (value: number) => string;
}

/** Makes the speaker for the rounds of a dossier. */
export function createMoveSpeaker(dossier: Dossier, language: SpeakerLanguage = 'en'): MoveSpeaker {
  const named = createVoice(dossier, bareComparison(dossier, []), language);
  const { earlier, later } = named.phrases.moves;
  const voice = createVoice(dossier, bareComparison(dossier, [earlier, later]), language);
  const { phrases, figures, lookup } = voice;
  return {
    language,
    words: phrases.words,
    move: (told) => tellMove(voice, told),
    topic: (told) => (told.topic === undefined ? '' : topic(voice, told.topic)),
    clauseLocator: (clause) => clauseLocator(voice, clause),
    textNote: (paper) => textNote(voice, paper),
    paperKind: (kind) => phrases.words.paperKinds[kind],
    paperDate: (id) => {
      const paper = lookup.papers.get(id);
      return paper ? dateOfPaper(voice, paper) : id;
    },
    premise: (id) => premise(voice, id),
    notCoded: phrases.moves.words.notCoded,
    uncoded: (clauses) =>
      phrases.moves.words.count(figures.number(clauses), figures.isOne(clauses)),
    list: figures.list,
    number: figures.number,
  };
}

const none = { textsAlone: 0, givenPremises: 0 };

/** Nothing compared: only the names by which the two texts of a move are called. */
const bareComparison = (dossier: Dossier, columns: readonly string[]): Comparison => ({
  dossier: dossier.id,
  columns: columns.map((id) => ({ id, parties: [], papers: [] })),
  optionGroups: [],
  readings: [],
  allReadings: true,
  rows: [],
  circularOrders: [],
  restOn: [],
  notices: [],
  uncoded: [],
  premises: listPremises(dossier, new Set()),
  counts: {
    incompatible: none,
    undetermined: none,
    'partial-overlap': none,
    'fits-within': none,
    'same-terms': none,
    'one-side-only': none,
    'not-yet-coded': none,
  },
});
