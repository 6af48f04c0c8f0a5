import type { Bearer } from '../stance-phrases.ts';
import { and, itself } from './grammar.ts';

/** The bearers behind a verb, the speaker itself last: "Ukraine and itself". */
export function them(subject: string, bearers: readonly Bearer[]): string {
  const others = bearers.filter((bearer) => !bearer.self).map((bearer) => bearer.name);
  return and(others.length < bearers.length ? [...others, itself(subject)] : others);
}
