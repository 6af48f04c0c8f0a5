import { describe, expect, test } from 'vitest';
import { mostSigns, readDocument } from './read-document.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (name: string, text: string) => readDocument({ name, bytes: bytesOf(text) });

describe('the format is told by the bytes first, then by the name', () => {
  test.each([
    ['terms.md', '# Terms', 'markdown'],
    ['terms.rst', 'Terms\n=====', 'rst'],
    ['terms.txt', '# Terms', 'text'],
    ['terms.html', '<p>Terms', 'html'],
    ['terms.txt', '<!DOCTYPE html><p>Terms', 'html'],
    ['terms.doc', '<html><p>Terms', 'html'],
    ['terms.html', 'Terms, all of them', 'text'],
    ['pasted', '## Terms\n\nAll of them', 'markdown'],
    ['pasted', '<div>Terms</div>', 'html'],
    ['pasted', 'Terms, all of them', 'text'],
    ['terms.log', 'Terms, all of them', 'text'],
  ])('%s %j', async (name, text, format) => {
    expect(await read(name, text)).toMatchObject({ ok: true, value: { format, name } });
  });
});

describe('what cannot be read is refused with its reason', () => {
  test.each([
    ['terms.txt', '', 'empty'],
    ['terms.txt', ' \n\n ', 'no_text'],
    ['terms.html', '<p hidden>Terms</p>', 'no_text'],
    ['terms.pdf', 'Terms, all of them', 'malformed'],
    ['terms.docx', 'Terms, all of them', 'malformed'],
    ['terms.rtf', '{\\rtf1 Terms}', 'unknown_format'],
    ['terms.xml', '<?xml version="1.0"?><terms/>', 'unknown_format'],
    ['terms.txt', 'word '.repeat(mostSigns / 5 + 1), 'too_long'],
  ])('%s %j', async (name, text, code) => {
    expect(await read(name, text)).toMatchObject({ ok: false, problems: [{ code, path: name }] });
  });

  test.each([
    ['scan.png', [0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3], 'image_only'],
    ['table.xlsx', [0x50, 0x4b, 3, 4, 0, 0, 0, 0], 'unknown_format'],
    ['noise.txt', Array.from({ length: 400 }, (_, i) => (i * i * 31) % 251), 'unknown_format'],
  ])('%s', async (name, bytes, code) => {
    const read = await readDocument({ name, bytes: Uint8Array.from(bytes) });
    expect(read).toMatchObject({ ok: false, problems: [{ code }] });
  });

  test('a file larger than 32 MB', async () => {
    const bytes = new Uint8Array(32 * 1024 * 1024 + 1);
    expect(await readDocument({ name: 'a.txt', bytes })).toMatchObject({
      problems: [{ code: 'too_large' }],
    });
  });
});

describe('the language', () => {
  test.each([
    ['Each side releases all prisoners within thirty days.', 'en'],
    ['Кожна сторона звільняє всіх полонених протягом тридцяти днів.', 'uk'],
    ['Каждая сторона освобождает всех пленных в течение тридцати дней.', 'ru'],
    ['Chaque partie libère tous les prisonniers dans les trente jours.', 'fr'],
    ['Jede Seite lässt alle Gefangenen innerhalb von dreißig Tagen frei.', 'de'],
    ['Terms', undefined],
    ['1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11. 12. 13. 14. 15. 16. 17. 18.', undefined],
  ])('of %j is %s', async (text, language) => {
    const document = await read('terms.txt', text);
    expect(document.ok && document.value.meta.language).toBe(language);
  });

  test('is that of the words where a page declares another', async () => {
    const words = 'Кожна сторона звільняє всіх полонених протягом тридцяти днів.';
    expect(await read('a.html', `<html lang="en"><p>${words}`)).toMatchObject({
      value: { meta: { language: 'uk' } },
    });
  });

  test('is as exact as declared', async () => {
    const words = 'Each side releases all prisoners within thirty days.';
    expect(await read('a.html', `<html lang="en-GB"><p>${words}`)).toMatchObject({
      value: { meta: { language: 'en-GB' } },
    });
  });
});

test('a guessed encoding is told', async () => {
  const bytes = Uint8Array.from('Les conditions arrêtées après l\xe9t\xe9', (sign) =>
    sign.charCodeAt(0),
  );
  const document = await readDocument({ name: 'a.txt', bytes });
  expect(document).toMatchObject({ value: { warnings: [{ code: 'encoding-guessed' }] } });
});

test('a page says in its head how its letters are stored', async () => {
  const head = '<meta charset="windows-1251"><p>';
  const bytes = Uint8Array.from([...bytesOf(head), 0xcc, 0xe8, 0xf0]);
  expect(await readDocument({ name: 'a.html', bytes })).toMatchObject({
    value: { text: 'Мир', warnings: [] },
  });
});
