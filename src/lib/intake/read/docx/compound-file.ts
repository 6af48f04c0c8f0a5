// The container of files before 2007, which also holds the new ones that are locked with a password.
import type { RefusalCode } from '../../refusal.ts';

const begin = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export const isCompoundFile = (bytes: Uint8Array): boolean =>
  begin.every((byte, index) => bytes[index] === byte);

/** Why a compound file is not read: a locked document, a locked or an open one of the old kind. */
export function refusalOf(bytes: Uint8Array): {
  readonly code: RefusalCode;
  readonly detail: string;
} {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Names of streams stand in the directory in UTF-16.
  const holds = (stream: string): boolean => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage') || holds('EncryptionInfo'))
    return { code: 'encrypted', detail: 'a locked .docx' };
  if (holds('WordDocument'))
    return isLockedWord(buffer)
      ? { code: 'encrypted', detail: 'a locked .doc' }
      : { code: 'unknown_format', detail: 'a .doc as Word made them before 2007' };
  return { code: 'unknown_format', detail: 'an Office file of the kind made before 2007' };
}

/** The flags of an old document, [MS-DOC] 2.5.2, in its first stream, which mostly comes first. */
function isLockedWord(buffer: Buffer): boolean {
  const sector = 512;
  const magic = 0xa5ec;
  const encrypted = 0x0100;
  if (buffer.length < sector + 12 || buffer.readUInt16LE(sector) !== magic) return false;
  return (buffer.readUInt16LE(sector + 10) & encrypted) !== 0;
}
