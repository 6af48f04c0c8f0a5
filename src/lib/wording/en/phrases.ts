import type { Phrases } from '../phrases.ts';
import { amounts } from './amounts.ts';
import { findings } from './findings.ts';
import { grammar } from './grammar.ts';
import { moves } from './moves.ts';
import { notices, premises } from './notices.ts';
import { counts, papers, restOn } from './papers.ts';
import { cycles, readings, rows } from './rows.ts';
import { sequence } from './sequence.ts';
import { slots } from './slots.ts';
import { stances } from './stances.ts';
import { words } from './words.ts';

/** English in full. */
export const english: Phrases = {
  words,
  grammar,
  amounts,
  stances,
  findings,
  slots,
  rows,
  readings,
  cycles,
  notices,
  premises,
  papers,
  counts,
  restOn,
  sequence,
  moves,
};
