import { expect, test } from 'vitest';
import { decodeBytes } from './decode-bytes.ts';

/** Bytes of a text in an encoding that puts each sign into one byte. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const codes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) codes.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from(Array.from(text, (sign) => codes.get(sign) ?? 63));
}

function encodeWide(text: string, isBig: boolean, mark = ''): Uint8Array {
  const bytes = new Uint8Array((text.length + mark.length) * 2);
  const view = new DataView(bytes.buffer);
  for (const [i, sign] of Array.from(mark + text).entries())
    view.setUint16(i * 2, sign.charCodeAt(0), !isBig);
  return bytes;
}

const ukrainian =
  'Україна пропонує припинення вогню на суші, на морі та в повітрі; її ґрунт вільний.';
const russian = 'Россия предлагает полный вывод войск и снятие всех ограничений с этих территорий.';
const french = 'Les parties s’engagent à libérer tous les prisonniers détenus après l’été dernier.';
const czech = 'Strany se zavazují propustit všechny zajatce před příštím měsícem a žádné nové.';
const greek = 'Οι δύο πλευρές συμφωνούν να απελευθερώσουν τους αιχμαλώτους πριν από το καλοκαίρι.';

test.each([
  ['windows-1251', ukrainian],
  ['koi8-u', ukrainian],
  ['iso-8859-5', russian],
  ['x-mac-cyrillic', russian],
  ['windows-1251', russian],
  ['koi8-r', russian],
  ['ibm866', russian],
  ['windows-1252', french],
  ['windows-1250', czech],
  ['windows-1253', greek],
])('%s is recognised: %s', (encoding, text) => {
  expect(decodeBytes(encode(text, encoding))).toMatchObject({ text, guessed: true });
});

test.each([
  ['UTF-8', new TextEncoder().encode(ukrainian), false],
  ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${ukrainian}`), false],
  ['UTF-16 with a mark', encodeWide(ukrainian, false, '\ufeff'), false],
  ['UTF-16 the other way round', encodeWide(ukrainian, true, '\ufeff'), false],
  ['UTF-16 without a mark', encodeWide(ukrainian, false), true],
  ['UTF-16 the other way round without a mark', encodeWide(ukrainian, true), true],
])('%s', (_, bytes, guessed) => {
  expect(decodeBytes(bytes)).toMatchObject({ text: ukrainian, guessed });
});

test('what a file declares is believed where its bytes allow it', () => {
  expect(decodeBytes(encode(french, 'windows-1252'), 'windows-1252')).toMatchObject({
    text: french,
    guessed: false,
  });
  expect(decodeBytes(new TextEncoder().encode(french), 'windows-1252')).toMatchObject({
    text: french,
    encoding: 'utf-8',
  });
  expect(decodeBytes(encode(french, 'windows-1252'), 'no-such-thing')).toMatchObject({
    text: french,
  });
});

test.each([
  ['zeros', new Uint8Array(500)],
  ['all bytes in turn', Uint8Array.from({ length: 2000 }, (_, i) => i % 256)],
  ['half a picture', Uint8Array.from({ length: 2000 }, (_, i) => (i * i * 31 + 7) % 251)],
])('bytes that are no text have none: %s', (_, bytes) => {
  expect(decodeBytes(bytes)).toBeUndefined();
});
