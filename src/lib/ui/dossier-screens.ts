/** The ways of looking at a dossier, in the order in which they are offered. */
export interface DossierScreen {
  /** Behind `/dossiers/ID`. */
  readonly path: string;
  readonly name: string;
}

export const dossierScreens: readonly DossierScreen[] = [
  { path: '/compare', name: 'Compare' },
  { path: '/rounds', name: 'Rounds' },
];
