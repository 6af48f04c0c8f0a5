import { dossierVersion, type Dossier } from '#lib/model/dossier.ts';

/** What a new dossier is called. */
export interface NewDossier {
  readonly id: string;
  readonly title: string;
  readonly language?: string;
}

/** A dossier with nothing in it but its name. */
export const emptyDossier = ({ id, title, language = 'en' }: NewDossier): Dossier => ({
  version: dossierVersion,
  id,
  title,
  summary: title,
  language,
  fictitious: false,
  actors: [],
  issues: [],
  acts: [],
  links: [],
  dimensions: [],
  events: [],
  terms: [],
  subjects: [],
  sources: [],
  papers: [],
  context: [],
  provisions: [],
  silences: [],
  ledger: [],
  verdicts: [],
  views: [],
  annotations: [],
});
