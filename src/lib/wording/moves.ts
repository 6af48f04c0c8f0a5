/** A move between two rounds as words and sentences. */
import type { Finding } from '#lib/engine/comparison.ts';
import type { DomainChange, Move, MoveKind } from '#lib/engine/rounds/move.ts';
import { relationOf } from '#lib/engine/status.ts';
import type { Id } from '#lib/model/id.ts';
import { textKinds } from '#lib/model/paper.ts';
import { bearerWords, sameSet, scopeWords } from './domains.ts';
import { because } from './findings.ts';
import { isVerbatim } from './quotes.ts';
import { slot } from './slots.ts';
import { stances, stancesOf } from './stances.ts';
import type { Voice } from './voice.ts';

/** What a move says at a glance. */
export interface MoveSentences {
  readonly kind: MoveKind;
  /** "asks less". */
  readonly word: string;
  readonly meaning: string;
  /** "figure: size of the armed forces", "scope narrower"; each change for itself. */
  readonly changes: readonly string[];
  /** Whole sentences, empty where the word says all. */
  readonly sentence: string;
  /** "given 1 premise"; missing where it rests on the texts alone. */
  readonly given?: string;
}

/** Tells a move by a voice whose columns are the earlier and the later text. */
export function tellMove(voice: Voice, move: Move): MoveSentences {
  const { phrases, figures } = voice;
  const { name, meaning } = phrases.words.moves[move.kind];
  const count = move.premises.length;
  return {
    kind: move.kind,
    word: name,
    meaning,
    changes: changesOf(voice, move),
    sentence: sentencesOf(voice, move)
      .filter((text) => text !== '')
      .map((text) => phrases.grammar.sentence(phrases.grammar.capital(text)))
      .join(' '),
    ...(count === 0 || move.kind === 'unchanged' || move.kind === 'reworded'
      ? {}
      : { given: phrases.findings.label(figures.number(count), figures.isOne(count)) }),
  };
}

function changesOf({ phrases, names }: Voice, move: Move): readonly string[] {
  const { changes } = phrases.moves;
  const slots = move.slots.map(({ slot: told }) =>
    told.slot === 'amount' ? changes.amount(names.term(told.of)) : changes[told.slot],
  );
  const only = (own: 'scope' | 'bearers'): 'before' | 'after' | 'both' | undefined => {
    const sides = new Set(
      move.domain.filter(({ slots }) => slots.includes(own)).map((d) => d.side),
    );
    return sides.size === 2 ? 'both' : [...sides][0];
  };
  const [scope, bearers] = [only('scope'), only('bearers')];
  return [
    ...slots,
    ...(scope === undefined ? [] : [changes.scope(scope)]),
    ...(bearers === undefined ? [] : [changes.bearers(bearers)]),
    ...(move.counterparties ? [changes.counterparties] : []),
  ];
}

function sentencesOf(voice: Voice, move: Move): readonly string[] {
  const { moves } = voice.phrases;
  const { before, after, topic } = move;
  if (topic === undefined) return wordSentences(voice, move);
  switch (move.kind) {
    case 'unchanged':
      return [];
    case 'moved':
      return [voice.phrases.words.moves.moved.meaning];
    case 'reworded':
      return [moves.sameInOtherWords];
    case 'added':
      return [stancesOf(voice, moves.later, after), moves.added];
    case 'dropped':
      return [
        stancesOf(voice, moves.earlier, before),
        isStruckOut(voice, move) ? moves.struckOut : moves.dropped,
      ];
    case 'undetermined':
      return [...told(voice, move), whyOpen(voice, move)];
    default:
      return told(voice, move);
  }
}

/** Vague words are named; of anything else the reason alone is told. */
function whyOpen(voice: Voice, move: Move): string {
  const { phrases } = voice;
  if (move.open !== 'terms' || move.vague.length === 0)
    return phrases.moves.open[move.open ?? 'terms'];
  const isOwn = isVerbatim(asFinding(voice, move).weakestText);
  return phrases.findings.vague(
    move.vague.map((words) => (isOwn ? phrases.grammar.verbatim(words) : words)),
  );
}

/** Of clauses that nobody coded the word says all; only an empty side needs a sentence. */
function wordSentences({ phrases }: Voice, { kind, open }: Move): readonly string[] {
  const { words, open: reasons } = phrases.moves;
  if (kind === 'undetermined') return [reasons[open ?? 'terms']];
  return kind === 'added' || kind === 'dropped' ? [words[kind]] : [];
}

/** A clause of the later text stands for the earlier one, and has no words any more. */
function isStruckOut({ lookup }: Voice, { before }: Move): boolean {
  const clauses = new Set(before.map((id) => lookup.provisions.get(id)?.clause));
  return [...lookup.clauses.values()].some(
    ({ clause }) => clause.availability === 'deleted' && clauses.has(clause.continues),
  );
}

