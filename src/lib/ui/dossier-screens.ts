/** The ways of looking at a dossier, in the order in which they are offered. */
export interface DossierScreen {
  /** Behind `/dossiers/ID`. */
  readonly path: string;
  readonly name: string;
}

export const dossierScreens: readonly DossierScreen[] = [
  { path: '', name: 'Overview' },
  { path: '/compare', name: 'Compare' },
  { path: '/read', name: 'Read' },
  { path: '/sequence', name: 'Sequence' },
  { path: '/rounds', name: 'Rounds' },
  { path: '/sources', name: 'Sources' },
  { path: '/glossary', name: 'Glossary' },
];
