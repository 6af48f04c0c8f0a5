import { describe, expect, it } from 'vitest';
import { findCoordination } from './find-coordination.ts';

/** The clause with a bar at each proposed split. */
function cut(clause: string): string {
  const places = findCoordination(clause, { from: 0, to: clause.length }).map(({ at }) => at);
  return places.reduceRight((text, at) => `${text.slice(0, at)}|${text.slice(at)}`, clause);
}

describe('demands joined in one clause', () => {
  it.each([
    'Lift all sanctions |and return frozen assets.',
    'The employer shall raise basic pay |and reduce overtime.',
    'Withdrawal of troops, |release of prisoners |and lifting of the blockade.',
    'Norland withdraws its forces |and opens the crossing.',
    'Скасувати санкції |та повернути активи.',
    'Снять ограничения |и вернуть активы.',
    'Виведення військ |та звільнення полонених.',
    'Lever les sanctions |et restituer les avoirs.',
    'Aufhebung der Sanktionen |und Rückgabe der Vermögen.',
  ])('are proposed to be split: %s', (marked) => {
    expect(cut(marked.replaceAll('|', ''))).toBe(marked);
  });

  it.each([
    'Exchange of prisoners and bodies.',
    'Norland and Sudland sign the treaty.',
    'Lift or suspend sanctions.',
    'The sides shall adopt and enforce rules.',
    'A fair and lasting peace.',
    'The sides cease fire on land, at sea and in the air.',
    'Вільні та чесні вибори.',
    'Rechte der Arbeiter und Angestellten.',
  ])('are not seen where there is one: %s', (clause) => {
    expect(cut(clause)).toBe(clause);
  });
});
