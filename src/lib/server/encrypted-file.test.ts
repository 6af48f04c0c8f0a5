import { expect, test } from 'vitest';
import { decryptFile, encryptFile, isEncryptedFile } from './encrypted-file.ts';

const passphrase = 'five unrelated words of mine';
const words = new TextEncoder().encode('Words nobody else should read. '.repeat(5000));

test('a file is opened by its passphrase and by no other', async () => {
  const locked = await encryptFile(words, passphrase);
  if (!locked.ok) throw new Error(JSON.stringify(locked.problems));
  expect(isEncryptedFile(locked.value)).toBe(true);
  expect(Buffer.from(locked.value).includes('nobody')).toBe(false);
  expect(await decryptFile(locked.value, passphrase)).toEqual({ ok: true, value: words });
  expect(await decryptFile(locked.value, `${passphrase}!`)).toMatchObject({
    ok: false,
    problems: [{ code: 'passphrase_wrong', path: 'passphrase' }],
  });
  const cut = locked.value.subarray(0, locked.value.length - 1);
  expect(await decryptFile(cut, passphrase)).toMatchObject({
    ok: false,
    problems: [{ code: 'encrypted_file_damaged' }],
  });
}, 60_000);

test('a short passphrase is refused', async () => {
  expect(await encryptFile(words, 'secret')).toMatchObject({
    ok: false,
    problems: [{ code: 'passphrase_short' }],
  });
});

const salt = 'AAAAAAAAAAAAAAAAAAAAAA';
test.each([
  ['not_encrypted', 'Dear colleague'],
  ['not_encrypted', 'age-encryption.org/v1\n'],
  ['locked_for_key', 'age-encryption.org/v1\n-> X25519 abc\n'],
  ['lock_too_heavy', `age-encryption.org/v1\n-> scrypt ${salt} 20\n`],
  ['encrypted_file_damaged', `age-encryption.org/v1\n-> scrypt ${salt} 1\nx\n`],
])('a file is refused as %s', async (code, text) => {
  expect(await decryptFile(new TextEncoder().encode(text), passphrase)).toMatchObject({
    ok: false,
    problems: [{ code }],
  });
});
