// The tables of the database as TypeScript sees them. Times are ISO 8601 in UTC, bodies are
// canonical JSON (the same record is the same text on both engines), numbers of changes count up
// from 1 in each dossier.

/** A dossier in the database; what it consists of are its records. */
export interface DossierTable {
  id: string;
  title: string;
  /** The number of its last change. */
  sequence: number;
  created_at: string;
  changed_at: string;
  /** The digest of the example it was loaded from, and its sequence right after that. */
  example_digest: string | null;
  example_sequence: number | null;
}

/** One record of a dossier as it is now. */
export interface RecordTable {
  dossier: string;
  kind: string;
  id: string;
  /** The number of the change that wrote it last; edits name it. */
  version: number;
  /** A fractional index: records of a kind stand in the order of their places, compared as bytes. */
  place: string;
  body: string;
  /** The one person who may see it; null for everybody in the dossier. */
  private_to: string | null;
}

/** The text of a paper, kept apart because it never changes and is long. */
export interface PaperTextTable {
  dossier: string;
  sha256: string;
  text: string;
}

/** An entry of the change log. */
export interface ChangeTable {
  dossier: string;
  number: number;
  at: string;
  author: string;
  author_name: string;
  action: string;
  note: string | null;
  /** The number of the change that this one takes back. */
  undoes: number | null;
  /** The name a client gave its request, so that asking twice changes once. */
  request: string | null;
}

/** What a change did to one record: null before when it made it, null after when it deleted it. */
export interface ChangePartTable {
  dossier: string;
  number: number;
  part: number;
  kind: string;
  id: string;
  before_version: number | null;
  before_place: string | null;
  before_body: string | null;
  after_place: string | null;
  after_body: string | null;
  private_to: string | null;
}

/** Up to which change a person has seen a dossier. */
export interface VisitTable {
  dossier: string;
  viewer: string;
  seen: number;
  at: string;
}

/** A fact about this installation: its identity, its secret. */
export interface InstallationTable {
  key: string;
  value: string;
}

/** All tables. Those of other concerns are added beside the migrations that make them. */
export interface Tables {
  dossier: DossierTable;
  record: RecordTable;
  paper_text: PaperTextTable;
  change: ChangeTable;
  change_part: ChangePartTable;
  visit: VisitTable;
  installation: InstallationTable;
}
