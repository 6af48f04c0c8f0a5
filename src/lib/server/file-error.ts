/** What people need to hear about the errors a file system gives most often. */
const explanations: Readonly<Record<string, readonly [code: string, message: string]>> = {
  ENOENT: ['not_found', 'nothing is there; check the path'],
  ENOTDIR: ['not_a_folder', 'a part of this path is a file, not a folder'],
  EISDIR: ['not_a_file', 'this is a folder where a file should be'],
  EACCES: ['unreadable', 'no permission; change the rights of the file or folder'],
  EPERM: ['unreadable', 'no permission; change the rights of the file or folder'],
  ELOOP: ['link_outside', 'these links lead round in a circle'],
  ENAMETOOLONG: ['not_found', 'this name is too long'],
  ENOSPC: ['disk_full', 'the disk is full'],
  EROFS: ['read_only', 'the disk can only be read'],
};

/** A file system's error as code and advice; anything that is not one is a bug and thrown on. */
export function explainFileError(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const name = String(error.code);
  const [code, message] = explanations[name] ?? ['file_error', `the file system said ${name}`];
  return { code, message };
}
