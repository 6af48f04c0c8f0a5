import type { Id } from '#lib/model/id.ts';
import type { Dossier } from '#lib/model/dossier.ts';
import type { Paper, TextKind } from '#lib/model/paper.ts';
import type { Relation } from '#lib/model/relation.ts';
import type {
  Because,
  CircularOrder,
  Comparison,
  DomainPart,
  Evidence,
  Finding,
  Interval,
  Notice,
  Remainder,
  RestOn,
  Row,
  RowTopic,
  Slot,
} from '#lib/engine/comparison.ts';
import { circularOrder } from './cycles.ts';
import { domain, remainder } from './domains.ts';
import { because, finding, label } from './findings.ts';
import type { SpeakerLanguage } from './language.ts';
import { clauseLocator, locators, provisionLocator } from './locators.ts';
import { notice } from './notices.ts';
import { dateOfPaper } from './paper-date.ts';
import { premise } from './premises.ts';
import { quote, textNote } from './quotes.ts';
import { readingName, readings } from './readings.ts';
import { restOn } from './rest-on.ts';
import { findingRelation, row, topic } from './rows.ts';
import { slot } from './slots.ts';
import { columnDetail, columnsOrderRule, counts, titleBlock } from './title-block.ts';
import { createVoice } from './voice.ts';
import type { Words } from './words.ts';

/** Words a finding rests on, ready to print: in quotation marks, or plain and named as not verbatim. */
export interface QuotedWords {
  /** With its quotation marks where it is verbatim; never with them where it is not. */
  readonly text: string;
  readonly verbatim: boolean;
  /** "paraphrase by the editors", "as reported by …"; missing for verbatim words. */
  readonly note?: string;
}

/** A premise told in full. */
export interface PremiseSentence {
  /** What is taken for true, with its kind, ground and disputants, as one sentence. */
  readonly sentence: string;
  /** What is taken for true: "‘be neutral’ excludes ‘join a military alliance’". */
  readonly statement: string;
  /** "interpretive". */
  readonly kind: string;
  /** The citation, or "coder's judgement: …". */
  readonly ground: string;
  /** "Disputed by Ukraine."; missing when nobody is known to dispute it. */
  readonly disputed?: string;
}

/** What a row says at a glance; every text is a whole sentence or phrase of its own. */
export interface RowSentences {
  /** "Incompatible as written, in part: peacetime". */
  readonly headline: string;
  /** "on the texts alone" or "given premises"; empty for relations that nothing was computed for. */
  readonly label: string;
  /** The sentence of the deciding finding, or the analyst's reason; empty when there is none. */
  readonly reason: string;
  /** How three or more columns stand to each other; missing for two. */
  readonly summary?: string;
  /** Which columns were left out because they say nothing here. */
  readonly silent?: string;
  /** Who judged otherwise than the rules, and whether that is out of date. */
  readonly verdict?: string;
}

/** A circular order as a heading, a sentence, and a short chain of steps. */
export interface CircularOrderSentences {
  readonly headline: string;
  readonly sentence: string;
  /** "withdrawal starts → ceasefire → talks on territory → withdrawal starts". */
  readonly chain: string;
}

/** The provisions that conflicts rest on, told without a recommendation. */
export interface RestOnSentences {
  readonly headline: string;
  /** One smallest set a line, with locators. */
  readonly sets: readonly string[];
  /** For each column, what it alone comes to. */
  readonly within: readonly string[];
  readonly caveat: string;
}

/** The pieces of a title block, top to bottom. */
export interface TitleBlock {
  readonly title: string;
  /** What is compared: one line a paper, with date, kind of text and attribution. */
  readonly papers: readonly string[];
  /** Parts of texts that are not available here, a line each. */
  readonly gaps: readonly string[];
  /** "As at 2 June 2025"; missing when the comparison has no such limit. */
  readonly asAt?: string;
  /** "Columns in alphabetical order by name." */
  readonly order: string;
  /** Invented case, cautions of the dossier, what was switched off or not searched. */
  readonly cautions: readonly string[];
  /** "Not an official document." */
  readonly disclaimer: string;
}

/** One relation's share of the rows, for the strip above the table. */
export interface CountLine {
  readonly relation: Relation;
  readonly sign: string;
  readonly name: string;
  readonly total: number;
  /** "5 on the texts alone, 6 given premises"; empty where the distinction says nothing. */
  readonly detail: string;
  /** "≠ 11 incompatible as written (5 on the texts alone, 6 given premises)". */
  readonly line: string;
}

/**
 * Tells a comparison in one language. Methods take parts of the comparison it was made for; ids that
 * the dossier does not know are printed as they are. Columns are named in column order throughout.
 */
export interface Speaker {
  readonly language: SpeakerLanguage;
  /** Fixed words: relations, rules, empty cells, kinds of text and so on. */
  readonly words: Words;