/** What each text lays down, how the terms stand, and on which part. */
function told(voice: Voice, move: Move): readonly string[] {
  const { before, after } = move;
  const { moves } = voice.phrases;
  if (before.length === 0) return [stancesOf(voice, moves.later, after)];
  if (after.length === 0) return [stancesOf(voice, moves.earlier, before)];
  const finding = asFinding(voice, move);
  const figures = move.slots
    .filter(({ slot: { slot: kind } }) => kind === 'amount' || kind === 'window')
    .map((change) => slot(voice, change.slot, finding));
  return [
    stances(voice, finding),
    ...figures,
    ...reversal(voice, move),
    ...domainSentences(voice, move),
    ...owed(voice, move),
  ];
}

/** A move in the shape in which two columns are told, the earlier text first. */
function asFinding(voice: Voice, move: Move): Finding {
  const { earlier, later } = voice.phrases.moves;
  const sides = [[earlier, move.before] as const, [later, move.after] as const];
  const evidence = sides.flatMap(([column, ids]) =>
    ids.flatMap((id) => {
      const record = voice.lookup.provisions.get(id);
      const paper = record && voice.lookup.clauses.get(record.clause)?.paper;
      if (!record || !paper) return [];
      return [
        { column, provision: id, paper: paper.id, clause: record.clause, words: record.words },
      ];
    }),
  );
  const kinds = evidence.map(({ paper }) => voice.lookup.papers.get(paper)?.textKind);
  const [change] = move.slots;
  return {
    id: move.id,
    rule: change?.slot.rule ?? 'R3',
    relation: change?.set ? relationOf(change.set) : 'same-terms',
    extent: 'whole',
    columns: [earlier, later],
    topic: move.topic ?? { kind: 'hand' },
    slots: move.slots.map((own) => own.slot),
    ...(move.common ? { common: move.common } : {}),
    remainders: [],
    becauses: move.becauses,
    premises: move.premises,
    readings: [],
    evidence,
    cores: [],
    basis: move.basis,
    weakestText: textKinds.findLast((kind) => kinds.includes(kind)) ?? 'full',
    joint: false,
    replaces: [],
    vague: move.vague,
  };
}

function reversal(voice: Voice, { becauses }: Move): readonly string[] {
  if (becauses.length === 0) return [];
  const chain = [...new Set(becauses.map((step) => because(voice, step)))];
  return [voice.phrases.moves.reversed(voice.figures.list(chain))];
}

/** What only one of the texts speaks to, by what sets it apart from the part both speak to. */
function domainSentences(voice: Voice, move: Move): readonly string[] {
  const { moves } = voice.phrases;
  const own = (side: DomainChange['side'], slot: 'scope' | 'bearers') =>
    move.domain.filter((d) => d.side === side && d.slots.includes(slot));
  const parts = (side: DomainChange['side']): readonly string[] => {
    const changed = own(side, 'scope').map(({ part }) => scopeApart(part.scope, move));
    const isMany = changed.length > 1 || changed.some((scope) => Object.keys(scope).length > 1);
    const told = changed.map((scope) =>
      isMany ? headedScope(voice, scope) : scopeWords(voice, scope),
    );
    return [...new Set(told)].filter((text) => text !== '');
  };
  const names = (side: DomainChange['side']): readonly string[] => {
    const ids: readonly Id[] = [
      ...new Set(own(side, 'bearers').flatMap(({ part }) => part.bearers)),
    ];
    return ids.length === 0 ? [] : [bearerWords(voice, ids, move.common?.bearers ?? [])];
  };
  const tell = (list: readonly string[], phrase: (list: readonly string[]) => string) =>
    list.length === 0 ? [] : [phrase(list)];
  return [
    ...tell(parts('before'), moves.noLongerSpeaks),
    ...tell(parts('after'), moves.alsoSpeaks),
    ...tell(names('before'), moves.noLongerBinds),
    ...tell(names('after'), moves.alsoBinds),
  ];
}

type Scope = DomainChange['part']['scope'];

/** The dimensions by which a part is another one than the part in common. */
const scopeApart = (scope: Scope, { common }: Move): Scope =>
  Object.fromEntries(
    Object.entries(scope).filter(
      ([dimension, atoms]) => !sameSet(atoms, common?.scope[dimension] ?? []),
    ),
  );

/** "wartime (in peace or war)": values of several dimensions, each with its own. */
function headedScope({ names, figures, phrases }: Voice, scope: Scope): string {
  const { parts, parenthesis } = phrases.grammar;
  return parts(
    Object.entries(scope).map(([dimension, atoms]) => {
      const values = figures.list(atoms.map((atom) => names.atom(dimension, atom)));
      return `${values} ${parenthesis(names.dimension(dimension))}`;
    }),
  );
}

function owed(voice: Voice, { counterparties, before, after }: Move): readonly string[] {
  if (!counterparties) return [];
  const towards = (ids: readonly Id[]): string => {
    const all = ids.flatMap((id) => {
      const provision = voice.lookup.provisions.get(id);
      return provision?.kind === 'norm' ? provision.counterparties : [];
    });
    return bearerWords(voice, [...new Set(all)], []);
  };
  return [voice.phrases.moves.owedTo(towards(before), towards(after))];
}
