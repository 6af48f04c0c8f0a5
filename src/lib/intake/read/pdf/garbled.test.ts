import { describe, expect, test } from 'vitest';
import { prose } from '../../../../../tests/support/pdf-pages.ts';
import { judgeLegibility } from './garbled.ts';

const english = prose(400);
/** As a font does that numbers its glyphs without saying so. */
const shift = (text: string, by: number): string =>
  text.replace(/\S/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + by));

describe('garbled', () => {
  test.each([
    ['control signs', shift(english, -96).replace(/[^\s]/g, '\u0003')],
    ['signs for private use', shift(english, 0xe000)],
    ['letters shifted by a number', shift(english, -29)],
    ['letters exchanged for consonants', english.replace(/[aeiou]/g, 'x')],
  ])('is a text of %s', (_name, text) => {
    expect(judgeLegibility(text).garbled).toBe(true);
  });

  test.each([
    ['English', english],
    ['Ukrainian', 'Сторони домовилися про відкриття порту та дороги. '.repeat(20)],
    [
      'German',
      'Die Hafenbehörde öffnet die Brücke über den Fluss, sobald das Wasser fällt. '.repeat(20),
    ],
    ['Polish', 'Przedsiębiorstwo żeglugowe wstrzymało wszczęcie prac. '.repeat(20)],
    ['Chinese', '双方同意开放港口和道路。'.repeat(40)],
    ['Arabic', 'اتفق الطرفان على فتح الميناء والطريق بين المدينتين. '.repeat(20)],
    ['figures', '12 340 7,5 % 31 18 2020 95 '.repeat(80)],
    ['abbreviations', 'Art. 3 para. 2 lit. b, cf. No. 12, Nr. 3, pp. 4-5; '.repeat(20)],
  ])('is no text in %s', (_name, text) => {
    expect(judgeLegibility(text)).toEqual({ garbled: false, suspect: false });
  });

  test('a few unknown signs make a text suspect, not garbled', () => {
    const some = english.replace(/near/g, 'ne\ufffdr');
    expect(judgeLegibility(some)).toEqual({ garbled: false, suspect: true });
  });
});