  /** The party's name, told apart by kind and date where a party has several columns. */
  readonly columnName: (column: Id) => string;
  /** Second line of a column head: "memorandum, 2 June 2025, paraphrase by the editors". */
  readonly columnDetail: (column: Id) => string;
  readonly actor: (actor: Id) => string;
  readonly act: (act: Id) => string;
  readonly event: (event: Id) => string;
  readonly issue: (issue: Id) => string;
  readonly paper: (paper: Id) => string;
  /** A row's subject as a title: "Join a military alliance". */
  readonly topic: (topic: RowTopic) => string;
  readonly rowTitle: (row: Row) => string;

  /** "I.5a" or "II.B.6, option 2", without the column. */
  readonly locator: (provision: Id) => string;
  readonly clauseLocator: (clause: Id) => string;
  /** "(I.5a; II.B.6, option 2)"; empty when there are none. */
  readonly locators: (column: Id, provisions: readonly Id[]) => string;
  readonly quote: (evidence: Evidence) => QuotedWords;
  /** "paraphrase by the editors", "full text": the kind of text of a paper. */
  readonly textNote: (paper: Id) => string;
  /** "rests on a paraphrase"; empty when all words are verbatim. */
  readonly textCaution: (weakest: TextKind) => string;

  readonly number: (value: number) => string;
  /** "at least 30 days", "10 to 20 percent", "600,000 people". */
  readonly interval: (interval: Interval, unit: string) => string;
  /** "2 June 2025", "June 2025", "2025", or with time in UTC. */
  readonly date: (date: string) => string;
  /** The date of a paper, or that it is not known. */
  readonly paperDate: (paper: Pick<Paper, 'dated' | 'undated'>) => string;
  readonly list: (items: readonly string[]) => string;

  /** The reason: what each column lays down and why the relation follows. */
  readonly finding: (finding: Finding) => string;
  /** "on the texts alone" or "given 2 premises". */
  readonly label: (finding: Finding) => string;
  /** "incompatible as written, in part". */
  readonly findingRelation: (finding: Finding) => string;
  readonly slot: (slot: Slot, finding: Finding) => string;
  readonly because: (because: Because) => string;
  readonly remainder: (remainder: Remainder, finding: Finding) => string;
  readonly domain: (part: DomainPart) => string;
  readonly premise: (premise: Id) => PremiseSentence;

  readonly row: (row: Row) => RowSentences;
  readonly circularOrder: (order: CircularOrder) => CircularOrderSentences;
  readonly notice: (notice: Notice) => string;
  readonly restOn: (rest: RestOn) => RestOnSentences;
  /** "Option 1", or "Ceasefire: option 1; Elections: option B" where there are several groups. */
  readonly readingName: (index: number) => string;
  /** "in all readings", "under option 1"; empty when the papers have no options. */
  readonly readings: (indexes: readonly number[]) => string;
  readonly counts: readonly CountLine[];
  readonly columnsOrderRule: string;
  readonly titleBlock: TitleBlock;
}

/** Makes the speaker of a comparison. Pure: the same dossier and comparison give the same sentences. */
export function createSpeaker(
  dossier: Dossier,
  comparison: Comparison,
  language: SpeakerLanguage = 'en',
): Speaker {
  const voice = createVoice(dossier, comparison, language);
  const { figures, names, phrases } = voice;
  return {
    language,
    words: phrases.words,
    columnName: names.column,
    columnDetail: (column) => columnDetail(voice, column),
    actor: names.actor,
    act: names.act,
    event: names.event,
    issue: names.issue,
    paper: (paper) => voice.lookup.papers.get(paper)?.title ?? paper,
    topic: (about) => topic(voice, about),
    rowTitle: (told) => told.title ?? topic(voice, told.topic),
    locator: (provision) => provisionLocator(voice, provision),
    clauseLocator: (clause) => clauseLocator(voice, clause),
    locators: (column, provisions) => locators(voice, column, provisions),
    quote: (evidence) => quote(voice, evidence),
    textNote: (paper) => textNote(voice, paper),
    textCaution: phrases.findings.textCaution,
    number: figures.number,
    interval: (interval, unit) => figures.interval(interval, { unit }),
    date: figures.date,
    paperDate: (paper) => dateOfPaper(voice, paper),
    list: figures.list,
    finding: (told) => finding(voice, told),
    label: (told) => label(voice, told),
    findingRelation: (told) => findingRelation(voice, told),
    slot: (told, of) => slot(voice, told, of),
    because: (step) => because(voice, step),
    remainder: (rest, of) => phrases.grammar.sentence(remainder(voice, rest, of)),
    domain: (part) => domain(voice, part),
    premise: (id) => premise(voice, id),
    row: (told) => row(voice, told),
    circularOrder: (order) => circularOrder(voice, order),
    notice: (told) => notice(voice, told),
    restOn: (rest) => restOn(voice, rest),
    readingName: (index) => readingName(voice, index),
    readings: (indexes) => readings(voice, indexes),
    counts: counts(voice),
    columnsOrderRule: columnsOrderRule(voice),
    titleBlock: titleBlock(voice),
  };
}
