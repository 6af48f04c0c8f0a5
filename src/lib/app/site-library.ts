import { join, resolve } from 'node:path';
import process from 'node:process';
import { openLibrary, ownDossiers, type Library } from './library.ts';

let opened: Library | undefined;

/**
 * The library the pages read: the examples of the checkout and the operator's own dossiers. Opened
 * once a process, so that an unchanged dossier is parsed once; it holds nothing of any one visitor.
 */
export function siteLibrary(): Library {
  opened ??= openLibrary({
    examples: resolve('data'),
    own: ownDossiers(process.env['PARLEY_DATA']),
  });
  return opened;
}

/** Where one's own dossiers go, as shown to people who want to add or mend one. */
export const ownDossiersPlace = (): string =>
  join(ownDossiers(process.env['PARLEY_DATA'])).replace(`${process.cwd()}/`, '');
