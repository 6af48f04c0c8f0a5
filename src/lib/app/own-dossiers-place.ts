import process from 'node:process';
import { ownDossiers } from './library.ts';

/** Where one's own bundles go, as shown to people who want to add or mend one. */
export const ownDossiersPlace = (): string =>
  ownDossiers(process.env['PARLEY_DATA']).replace(`${process.cwd()}/`, '');
