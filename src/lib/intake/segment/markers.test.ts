import { describe, expect, it } from 'vitest';
import { readMarker } from './markers.ts';

/** The marker of a line: what is printed, its sort, and its readings as `shape=ordinal`. */
function read(line: string): string | undefined {
  const marker = readMarker(line, { from: 0, to: line.length });
  if (marker === undefined) return undefined;
  const readings = marker.readings.map(({ shape, ordinal }) => `${shape}=${ordinal}`).join(' ');
  return `${line.slice(0, marker.span.to)} ${marker.sort} ${readings}`.trim();
}

describe('the marker of a line', () => {
  it.each([
    ['1. Neutrality', '1. number 1.=1'],
    ['12) Peace', '12) number 1)=12'],
    ['(3) Peace', '(3) number (1)=3'],
    ['1.1 The sides', '1.1 number 1.1=1'],
    ['2.10.3. The sides', '2.10.3. number 1.1.1=3'],
    ['12 bis. The sides', '12 bis. number 1.=12.02'],
    ['5-1. The sides', '5-1. number 1.=5.01'],
    ['3.3ter The sides', '3.3ter number 1.1=3.03'],
    ['(a) the sides', '(a) number (a)=1'],
    ['(i) the sides', '(i) number (a)=9 (i)=1'],
    ['iv) the sides', 'iv) number i)=4'],
    ['C. Borders', 'C. number A.=3 I.=100'],
    ['aa) the sides', 'aa) number a)=27'],
    ['б) сторони', 'б) number cyr)=2'],
    ['ІІ. Умови', 'ІІ. number I.=2'],
    ['II.B.9 Elections', 'II.B.9 number A.A.1=9'],
    ['Article 5 – Sanctions', 'Article 5 part article 1=5'],
    ['Article 5', 'Article 5 part article 1=5'],
    ['Section IV. Prisoners', 'Section IV. part section I=4'],
    ['Part Two', 'Part Two part part one=2'],
    ['Розділ перший', 'Розділ перший part section one=1'],
    ['Стаття 3. Вибори', 'Стаття 3. part article 1=3'],
    ['Раздел II', 'Раздел II part section I=2'],
    ['Titre III – Du commerce', 'Titre III part title I=3'],
    ['Abschnitt 2: Löhne', 'Abschnitt 2: part section 1=2'],
    ['§5 Löhne', '§5 part article 1=5'],
    ['Annex A', 'Annex A part annex A=1'],
    ['Point 3. Borders', 'Point 3. part point 1=3'],
    ['Option 1: Withdrawal', 'Option 1: option option 1=1'],
    ['Варіант 2. Пакет', 'Варіант 2. option option 1=2'],
    ['Alternative B – Pay', 'Alternative B option option A=2'],
    ['– of reserves', '– bullet'],
    ['→ of reserves', '→ bullet'],
  ])('%s', (line, expected) => {
    const found = read(line) ?? '';
    expect(found.startsWith(expected)).toBe(true);
  });

  it.each([
    'The sides agree.',
    'Article 5 of the Charter applies.',
    'Artikel 5 Absatz 2 gilt.',
    'Option 1 is preferred.',
    'Parties to the treaty',
    '2025 was a year of talks.',
    '1.5million people',
    'U.S. forces leave.',
    '[X] days',
    '-5 degrees',
    '*Recalling* the treaty',
  ])('is none in: %s', (line) => {
    expect(read(line)).toBeUndefined();
  });

  it.each(['1.5 million people', 'A. Smith signs'])('is doubtful in: %s', (line) => {
    expect(readMarker(line, { from: 0, to: line.length })?.isWeak).toBe(true);
  });
});
